from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT

# Whoever sees a case sees what happened to it. Without that a handler could not act on one either:
# the database shows whoever adds an event the number that it got.
BEFORE = f"client_id IS NULL OR {OF_CLIENT} OR case_id = (SELECT current_case())"
SEEN = f"client_id IS NULL OR {OF_CLIENT} OR ((SELECT is_narrow()) AND sees_case(case_id))"


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_seen_by_key"), ("events", "0002_row_security")]
    operations = [
        migrations.RunSQL(
            f"ALTER POLICY seen ON events_eventrecord USING ({SEEN});",
            f"ALTER POLICY seen ON events_eventrecord USING ({BEFORE});",
        )
    ]
