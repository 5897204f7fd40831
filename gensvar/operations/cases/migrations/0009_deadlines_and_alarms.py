import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import OF_CLIENT, protect


def by_key(question):
    return f"{OF_CLIENT} OR ((SELECT is_narrow()) AND {question})"


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_accent"),
        ("cases", "0008_count_by_state"),
        ("contacts", "0005_count_by_state"),
        ("knowledge", "0002_answer_time"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="handover",
            name="answer_days",
            field=models.PositiveSmallIntegerField(db_default=3, default=3),
        ),
        migrations.CreateModel(
            name="Alarm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[("handler", "The handler"), ("manager", "Nearest manager")],
                        max_length=8,
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=320)),
                ("due_at", models.DateTimeField()),
                ("digest", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                (
                    "agent",
                    models.ForeignKey(
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
                    "hand_over",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alarms",
                        to="cases.handover",
                    ),
                ),
                (
                    "outgoing",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contacts.outgoing",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["client", "-at"], name="alarms_by_client")],
                "constraints": [
                    models.UniqueConstraint(fields=("hand_over", "to"), name="one_alarm_each")
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("answer", "answer"), ("hand-over", "hand-over")], max_length=12
                    ),
                ),
                ("due_at", models.DateTimeField(null=True)),
                ("facts", models.CharField(max_length=120)),
                ("digest", models.CharField(max_length=16)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="agreements.client"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["due_at", "case"], name="deadlines_in_order"),
                    models.Index(fields=["client", "due_at"], name="deadlines_by_client"),
                ],
            },
        ),
        protect("cases_deadline", seen_if=by_key("sees_case(case_id)")),
        protect("cases_alarm", seen_if=by_key("sees_hand_over(hand_over_id)")),
    ]
