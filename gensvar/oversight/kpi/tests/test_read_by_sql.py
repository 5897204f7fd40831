"""Other tools read views: whole days of their client, no person, no small number, nothing else."""

from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import NOON
from gensvar.operations.cases.actions import close, open_case, reopen
from gensvar.oversight.kpi.tests.test_read_record import busy_day, calls, phone, read

__all__ = ["busy_day", "calls", "phone"]
PAGE = Path(__file__).resolve().parents[4] / "docs/operations/sql-views.md"
VIEWS = {
    "clients": ("client_id", "name"),
    "queues": ("client_id", "queue_id", "name", "channel"),
    "days": ("client_id", "day", "is_whole", "told_at"),
    "day_sums": ("client_id", "day", "queue_id", "counter", "amount", "is_hidden"),
    "contacts": (
        *("client_id", "day", "half_hour", "queue_id", "channel", "kind", "outcome"),
        *("seconds", "more_seconds"),
    ),
    "restatements": ("client_id", "day", "counter", "before", "after", "at"),
}


@contextmanager
def as_reader(*clients):
    """Read as a login that was given the role and these clients."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM bi.readers")
        for client in clients:
            cursor.execute("INSERT INTO bi.readers VALUES (session_user, %s)", [client.pk])
        cursor.execute("SET LOCAL ROLE gensvar_read")
        yield cursor
        cursor.execute("RESET ROLE")


def rows(cursor, query):
    cursor.execute(query)
    return cursor.fetchall()


def sums(cursor):
    found = rows(
        cursor, "SELECT counter, sum(amount), bool_or(is_hidden) FROM bi.day_sums GROUP BY 1"
    )
    return {counter: (amount, is_hidden) for counter, amount, is_hidden in found}


def test_calls_are_summed_and_told_one_by_one(busy_day, exempelby):
    read()

    with as_reader(exempelby) as cursor:
        assert sums(cursor)["offered"] == (10, False)
        answered = rows(
            cursor,
            """SELECT count(*), avg(seconds)::int, min(half_hour) = max(half_hour)
               FROM bi.contacts WHERE kind = 'wait' AND outcome = 'answered'""",
        )
        assert answered == [(6, 72, True)]
        assert rows(cursor, "SELECT name FROM bi.clients") == [(exempelby.name,)]
        assert rows(cursor, "SELECT name, channel FROM bi.queues") == [("Kundtjänst", "phone")]


def test_a_login_reads_only_the_clients_that_it_was_given(busy_day, energi):
    read()

    for clients in ((), (energi,)):
        with as_reader(*clients) as cursor:
            for view in VIEWS:
                found = rows(cursor, f"SELECT count(*) FROM bi.{view}")
                assert found == [(len(clients) if view == "clients" else 0,)], view


def test_half_a_day_is_not_read(calls, exempelby):
    calls.answered(10)
    read(at=NOON + timedelta(hours=2))

    with as_reader(exempelby) as cursor:
        assert rows(cursor, "SELECT is_whole FROM bi.days") == [(False,)]
        assert rows(cursor, "SELECT * FROM bi.day_sums") == []
        assert rows(cursor, "SELECT * FROM bi.contacts") == []


@pytest.mark.parametrize(
    ("closed", "again", "told"),
    [
        (3, 0, {"closed": (None, True)}),
        (6, 0, {"closed": (6, False)}),
        # One that stayed closed could be worked out.
        (6, 5, {"closed": (6, False), "reopened": (None, True)}),
        (12, 5, {"closed": (12, False), "reopened": (5, False)}),
        (12, 2, {"closed": (12, False), "reopened": (None, True)}),
    ],
)
def test_of_few_cases_nothing_is_read(exempelby, gator, ada, closed, again, told):
    for number in range(closed):
        case = open_case(
            exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
        )
        close(case, by=ada, at=NOON + timedelta(hours=1))
        if number < again:
            reopen(case, by=ada, at=NOON + timedelta(hours=2))
    read()

    with as_reader(exempelby) as cursor:
        found = sums(cursor)
        assert {counter: found.get(counter) for counter in told} == told
        assert rows(cursor, "SELECT * FROM bi.contacts WHERE kind IN ('case', 'closing')") == []


def test_the_views_have_the_columns_that_are_documented(exempelby):
    with connection.cursor() as cursor:
        found = rows(
            cursor,
            """SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
               FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
               WHERE c.relnamespace = 'bi'::regnamespace AND c.relkind = 'v' GROUP BY 1""",
        )
    views = {name: sorted(columns) for name, columns in VIEWS.items()}
    assert {name: sorted(columns) for name, columns in found} == views
    page = PAGE.read_text()
    for name, columns in VIEWS.items():
        (line,) = [one for one in page.splitlines() if one.startswith(f"| `bi.{name}` ")]
        assert all(f"`{column}`" in line for column in columns), name


def test_the_role_can_read_nothing_else(exempelby):
    with connection.cursor() as cursor:
        readable = rows(
            cursor,
            """SELECT n.nspname || '.' || c.relname FROM pg_class c
               JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S')
                 AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                 AND n.nspname NOT LIKE 'pg\\_%'
                 AND CASE c.relkind
                     WHEN 'S' THEN has_sequence_privilege('gensvar_read', c.oid, 'USAGE, SELECT')
                     ELSE has_table_privilege('gensvar_read', c.oid, 'SELECT')
                         OR has_any_column_privilege('gensvar_read', c.oid, 'SELECT') END""",
        )
        assert {name for (name,) in readable} == {f"bi.{view}" for view in VIEWS}
        writable = rows(
            cursor,
            """SELECT c.relname FROM pg_class c
               WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND c.relnamespace IN (
                   'public'::regnamespace, 'bi'::regnamespace)
                 AND has_table_privilege(
                     'gensvar_read', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')""",
        )
        assert writable == []
        may = rows(
            cursor,
            """SELECT has_schema_privilege('gensvar_read', 'public', 'USAGE'),
                      has_schema_privilege('gensvar_read', 'bi', 'CREATE'),
                      rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin
               FROM pg_roles WHERE rolname = 'gensvar_read'""",
        )
        assert may == [(False, False, False)]


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT * FROM public.people_agent",
        "SELECT * FROM public.kpi_fact",
        "SELECT * FROM bi.readers",
        "INSERT INTO bi.readers VALUES (session_user, 1)",
        "DELETE FROM public.kpi_daysum",
        "SELECT public.kpi_sum_days(1, '{}')",
        "SELECT public.kpi_sums_of_all('2026-05-04')",
        "SET ROLE gensvar_web; SELECT 1",
    ],
)
def test_anything_else_is_refused(exempelby, asked):
    as_login = f"SET LOCAL SESSION AUTHORIZATION gensvar_read; {asked}"
    with pytest.raises(DatabaseError, match="permission denied"), as_reader(exempelby) as cursor:
        cursor.execute(as_login)
