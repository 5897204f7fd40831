from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, hide, protect

# One's own is seen whatever the client: an agent answers for several.
OWN = "agent_id = (SELECT current_registrar())"
# What somebody takes by hand leaves less room for what is offered.
WAKE = """CREATE TRIGGER wake AFTER INSERT OR UPDATE OR DELETE ON routing_taken
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('agent', 'agent_id');"""


class Migration(migrations.Migration):
    dependencies = [("routing", "0007_in_hand")]
    operations = [
        protect("routing_taken", seen_if=f"{OF_CLIENT} OR {OWN}"),
        hide("routing_taken", hidden_if=f"NOT ({OWN}) AND hidden_case(case_id)"),
        protect("routing_heated", seen_if=f"{OF_CLIENT} OR {OWN}"),
        hide("routing_heated", hidden_if=f"NOT ({OWN}) AND hidden_contact(contact_id)"),
        migrations.RunSQL(WAKE, "DROP TRIGGER wake ON routing_taken;"),
    ]
