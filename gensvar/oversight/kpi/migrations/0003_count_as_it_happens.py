from pathlib import Path

from django.conf import settings
from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

FOLDER = Path(__file__).parent
# Sums are for whoever may read the client's figures, also those who see only their groups' cases:
# the page asks for that right, and the database keeps clients apart. Only triggers write.
OF_GROUPS_CLIENT = """client_id IN (
    SELECT client_id FROM people_group WHERE id = ANY ((SELECT current_groups())::bigint[]))"""
TABLES = ("kpi_casecount", "kpi_contactcount", "kpi_feedbacktime")


def read_only(table):
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY seen ON {table} FOR SELECT USING ({OF_CLIENT} OR {OF_GROUPS_CLIENT});",
        f"DROP POLICY seen ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


def sql(name):
    return (FOLDER / name).read_text().replace("{zone}", settings.TIME_ZONE)


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0002_counts"),
        ("cases", "0008_count_by_state"),
        ("contacts", "0006_imported_aggregates"),
        ("people", "0003_counter"),
    ]
    operations = [
        *(read_only(table) for table in TABLES),
        protect("kpi_selfserviceuse", seen_if=f"{OF_CLIENT} OR {OF_GROUPS_CLIENT}"),
        migrations.RunSQL(sql("counting.sql"), sql("uncounting.sql")),
    ]
