from django.db import migrations

from gensvar.foundation.rowsecurity import protect

# A lever that is pulled or taken back changes who gets what, as a changed queue or skill does.
WAKES = """
CREATE TRIGGER wake AFTER INSERT OR UPDATE ON routing_lever
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('queue', 'queue_id');
CREATE TRIGGER wake AFTER INSERT OR UPDATE ON routing_leveragent
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('agent', 'agent_id');
"""
NO_WAKES = "DROP TRIGGER wake ON routing_lever; DROP TRIGGER wake ON routing_leveragent;"


class Migration(migrations.Migration):
    dependencies = [("routing", "0004_levers")]
    operations = [
        protect("routing_lever"),
        protect("routing_leveragent"),
        protect("routing_forecast"),
        migrations.RunSQL(WAKES, NO_WAKES),
    ]
