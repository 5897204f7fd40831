"""What one client has is never seen under another: asked of the database, as the web role."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

from gensvar.foundation.people.access import identity_of, reach, see_as
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.operations.cases.models import Case, Tag
from gensvar.operations.cases.queries.story import STORY
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.models import Customer, Person

# Tables that belong to a client and yet are read by everybody who is let in: what a client is, who
# works for it and how it is set up. No row in them tells of a customer.
SHARED = {
    "agreements_standardtext",
    "calendars_deviation",
    "calendars_holidayskept",
    "calendars_openinghours",
    "casetypes_casetype",
    "integrations_token",
    "integrations_webhook",
    "kpi_goal",
    "kpi_usualperiod",
    "knowledge_servicearea",
    "knowledge_subject",
    # Sealed with a key that only the writer's browser holds.
    "portal_draft",
    "people_group",
    "people_rolegrant",
    "people_signinprovider",
    # Its client_id is what a sign-in provider calls us; we keep no rows there.
    "socialaccount_socialapp",
    "workorders_processrule",
}


@contextmanager
def as_web() -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        yield
        cursor.execute("RESET ROLE")


@pytest.fixture
def two_clients(exempelby, energi, noon):
    for client, number in ((exempelby, "26-000001"), (energi, "26-000002")):
        customer = Customer.objects.create(
            person=Person.objects.create(created_at=noon),
            client=client,
            number=f"K-{client.pk}",
            name="Eva Ek",
            created_at=noon,
        )
        Case.objects.create(
            client=client,
            number=number,
            title="Gropar",
            customer=customer,
            channel="mail",
            opened_at=noon,
            state_since=noon,
        )
    return exempelby, energi


def counts() -> tuple[int, int]:
    return Case.objects.count(), Customer.objects.count()


def test_the_representative_of_energi_sees_nothing_of_exempelby(ada, two_clients, noon):
    exempelby, energi = two_clients
    RoleGrant.objects.filter(agent=ada).delete()
    RoleGrant.objects.create(agent=ada, role=Role.CLIENT_REPRESENTATIVE, client=energi, since=noon)

    with as_web():
        see_as(reach(identity_of(ada, at=noon), "cases.read"))
        assert Case.objects.filter(client=exempelby).count() == 0
        assert list(Case.objects.values_list("number", flat=True)) == ["26-000002"]
        assert list(Customer.objects.values_list("client_id", flat=True)) == [energi.pk]


def test_nobody_sees_anything_before_saying_who_asks(two_clients):
    with as_web():
        assert counts() == (0, 0)
        assert Contact.objects.count() == 0


def test_a_case_cannot_be_written_into_another_client(ada, two_clients, noon):
    _exempelby, energi = two_clients
    refused = pytest.raises(Exception, match="row-level security")

    with refused, as_web():
        see_as(reach(identity_of(ada, at=noon), "cases.write"))
        Case.objects.create(
            client=energi,
            number="26-000003",
            title="x",
            channel="mail",
            opened_at=noon,
            state_since=noon,
        )


def test_a_case_cannot_be_moved_to_another_client(ada, two_clients, noon):
    _exempelby, energi = two_clients
    refused = pytest.raises(Exception, match="row-level security")

    with refused, as_web():
        see_as(reach(identity_of(ada, at=noon), "cases.write"))
        Case.objects.update(client=energi, customer=None)


def test_the_identity_does_not_outlive_the_transaction(ada, two_clients, noon):
    identity = identity_of(ada, at=noon)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('gensvar.clients', true)")
        before = cursor.fetchone()[0]
        cursor.execute("SAVEPOINT request")
        see_as(reach(identity, "cases.read"))
        cursor.execute("ROLLBACK TO request")
        cursor.execute("SELECT current_setting('gensvar.clients', true)")
        after = cursor.fetchone()[0]

    assert (before or "") == (after or "") == ""


def test_every_table_of_a_client_is_guarded_by_the_database(db):
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
               WHERE a.attname = 'client_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
                 AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity
                 AND has_table_privilege('gensvar_web', c.oid, 'SELECT')"""
        )
        open_tables = {row[0] for row in cursor.fetchall()}

    assert open_tables - SHARED == set()


