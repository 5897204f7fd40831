from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect


def by_key(question: str) -> str:
    return f"{OF_CLIENT} OR ((SELECT is_narrow()) AND {question})"


# Seen by whoever sees the case: the desk, the department's group, the customer with the code.
FUNCTION = """
CREATE FUNCTION sees_promise(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT sees_case(case_id) FROM cases_promise WHERE id = key), false) $$;
"""
OF_CASE = {
    "cases_promise": "sees_case(case_id)",
    "cases_promiseend": "sees_promise(promise_id)",
    "cases_givenfact": "sees_case(case_id)",
    "cases_acceptance": "sees_hand_over(hand_over_id)",
    "cases_handoverseen": "sees_hand_over(hand_over_id)",
    "cases_handoverwarning": "sees_hand_over(hand_over_id)",
}
# How a client works; whoever works for it may read it, whatever cases they see.
OF_CLIENT_ONLY = ("cases_requiredfact", "cases_reachrule")
FACT = "sees_fact(id)"
FACT_FUNCTION = """
CREATE FUNCTION sees_fact(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM cases_givenfact WHERE fact_id = key AND sees_case(case_id)) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_promises_and_hops")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION sees_promise(bigint);"),
        migrations.RunSQL(FACT_FUNCTION, "DROP FUNCTION sees_fact(bigint);"),
        *(protect(table, seen_if=by_key(question)) for table, question in OF_CASE.items()),
        *(protect(table) for table in OF_CLIENT_ONLY),
        # A handler reads what is known of a fact, and so its name.
        migrations.RunSQL(
            "CREATE POLICY seen_with_case ON cases_requiredfact FOR SELECT"
            f" USING ({by_key(FACT)});",
            "DROP POLICY seen_with_case ON cases_requiredfact;",
        ),
    ]
