from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

OPEN = ~models.Q(state="closed")


class Migration(migrations.Migration):
    """Lists are counted without reading the rows: the index answers the policies too."""

    atomic = False
    dependencies = [("cases", "0025_hidden")]
    operations = [
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["state_since", "id"],
                name="cases_open_listed",
                condition=OPEN,
                include=["client", "group", "agent", "state", "access", "registrar_id"],
            ),
        ),
        RemoveIndexConcurrently("case", "cases_open_in_order"),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["registrar_since"],
                name="cases_being_registered",
                condition=models.Q(registrar_id__isnull=False),
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["access"],
                name="cases_by_access",
                condition=models.Q(access__isnull=False),
            ),
        ),
        migrations.RunSQL(
            "ALTER TABLE cases_case VALIDATE CONSTRAINT list_of_case;", migrations.RunSQL.noop
        ),
        migrations.RunSQL(
            "ALTER TABLE knowledge_subject VALIDATE CONSTRAINT list_of_subject;",
            migrations.RunSQL.noop,
        ),
    ]
