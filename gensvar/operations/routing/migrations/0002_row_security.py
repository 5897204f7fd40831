from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, hide, protect

# One's own seat and offers are seen whatever the client: an agent answers for several.
OWN = "agent_id = (SELECT current_registrar())"
OFFERED_TO_ME = """contact_id IN (SELECT contact_id FROM routing_offer
    WHERE agent_id = (SELECT current_registrar()) AND ended_at IS NULL)"""
# Whoever is asked to take a contact knows that it is there; who it is from is hidden as ever.
TABLES = ("queue", "queuestep", "queuesubject", "priorityrule", "skill", "awayreason")


class Migration(migrations.Migration):
    dependencies = [("routing", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        *(protect(f"routing_{table}") for table in TABLES),
        protect("routing_agentskill", seen_if=f"{OF_CLIENT} OR {OWN}"),
        protect("routing_seat", seen_if=f"{OF_CLIENT} OR {OWN}"),
        protect("routing_offer"),
        hide("routing_offer", hidden_if=f"NOT ({OWN}) AND hidden_contact(contact_id)"),
        protect("routing_waiting"),
        hide(
            "routing_waiting", hidden_if=f"NOT ({OFFERED_TO_ME}) AND hidden_contact(contact_id)"
        ),
    ]
