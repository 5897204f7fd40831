"""Build the demo town: the town itself, its past by two processes at once, its present."""

from functools import partial
from random import Random
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.timezone import now

from gensvar.config.demo.callers import join_switchboard, remember_calls
from gensvar.config.demo.cast import WORKERS
from gensvar.config.demo.catalogue import topics
from gensvar.config.demo.chatting import let_the_town_chat
from gensvar.config.demo.copying import take_rules_off, wake_triggers
from gensvar.config.demo.customers import furnish_customers
from gensvar.config.demo.disturbed import disturb
from gensvar.config.demo.entry_points import publish_ways_in
from gensvar.config.demo.filling import (
    ALL_TABLES,
    CASES,
    NAMED,
    THE_REST,
    TOWN_BUILT,
    Past,
    copy_past,
    find_cases,
    link_and_count,
    seal_past,
)
from gensvar.config.demo.intake import remember_weeks
from gensvar.config.demo.knowing import publish_answers
from gensvar.config.demo.messaged import take_messages
from gensvar.config.demo.noted import note_from_elsewhere
from gensvar.config.demo.ordered import order_work
from gensvar.config.demo.papered import lay_paper
from gensvar.config.demo.phones import join_phones
from gensvar.config.demo.places import keep_register
from gensvar.config.demo.posted import post_in_public
from gensvar.config.demo.present import open_present
from gensvar.config.demo.promised import promise_calls
from gensvar.config.demo.recorded import remember_a_talk
from gensvar.config.demo.reporting import send_reports
from gensvar.config.demo.ringing import give_a_number, record_calls
from gensvar.config.demo.routing import seat_the_town
from gensvar.config.demo.rows import Ids
from gensvar.config.demo.secrecy import hide_past, open_secrets, protect_customer
from gensvar.config.demo.square import join_square
from gensvar.config.demo.together import work_together
from gensvar.config.demo.town import build_town
from gensvar.config.demo.visited import open_the_hall
from gensvar.config.demo.volumes import FIRST_DAY
from gensvar.config.demo.working_together import Start, two_workers
from gensvar.config.refusals import CannotRun
from gensvar.config.shape import HALF_LOADED, MIGRATION_LOCK
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.operations.knowledge.models import Subject


def load_town(*, size: int, seed: int, only_if_empty: bool) -> None:
    """Make Exempelby with its past, its open cases and its mailbox.

    It is committed in steps, so that two processes can work at once; until the last of them the
    schema carries the mark of a broken load, which a migration clears away.
    """
    if not settings.DEMO:
        raise CannotRun("The demo town is only built where GENSVAR_DEMO is 1; see the README.")
    if size < 0:
        raise CannotRun("A town cannot have fewer than 0 past cases.")
    with two_workers() as start:
        try:
            _load_alone(size, seed, start, only_if_empty=only_if_empty)
        finally:
            connection.close()


def _load_alone(size: int, seed: int, start: Start, *, only_if_empty: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        shape = _comment(cursor)
    if shape == HALF_LOADED:
        raise CannotRun("A load of the demo town was broken off: `gensvar migrate` clears it away.")
    if Client.objects.exists():
        if only_if_empty:
            return
        raise CannotRun("Somebody already works here; the demo town wants an empty database.")
    began = monotonic()
    print(f"Building Exempelby with {size} past cases …", flush=True)
    _build(size, seed, shape, start)
    print(f"Exempelby is built ({monotonic() - began:.0f} s).", flush=True)


def _build(size: int, seed: int, shape: str, start: Start) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        _mark(cursor, HALF_LOADED)
        clients = build_town(at=TOWN_BUILT, size=size)
        customers = max(len(NAMED), size // 4)
        past = Past(size, seed, customers, _ids(clients["exempelby"]))
        rules = take_rules_off(cursor, ALL_TABLES)
    copying = [
        start(partial(copy_past, past, names, [rule for rule in rules if rule.table in names]))
        for names in (CASES, THE_REST)
    ]
    for copied in copying:
        copied.result()
    hide_past()
    linked, searchable = start(partial(link_and_count, rules)), start(find_cases)
    linked.result()
    sealed = start(seal_past)
    searchable.result()
    with transaction.atomic(), connection.cursor() as cursor:
        wake_triggers(cursor, ALL_TABLES)
        _continue_numbers(cursor, size=size, customers=customers)
        protect_customer()
        open_present(clients, Random(seed), at=now())
        if size:
            note_from_elsewhere(clients["exempelby"], at=now(), size=size)
        furnish_customers(clients, at=now())
        open_secrets(clients["exempelby"], at=now())
        work_together(clients, at=now())
        disturb(clients["exempelby"], at=now())
        keep_register(clients["exempelby"], at=now())
        publish_answers(clients["exempelby"], at=now())
        order_work(clients["exempelby"], at=now())
        send_reports(clients["exempelby"], at=now())
        publish_ways_in(clients["exempelby"], at=now())
        lay_paper(clients["exempelby"], at=now())
        post_in_public(clients["exempelby"], at=now())
        join_phones(clients["exempelby"], at=now())
        join_square(clients["exempelby"], at=now())
        seat_the_town(clients, at=now())
        let_the_town_chat(clients["exempelby"], at=now())
        open_the_hall(clients["exempelby"], at=now())
        join_switchboard(clients["exempelby"], at=now())
        give_a_number(clients, at=now())
        remember_calls(clients["exempelby"], Random(seed), at=now())
        remember_a_talk(clients, at=now())
        take_messages(clients, at=now())
        record_calls(clients, at=now())
        promise_calls(clients, at=now())
        remember_weeks(clients["exempelby"], Random(seed), at=now())
        # What happens in the present is not committed before, and so not sealed as the past is.
        sealed.result()
        _mark(cursor, shape)


def _comment(cursor: Any) -> str:
    cursor.execute("SELECT obj_description('public'::regnamespace)")
    return cursor.fetchone()[0] or ""


def _mark(cursor: Any, words: str) -> None:
    cursor.execute(f"COMMENT ON SCHEMA public IS '{words}'")


def _ids(client: Client) -> Ids:
    handler_of = {
        membership.group_id: membership.agent_id
        for membership in Membership.objects.order_by("-pk")
    }
    subjects = {subject.name: subject for subject in Subject.objects.filter(client=client)}
    ordered = [subjects[topic.name] for topic in topics()]
    front = [worker.email for worker in WORKERS if worker.role == "agent" and worker.group]
    agents = Agent.objects.filter(email__in=front, grants__client=client).order_by("pk")
    return Ids(
        client=client.pk,
        subjects=[subject.pk for subject in ordered],
        groups=[subject.group_id or 0 for subject in ordered],
        access=[subject.access_id for subject in ordered],
        handlers=[handler_of[subject.group_id or 0] for subject in ordered],
        agents=list(agents.values_list("pk", flat=True)),
        front=Group.objects.get(client=client, is_front=True).pk,
        first_customer=1,
    )


def _continue_numbers(cursor: Any, *, size: int, customers: int) -> None:
    """Let what comes next be numbered after what was copied."""
    for table in ALL_TABLES:
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608
            f"coalesce((SELECT max(id) FROM {table}), 0) + 1, false)"
        )
    cursor.execute("SELECT setval('customers_number', %s)", [1000 + customers])
    cursor.execute("SELECT next_case_number(%s)", [FIRST_DAY.year])
    cursor.execute(f"SELECT setval('cases_number_{FIRST_DAY.year}', %s, false)", [size + 1])
