import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import hide, protect

PURPOSES = [
    ("case", "Their case"),
    ("promised", "A call that we have promised"),
    ("information", "Public information"),
    ("survey", "A question about how it went"),
    ("sale", "A sale or fund-raising"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0025_hidden"),
        ("contacts", "0011_contacts_without_case"),
        ("customers", "0011_secrets_are_not_recognised"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="CallBlock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20)),
                (
                    "purpose",
                    models.CharField(blank=True, choices=PURPOSES, max_length=12),
                ),
                ("since", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="agreements.client"
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call_blocks",
                        to="customers.customer",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["client", "number"],
                        name="blocks_by_number",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("client", "customer", "number", "purpose"),
                        name="blocked_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("customer__isnull", False),
                            models.Q(("number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="blocks_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Errand",
            fields=[
                (
                    "contact",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="errand",
                        serialize=False,
                        to="contacts.contact",
                    ),
                ),
                ("purpose", models.CharField(choices=PURPOSES, max_length=12)),
                ("is_asked_for", models.BooleanField(default=False)),
                ("said_at", models.DateTimeField(blank=True, null=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="agreements.client"
                    ),
                ),
            ],
        ),
        protect("contacts_callblock"),
        protect("contacts_errand"),
        hide("contacts_callblock", hidden_if="hidden_customer(customer_id)"),
        hide("contacts_errand", hidden_if="hidden_contact(contact_id)"),
    ]
