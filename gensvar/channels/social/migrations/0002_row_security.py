from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect

# A program's call comes before anybody is known: only what is needed to check its signature is told.
FUNCTION = """
CREATE FUNCTION social_account_secret(asked bigint)
RETURNS TABLE (client_id bigint, secret_sealed text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.client_id, a.secret_sealed FROM social_account a WHERE a.id = asked $$;
"""


class Migration(migrations.Migration):
    dependencies = [("social", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION social_account_secret(bigint);"),
        protect("social_account"),
        protect("social_intake"),
        protect("social_post"),
        hide("social_post", hidden_if="hidden_contact(contact_id) OR hidden_case(case_id)"),
    ]
