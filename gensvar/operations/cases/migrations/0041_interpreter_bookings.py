import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from gensvar.foundation.rowsecurity import hide, protect

KINDS = [
    ("phone", "By phone"),
    ("on-site", "On site"),
    ("video", "By video"),
    ("sign-language", "Sign language"),
]
STATES = [
    ("asked-for", "Asked for"),
    ("confirmed", "Confirmed"),
    ("declined", "Declined"),
    ("done", "Done"),
    ("cancelled", "Cancelled"),
]
# Seen as the case is, by the case's own rule.
WITH_CASE = "EXISTS (SELECT FROM cases_case c WHERE c.id = cases_interpreterbooking.case_id)"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_promise_text"),
        ("cases", "0040_find_contacts_without_case"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="InterpreterBooking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=3)),
                ("kind", models.CharField(choices=KINDS, max_length=13)),
                ("provider", models.CharField(blank=True, max_length=120)),
                ("reference", models.CharField(blank=True, max_length=80)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("state", models.CharField(choices=STATES, default="asked-for", max_length=9)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interpreter_bookings",
                        to="cases.case",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(ends_at__gt=F("starts_at")), name="interprets_for_a_while"
                    )
                ],
                "indexes": [
                    models.Index(
                        fields=["ends_at"],
                        condition=Q(state__in=("asked-for", "confirmed")),
                        name="interpreters_ahead",
                    )
                ],
            },
        ),
        protect("cases_interpreterbooking", seen_if=WITH_CASE),
        hide("cases_interpreterbooking", hidden_if="hidden_case(case_id)"),
    ]
