from django.db import migrations

# What becomes a fact is told of contacts by number. A colleague who calls a colleague is a contact
# of a direction of its own: none of it is a fact about customers (SKE-07).
LEFT_OUT = """
CREATE FUNCTION kpi_leave_out_colleagues() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM contacts_contact WHERE id = NEW.contact_id AND direction = 'own') THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION kpi_leave_out_colleagues() FROM PUBLIC;
CREATE TRIGGER leave_out_colleagues BEFORE INSERT ON kpi_fact FOR EACH ROW
    WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION kpi_leave_out_colleagues();
"""
COUNTED = """
DROP TRIGGER leave_out_colleagues ON kpi_fact;
DROP FUNCTION kpi_leave_out_colleagues();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0021_sums_for_other_tools"),
        ("contacts", "0013_colleagues_who_call"),
    ]
    operations = [migrations.RunSQL(LEFT_OUT, COUNTED)]
