from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT

# Whoever sees all of a client never gets past the first condition, and whoever sees by group or by
# code is asked about the row in hand: no policy reads a whole table, and plans stay small.
FUNCTIONS = """
CREATE FUNCTION is_narrow() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT current_groups() <> '{}' OR current_case() IS NOT NULL $$;
CREATE FUNCTION sees_case(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM cases_case
        WHERE id = key AND (group_id = ANY (current_groups()) OR id = current_case())) $$;
CREATE FUNCTION sees_customer(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM cases_case
        WHERE customer_id = key AND (group_id = ANY (current_groups()) OR id = current_case())) $$;
CREATE FUNCTION sees_contact(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM cases_casecontact link JOIN cases_case c ON c.id = link.case_id
        WHERE link.contact_id = key
          AND (c.group_id = ANY (current_groups()) OR c.id = current_case())) $$;
CREATE FUNCTION sees_message(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS $$
    SELECT coalesce((SELECT sees_contact(contact_id) FROM contacts_message WHERE id = key), false)
$$;
CREATE FUNCTION sees_outgoing(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS $$
    SELECT coalesce((SELECT sees_message(message_id) FROM contacts_outgoing WHERE id = key), false)
$$;
CREATE FUNCTION sees_hand_over(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS $$
    SELECT coalesce((SELECT sees_case(case_id) FROM cases_handover WHERE id = key), false) $$;
"""
DROP = """
DROP FUNCTION sees_hand_over(bigint), sees_outgoing(bigint), sees_message(bigint),
    sees_contact(bigint), sees_customer(bigint), sees_case(bigint), is_narrow();
"""


def by_key(question: str) -> str:
    return f"{OF_CLIENT} OR ((SELECT is_narrow()) AND {question})"


# What hangs on a case, and by which of its columns.
OWN_TABLES = {
    "cases_casecontact": "sees_case(case_id)",
    "cases_casestate": "sees_case(case_id)",
    "cases_assignment": "sees_case(case_id)",
    "cases_handover": "sees_case(case_id)",
    "cases_feedback": "sees_hand_over(hand_over_id)",
    "cases_note": "sees_case(case_id)",
    "cases_casefile": "sees_case(case_id)",
    "cases_tagging": "sees_case(case_id)",
}
TABLES_BELOW = {
    "contacts_contact": "sees_contact(id)",
    "contacts_message": "sees_contact(contact_id)",
    "contacts_messagefile": "sees_message(message_id)",
    "contacts_outgoing": "sees_message(message_id)",
    "contacts_outgoingstep": "sees_outgoing(outgoing_id)",
    "customers_customer": "sees_customer(id)",
    "customers_address": "sees_customer(customer_id)",
}

# As they were in 0002, for whoever goes back.
WITH_CASE = f"{OF_CLIENT} OR case_id IN (SELECT id FROM cases_case)"
WITH_CONTACT = f"""{OF_CLIENT} OR contact_id IN (
    SELECT contact_id FROM cases_casecontact WHERE case_id IN (SELECT id FROM cases_case))"""
BEFORE = {
    "cases_feedback": f"{OF_CLIENT} OR hand_over_id IN (SELECT id FROM cases_handover)",
    "contacts_contact": WITH_CONTACT.replace("OR contact_id", "OR id"),
    "contacts_message": WITH_CONTACT,
    "contacts_messagefile": f"{OF_CLIENT} OR message_id IN (SELECT id FROM contacts_message)",
    "contacts_outgoing": f"{OF_CLIENT} OR message_id IN (SELECT id FROM contacts_message)",
    "contacts_outgoingstep": f"{OF_CLIENT} OR outgoing_id IN (SELECT id FROM contacts_outgoing)",
    "customers_customer": f"{OF_CLIENT} OR id IN (SELECT customer_id FROM cases_case)",
    "customers_address": f"{OF_CLIENT} OR customer_id IN (SELECT customer_id FROM cases_case)",
}


def own(table: str, question: str) -> migrations.RunSQL:
    was, becomes = BEFORE.get(table, WITH_CASE), by_key(question)
    return migrations.RunSQL(
        f"ALTER POLICY seen ON {table} USING ({becomes}) WITH CHECK ({becomes});",
        f"ALTER POLICY seen ON {table} USING ({was}) WITH CHECK ({was});",
    )


def below(table: str, question: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER POLICY seen_with_case ON {table} USING ({by_key(question)});",
        f"ALTER POLICY seen_with_case ON {table} USING ({BEFORE[table]});",
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_lists_in_order")]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP),
        *(own(table, question) for table, question in OWN_TABLES.items()),
        *(below(table, question) for table, question in TABLES_BELOW.items()),
    ]
