from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# One sequence a year: numbers are handed out without a lock, and a gap is only a gap.
NUMBERS = """
CREATE FUNCTION next_case_number(year int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE series text := 'cases_number_' || year;
BEGIN
    IF to_regclass(series) IS NULL THEN
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', series);
    END IF;
    RETURN lpad((year % 100)::text, 2, '0') || '-' || lpad(nextval(series::regclass)::text, 6, '0');
END $$;
ALTER TABLE cases_case ADD CONSTRAINT cases_by_client UNIQUE (id, client_id);
ALTER TABLE cases_case ADD CONSTRAINT case_and_customer_of_same_client
    FOREIGN KEY (customer_id, client_id) REFERENCES customers_customer (id, client_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
REMOVE_NUMBERS = """
ALTER TABLE cases_case DROP CONSTRAINT case_and_customer_of_same_client;
ALTER TABLE cases_case DROP CONSTRAINT cases_by_client;
DROP FUNCTION next_case_number(int);
"""

OF_GROUP = "group_id = ANY ((SELECT current_groups())::bigint[])"
CASE_SEEN = f"{OF_CLIENT} OR {OF_GROUP} OR id = (SELECT current_case())"
# The rows that hang on a case are seen as the case is: its own policy answers the sub-select.
WITH_CASE = f"{OF_CLIENT} OR case_id IN (SELECT id FROM cases_case)"
WITH_CONTACT = f"""{OF_CLIENT} OR contact_id IN (
    SELECT contact_id FROM cases_casecontact WHERE case_id IN (SELECT id FROM cases_case))"""
CONTACT = WITH_CONTACT.replace("OR contact_id", "OR id")
CUSTOMER = f"{OF_CLIENT} OR id IN (SELECT customer_id FROM cases_case)"
OF_CUSTOMER = f"{OF_CLIENT} OR customer_id IN (SELECT customer_id FROM cases_case)"
WITH_MESSAGE = f"{OF_CLIENT} OR message_id IN (SELECT id FROM contacts_message)"
WITH_OUTGOING = f"{OF_CLIENT} OR outgoing_id IN (SELECT id FROM contacts_outgoing)"
WITH_HAND_OVER = f"{OF_CLIENT} OR hand_over_id IN (SELECT id FROM cases_handover)"

OWN_TABLES = {
    "cases_case": CASE_SEEN,
    "cases_casecontact": WITH_CASE,
    "cases_casestate": WITH_CASE,
    "cases_assignment": WITH_CASE,
    "cases_handover": WITH_CASE,
    "cases_feedback": WITH_HAND_OVER,
    "cases_note": WITH_CASE,
    "cases_casefile": WITH_CASE,
    "cases_tagging": WITH_CASE,
}
TABLES_BELOW = {
    "contacts_contact": CONTACT,
    "contacts_message": WITH_CONTACT,
    "contacts_messagefile": WITH_MESSAGE,
    "contacts_outgoing": WITH_MESSAGE,
    "contacts_outgoingstep": WITH_OUTGOING,
    "customers_customer": CUSTOMER,
    "customers_address": OF_CUSTOMER,
}


def widen(table: str, seen_if: str) -> migrations.RunSQL:
    """Let those who see a case see what hangs on it in a slice below; writing stays by client."""
    return migrations.RunSQL(
        f"CREATE POLICY seen_with_case ON {table} FOR SELECT USING ({seen_if});",
        f"DROP POLICY seen_with_case ON {table};",
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("contacts", "0002_row_security")]
    operations = [
        migrations.RunSQL(NUMBERS, REMOVE_NUMBERS),
        *(protect(table, seen_if=rule) for table, rule in OWN_TABLES.items()),
        *(widen(table, rule) for table, rule in TABLES_BELOW.items()),
    ]
