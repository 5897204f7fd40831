from django.db import migrations

# For whoever watches over the machine: numbers of all clients together, and not one row.
FUNCTION = """
CREATE FUNCTION mails_by_state() RETURNS TABLE (state text, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT state::text, count(*) FROM mail_rawmail GROUP BY 1 $$;
"""


class Migration(migrations.Migration):
    dependencies = [("mail", "0002_row_security")]
    operations = [migrations.RunSQL(FUNCTION, "DROP FUNCTION mails_by_state();")]
