from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect

# Asked on behalf of whoever may not see the call itself, and so as the owner.
FUNCTION = """
CREATE FUNCTION hidden_call(asked bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_contact(c.contact_id) FROM voice_call c WHERE c.id = asked $$;
"""
OF_CALL = "hidden_call(call_id)"


class Migration(migrations.Migration):
    dependencies = [("voice", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION hidden_call(bigint);"),
        protect("voice_phonenumber"),
        protect("voice_announcement"),
        protect("voice_phone"),
        protect("voice_call"),
        protect("voice_leg"),
        protect("voice_station"),
        protect("voice_asked"),
        hide("voice_call", hidden_if="hidden_contact(contact_id)"),
        hide("voice_leg", hidden_if=OF_CALL),
        hide("voice_station", hidden_if=OF_CALL),
        hide("voice_asked", hidden_if=OF_CALL),
    ]
