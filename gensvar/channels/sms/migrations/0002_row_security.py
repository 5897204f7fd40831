from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect

# A provider's call comes before anybody is known: only what is needed to check its key is told.
FUNCTION = """
CREATE FUNCTION text_number_key(asked bigint)
RETURNS TABLE (client_id bigint, provider text, key_sealed text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.client_id, n.provider::text, n.key_sealed FROM sms_number n WHERE n.id = asked $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sms", "0001_initial"),
        ("cases", "0025_hidden"),
        ("contacts", "0010_opt_out_seen_by_client"),
    ]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION text_number_key(bigint);"),
        protect("sms_number"),
        protect("sms_arrival"),
        protect("sms_picture"),
        hide("sms_arrival", hidden_if="hidden_contact(contact_id)"),
        hide("sms_picture", hidden_if="hidden_message(message_id)"),
    ]
