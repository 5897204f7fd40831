from django.db import migrations

from gensvar.foundation.rowsecurity import protect

# Whoever works in one of a client's groups may read its register, to know where to go.
OF_GROUPS_CLIENT = """client_id IN (
    SELECT client_id FROM people_group WHERE id = ANY ((SELECT current_groups())::bigint[]))"""
READABLE = ("register_place", "register_servicetype", "register_responsibility")


def readable(table):
    return migrations.RunSQL(
        f"CREATE POLICY read_by_more ON {table} FOR SELECT USING ({OF_GROUPS_CLIENT});",
        f"DROP POLICY read_by_more ON {table};",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0001_initial"),
        ("events", "0002_row_security"),
        ("people", "0003_counter"),
    ]
    operations = [
        *(
            protect(f"register_{table}")
            for table in ("place", "servicetype", "responsibility", "fallback", "finding")
        ),
        *(readable(table) for table in READABLE),
    ]
