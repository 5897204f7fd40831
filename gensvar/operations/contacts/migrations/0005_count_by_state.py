from django.db import migrations

# For whoever watches over the machine: numbers of all clients together, and not one row.
FUNCTION = """
CREATE FUNCTION outgoing_by_state() RETURNS TABLE (state text, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT state::text, count(*) FROM contacts_outgoing GROUP BY 1 $$;
"""


class Migration(migrations.Migration):
    dependencies = [("contacts", "0004_sending")]
    operations = [migrations.RunSQL(FUNCTION, "DROP FUNCTION outgoing_by_state();")]
