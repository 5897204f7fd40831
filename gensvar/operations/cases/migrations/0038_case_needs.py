import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from gensvar.foundation.rowsecurity import hide, protect

WHAT = [
    ("interpreter", "Interpreter"),
    ("sign-language", "Sign language"),
    ("relay", "Relay service for text, video or speech"),
    ("slow-speech", "Slow and clear speech"),
    ("easy-swedish", "Easy Swedish"),
    ("large-text", "Large text"),
    ("read-aloud", "Letters read aloud"),
    ("call-only", "Phone calls instead of writing"),
    ("write-only", "Writing instead of phone calls"),
    ("wheelchair", "Access by wheelchair"),
    ("extra-time", "More time"),
    ("companion", "Somebody along"),
    ("other", "Something else"),
]
# Seen as the case is, by the case's own rule.
WITH_CASE = "EXISTS (SELECT FROM cases_case c WHERE c.id = cases_caseneed.case_id)"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_promise_text"),
        ("cases", "0037_participant_news"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="CaseNeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(choices=WHAT, max_length=20)),
                ("words", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "met",
                    models.CharField(
                        blank=True, choices=[("met", "Met"), ("not-met", "Not met")], max_length=8
                    ),
                ),
                ("met_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="asked_needs",
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
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["client", "at"], name="needs_asked_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=["case", "what"], name="asked_for_once"),
                    models.CheckConstraint(
                        condition=Q(met="", met_at=None)
                        | (~Q(met="") & Q(met_at__isnull=False)),
                        name="met_at_a_time",
                    ),
                ],
            },
        ),
        protect("cases_caseneed", seen_if=WITH_CASE),
        hide("cases_caseneed", hidden_if="hidden_case(case_id)"),
    ]
