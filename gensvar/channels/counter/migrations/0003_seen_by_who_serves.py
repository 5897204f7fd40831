from django.db import migrations

from gensvar.foundation.rowsecurity import hide

# Whoever has a visitor at the desk knows of the number, whatever its case has become meanwhile.
MINE = """contact_id IN (SELECT contact_id FROM routing_offer
    WHERE agent_id = (SELECT current_registrar()) AND ended_at IS NULL)"""
MY_TICKET = """ticket_id IN (SELECT t.id FROM counter_ticket t JOIN routing_offer o USING (contact_id)
    WHERE o.agent_id = (SELECT current_registrar()) AND o.ended_at IS NULL)"""
OF_TICKET = "(SELECT hidden_contact(t.contact_id) FROM counter_ticket t WHERE t.id = ticket_id)"


def drop(table):
    return migrations.RunSQL(
        f"DROP POLICY confidential ON {table};", migrations.RunSQL.noop
    )


class Migration(migrations.Migration):
    dependencies = [("counter", "0002_row_security"), ("routing", "0002_row_security")]
    operations = [
        drop("counter_ticket"),
        hide("counter_ticket", hidden_if=f"NOT ({MINE}) AND hidden_contact(contact_id)"),
        drop("counter_call"),
        hide("counter_call", hidden_if=f"NOT ({MY_TICKET}) AND {OF_TICKET}"),
    ]
