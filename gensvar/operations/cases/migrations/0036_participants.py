import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import hide, protect

# Seen as the case is, by the case's own rule.
WITH_CASE = "EXISTS (SELECT FROM cases_case c WHERE c.id = cases_participant.case_id)"
# Somebody with a number and a code is not known yet, so row-level security hides the case. This
# tells just whose code it may be: neither names nor addresses. A case that is part of another leads
# nowhere: what else the other holds is not the participant's to see.
AT_NUMBER = """
CREATE FUNCTION participants_at_number(wanted text, moment timestamptz)
RETURNS TABLE (participant_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id FROM cases_participant p JOIN cases_case c ON c.id = p.case_id
    WHERE c.number = wanted AND c.access_id IS NULL AND p.ended_at IS NULL
      AND p.since <= moment AND p.until > moment
      AND NOT EXISTS (SELECT FROM cases_merge m WHERE m.case_id = c.id AND m.ended_at IS NULL)
    ORDER BY p.id $$;
"""


def agent() -> models.ForeignKey:
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_promise_text"),
        ("cases", "0035_linked_by_itself"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[("mail", "E-mail"), ("phone", "Phone")], max_length=5
                    ),
                ),
                ("address", models.CharField(max_length=320)),
                (
                    "right",
                    models.CharField(
                        choices=[("read", "May read"), ("reply", "May read and write")],
                        max_length=5,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("by", agent()),
                ("ended_by", agent()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
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
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), models.Q(("address", ""), _negated=True)),
                        fields=("case", "address"),
                        name="participates_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("since"))),
                        name="participates_for_a_time",
                    ),
                ]
            },
        ),
        protect("cases_participant", seen_if=WITH_CASE),
        hide("cases_participant", hidden_if="hidden_case(case_id)"),
        migrations.RunSQL(AT_NUMBER, "DROP FUNCTION participants_at_number(text, timestamptz);"),
    ]
