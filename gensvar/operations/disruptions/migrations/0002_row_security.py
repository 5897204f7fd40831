from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# What customers are told is for everybody; the rest for the client's own people and for those who
# work in one of its groups.
OF_GROUPS_CLIENT = """client_id IN (
    SELECT client_id FROM people_group WHERE id = ANY ((SELECT current_groups())::bigint[]))"""


def readable(table, seen_if):
    return migrations.RunSQL(
        f"CREATE POLICY read_by_more ON {table} FOR SELECT USING ({seen_if});",
        f"DROP POLICY read_by_more ON {table};",
    )


class Migration(migrations.Migration):
    dependencies = [("disruptions", "0001_initial"), ("people", "0003_counter")]
    operations = [
        protect("disruptions_disruption"),
        readable("disruptions_disruption", f"is_public OR {OF_GROUPS_CLIENT}"),
        protect("disruptions_follower"),
        protect("disruptions_step"),
        readable("disruptions_step", OF_GROUPS_CLIENT),
    ]
