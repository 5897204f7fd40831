import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# Cases that are there have no type of their own: nothing to look through under a lock.
TYPE = """
ALTER TABLE cases_case ADD COLUMN type_id bigint NULL;
ALTER TABLE cases_case ADD CONSTRAINT type_of_case FOREIGN KEY (type_id)
    REFERENCES casetypes_casetype (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""
WITH_CASE = f"{OF_CLIENT} OR ((SELECT is_narrow()) AND sees_case(case_id))"


def reference(to: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **more)


def key() -> models.BigAutoField:
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_accent"),
        ("cases", "0014_cause"),
        ("casetypes", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(TYPE, "ALTER TABLE cases_case DROP COLUMN type_id;")
            ],
            state_operations=[
                migrations.AddField(
                    model_name="case",
                    name="type",
                    field=reference(
                        "casetypes.casetype",
                        blank=True,
                        null=True,
                        db_index=False,
                        related_name="+",
                    ),
                )
            ],
        ),
        migrations.AddField(
            model_name="case",
            name="stage",
            field=models.CharField(blank=True, db_default="", default="", max_length=40),
        ),
        migrations.CreateModel(
            name="FilledField",
            fields=[
                ("id", key()),
                ("key", models.CharField(max_length=40)),
                ("value", models.JSONField(null=True)),
                ("at", models.DateTimeField()),
                ("by", reference(settings.AUTH_USER_MODEL, null=True, related_name="+")),
                ("client", reference("agreements.client")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filled_fields",
                        to="cases.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CaseStage",
            fields=[
                ("id", key()),
                ("stage", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=0)),
                ("since", models.DateTimeField()),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("by", reference(settings.AUTH_USER_MODEL, null=True, related_name="+")),
                ("case_type", reference("casetypes.casetype", null=True, related_name="+")),
                ("client", reference("agreements.client")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stages",
                        to="cases.case",
                    ),
                ),
            ],
        ),
        protect("cases_filledfield", seen_if=WITH_CASE),
        protect("cases_casestage", seen_if=WITH_CASE),
    ]
