from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect

# Whoever stands at a kiosk is nobody: the key in its address says which hall it stands in.
FUNCTION = """
CREATE FUNCTION hall_with_key(asked text)
RETURNS TABLE (hall_id bigint, client_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.id, h.client_id FROM counter_hall h WHERE h.key = asked AND h.closed_at IS NULL $$;
"""


class Migration(migrations.Migration):
    dependencies = [("counter", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION hall_with_key(text);"),
        *(
            protect(f"counter_{table}")
            for table in ("hall", "errand", "desk", "sitting", "series", "ticket", "call")
        ),
        hide("counter_ticket", hidden_if="hidden_contact(contact_id)"),
        hide(
            "counter_call",
            hidden_if="(SELECT hidden_contact(t.contact_id) FROM counter_ticket t"
            " WHERE t.id = ticket_id)",
        ),
    ]
