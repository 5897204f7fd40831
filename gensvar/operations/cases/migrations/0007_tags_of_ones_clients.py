from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, look_in_public_only, protect

# Tags are words that people choose, so they may tell of somebody: the client's own people see them,
# and whoever works in a group of that client, who puts them on the group's cases.
OF_GROUPS_CLIENT = """client_id IN (
    SELECT client_id FROM people_group WHERE id = ANY ((SELECT current_groups())::bigint[]))"""
FUNCTIONS = (
    "next_case_number(int)",
    "case_at_number(text)",
    "sees_case(bigint)",
    "sees_customer(bigint)",
    "sees_contact(bigint)",
    "sees_message(bigint)",
    "sees_outgoing(bigint)",
    "sees_hand_over(bigint)",
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_events_seen_with_case"), ("people", "0003_counter")]
    operations = [
        protect("cases_tag", seen_if=f"{OF_CLIENT} OR {OF_GROUPS_CLIENT}"),
        look_in_public_only(*FUNCTIONS),
    ]
