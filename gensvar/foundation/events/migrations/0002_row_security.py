from django.db import migrations

from gensvar.foundation.rowsecurity import DROP_FUNCTIONS, FUNCTIONS, OF_CLIENT

# Anyone may add to the record; an event of no client (a sign-in, a setting) is the system's own.
POLICIES = f"""
ALTER TABLE events_eventrecord ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON events_eventrecord FOR SELECT
    USING (client_id IS NULL OR {OF_CLIENT} OR case_id = (SELECT current_case()));
CREATE POLICY added ON events_eventrecord FOR INSERT WITH CHECK (true);
REVOKE UPDATE, DELETE, TRUNCATE ON events_eventrecord, events_seal FROM gensvar_web, gensvar_work;
REVOKE UPDATE, DELETE, TRUNCATE ON events_unsealed FROM gensvar_web;
"""
REMOVE = """
DROP POLICY seen ON events_eventrecord; DROP POLICY added ON events_eventrecord;
ALTER TABLE events_eventrecord DISABLE ROW LEVEL SECURITY;
GRANT UPDATE, DELETE ON events_eventrecord, events_seal TO gensvar_web, gensvar_work;
GRANT UPDATE, DELETE ON events_unsealed TO gensvar_web;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0001_record")]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(POLICIES, REMOVE),
    ]
