"""Row-level security in one place: who may see a row is decided by the database.

The identity of a transaction is four settings, set by `people.access`:
`gensvar.clients` (clients whose every row may be seen), `gensvar.groups` (groups whose handed-over
cases may be seen), `gensvar.case` (the one case a customer has shown the code for) and
`gensvar.agent`. Where none is set, nothing is seen. The owner and the work role pass by.

Beside what a role opens stands what secrecy closes: a policy called `confidential` hides a row from
everybody who is not on the access list, whatever their roles. It asks `gensvar.lists`, which the
database itself fills in for the agent. A new table that hangs on a case, a contact or a customer
says so by `hide()`; the leak suite fails until it does.
"""

from django.db import migrations

# Wrapped in a sub-select by the policies, so that they are worked out once a query, not once a row.
FUNCTIONS = """
CREATE FUNCTION current_clients() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('gensvar.clients', true), ''), ','),
                    '{}')::bigint[] $$;
CREATE FUNCTION current_groups() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('gensvar.groups', true), ''), ','),
                    '{}')::bigint[] $$;
CREATE FUNCTION current_case() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('gensvar.case', true), '')::bigint $$;
"""
DROP_FUNCTIONS = (
    "DROP FUNCTION current_clients(); DROP FUNCTION current_groups(); DROP FUNCTION current_case();"
)
OF_CLIENT = "client_id = ANY ((SELECT current_clients())::bigint[])"


def protect(table: str, *, seen_if: str = OF_CLIENT) -> migrations.RunSQL:
    """Let the web role see, and write, only the rows of `table` for which `seen_if` holds."""
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY seen ON {table} USING ({seen_if}) WITH CHECK ({seen_if});",
        f"DROP POLICY seen ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


def hide(table: str, *, hidden_if: str) -> migrations.RunSQL:
    """Hide the rows of `table` from whoever may not know of the case that they hang on.

    `hidden_if` asks about the row in hand: `hidden_case(case_id)`, `hidden_contact(contact_id)`,
    `hidden_message(message_id)`, `hidden_hand_over(hand_over_id)`, `hidden_promise(promise_id)`,
    `hidden_customer(customer_id)`.
    """
    seen_if = f"NOT coalesce({hidden_if}, false)"
    return migrations.RunSQL(
        f"CREATE POLICY confidential ON {table} AS RESTRICTIVE USING ({seen_if});",
        f"DROP POLICY confidential ON {table};",
    )


def look_in_public_only(*functions: str) -> migrations.RunSQL:
    """Have functions that act as their owner find tables in `public`, never a caller's own.

    A temporary table is looked for first unless `pg_temp` is named, and whoever may make one could
    lay it in the way.
    """
    return migrations.RunSQL(
        [f"ALTER FUNCTION {name} SET search_path = public, pg_temp" for name in functions],
        [f"ALTER FUNCTION {name} SET search_path = public" for name in functions],
    )