def test_the_web_role_cannot_pass_by(db):
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT rolsuper, rolbypassrls, pg_has_role('gensvar_web', 'gensvar_owner', 'member'),
                      pg_has_role('gensvar_web', 'gensvar_work', 'member')
               FROM pg_roles WHERE rolname = 'gensvar_web'"""
        )

        assert cursor.fetchone() == (False, False, False, False)


def test_the_work_role_that_becomes_the_web_role_wins_nothing(db):
    """It does so to see what one person would: that is a step down, or it must not be."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT c.relname, wish FROM pg_class c,
                   unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) wish
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                 AND has_table_privilege('gensvar_web', c.oid, wish)
                 AND NOT has_table_privilege('gensvar_work', c.oid, wish)
               UNION ALL
               SELECT sequencename, 'USAGE' FROM pg_sequences WHERE schemaname = 'public'
                 AND has_sequence_privilege('gensvar_web', sequencename::text, 'USAGE')
                 AND NOT has_sequence_privilege('gensvar_work', sequencename::text, 'USAGE')
               UNION ALL
               SELECT proname, 'EXECUTE' FROM pg_proc
               WHERE pronamespace = 'public'::regnamespace
                 AND has_function_privilege('gensvar_web', oid, 'EXECUTE')
                 AND NOT has_function_privilege('gensvar_work', oid, 'EXECUTE')"""
        )
        won = cursor.fetchall()
        # Else what is inherited would hide what is won.
        cursor.execute("SELECT rolinherit FROM pg_roles WHERE rolname = 'gensvar_work'")
        (inherits,) = cursor.fetchone()

    assert (won, inherits) == ([], False)


def test_functions_that_act_as_their_owner_never_look_at_a_callers_own_tables(db):
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT proname, proconfig FROM pg_proc
               WHERE prosecdef AND pronamespace = 'public'::regnamespace"""
        )
        found = dict(cursor.fetchall())

    assert "case_at_number" in found
    careless = {
        name for name, kept in found.items() if "search_path=public, pg_temp" not in (kept or ())
    }
    assert careless == set()


def test_the_words_of_one_client_are_not_seen_under_another(
    ada, hanna, exempelby, energi, tek_gata, noon
):
    for client, word in ((exempelby, "vatten"), (energi, "elavbrott")):
        Tag.objects.create(client=client, name=word)

    with as_web():
        nobody = Tag.objects.count()
    seen = {}
    for agent in (ada, hanna):
        with as_web():
            see_as(reach(identity_of(agent, at=noon), "cases.read"))
            seen[agent.name] = list(Tag.objects.values_list("name", flat=True))

    assert seen == {"Ada Lind": ["vatten"], "Hanna Ström": ["vatten"]}
    assert nobody == 0


def test_row_security_lets_a_story_find_other_cases_by_their_index(ada, two_clients, noon):
    """A sum of columns may leak by its errors, so it is worked out after every row is admitted."""
    asked: dict[str, Any] = {"number": "26-000001", "language": "sv"}
    asked |= dict.fromkeys(("case", "customer", "client", "type", "subject"), 1)
    with connection.cursor() as cursor:
        # What two cases cost says nothing: the plan is made as if their page held many.
        cursor.execute(
            """SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', 'cases_case',
                                                'relpages', 1, 'reltuples', 225000::real)"""
        )
    with as_web(), connection.cursor() as cursor:
        see_as(reach(identity_of(ada, at=noon), "cases.read"))
        cursor.execute(f"EXPLAIN (FORMAT json) {STORY}", asked)
        ((plan,),) = cursor.fetchall()

    found = [
        node.get("Index Cond", "")
        for node in _nodes(plan[0]["Plan"])
        if node.get("Relation Name") == "cases_case" and node["Alias"].startswith("other")
    ]
    assert len(found) == 3
    assert all(condition.startswith("(id = CASE") for condition in found)


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for part in node.get("Plans", ()):
        yield from _nodes(part)
