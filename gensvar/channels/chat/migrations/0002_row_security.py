from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect

# Whoever comes with a key is nobody yet: only what is needed to know which chat it opens is told.
FUNCTION = """
CREATE FUNCTION chat_behind(asked text)
RETURNS TABLE (id bigint, client_id bigint, expires_at timestamptz, is_hidden boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.client_id, c.expires_at, coalesce(hidden_contact(c.contact_id), false)
    FROM chat_chat c WHERE c.digest = asked $$;
"""


class Migration(migrations.Migration):
    dependencies = [("chat", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION chat_behind(text);"),
        protect("chat_chatsettings"),
        protect("chat_chat"),
        protect("chat_chatline"),
        hide("chat_chat", hidden_if="hidden_contact(contact_id)"),
        hide("chat_chatline", hidden_if="hidden_message(message_id)"),
    ]
