"""Build the demo town in one transaction: either all of it is there, or none."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from random import Random
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.timezone import now

from gensvar.config.demo import words
from gensvar.config.demo.cast import WORKERS
from gensvar.config.demo.catalogue import topics
from gensvar.config.demo.copying import bare_tables, copy_rows
from gensvar.config.demo.past import Crowd, Story, stamp, stories
from gensvar.config.demo.present import open_present
from gensvar.config.demo.rows import TABLES, Ids
from gensvar.config.demo.town import build_town
from gensvar.config.demo.volumes import FIRST_DAY
from gensvar.config.refusals import CannotRun
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import seal_imported
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.operations.knowledge.models import Subject

BATCH = 25_000
CUSTOMER_TABLES = ("customers_person", "customers_customer", "customers_address")
# Whom the specification names: K-1001 Eva Ek, K-1002 protected, K-1003 Byggfirma AB.
NAMED = (
    ("Eva Ek", "person", "eva.ek@example.com", "+46701111111"),
    ("Skyddad person", "person", "", ""),
    ("Byggfirma AB", "organisation", "info@byggfirma.example", "+46719999999"),
)
TOWN_BUILT = datetime(2025, 9, 1, 6, tzinfo=UTC)


def load_town(*, size: int, seed: int, only_if_empty: bool) -> None:
    """Make Exempelby with its past, its open cases and its mailbox."""
    if not settings.DEMO:
        raise CannotRun("The demo town is only built where GENSVAR_DEMO is 1; see the README.")
    if size < 0:
        raise CannotRun("A town cannot have fewer than 0 past cases.")
    if Client.objects.exists():
        if only_if_empty:
            return
        raise CannotRun("Somebody already works here; the demo town wants an empty database.")
    began = monotonic()
    print(f"Building Exempelby with {size} past cases …", flush=True)
    with transaction.atomic():
        clients = build_town(at=TOWN_BUILT, size=size)
        random = Random(seed)
        customers = max(len(NAMED), size // 4)
        _copy_past(size, _ids(clients["exempelby"]), customers, random)
        seal_imported(at=now())
        open_present(clients, random, at=now())
    print(f"Exempelby is built ({monotonic() - began:.0f} s).", flush=True)


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
        handlers=[handler_of[subject.group_id or 0] for subject in ordered],
        agents=list(agents.values_list("pk", flat=True)),
        front=Group.objects.get(client=client, is_front=True).pk,
        first_customer=1,
    )


def _copy_past(size: int, ids: Ids, customers: int, random: Random) -> None:
    tables = [*CUSTOMER_TABLES, *(table.name for table in TABLES)]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        with bare_tables(cursor, tables):
            _copy_customers(cursor, ids.client, customers, random)
            told = stories(size, Crowd(customers, len(ids.agents)), random)
            while batch := list(islice(told, BATCH)):
                _copy_batch(cursor, batch, ids)
        cursor.execute("SELECT search_rebuild()")
        _continue_numbers(cursor, tables, size=size, customers=customers)


def _copy_batch(cursor: Any, batch: list[Story], ids: Ids) -> None:
    for table in TABLES:
        rows = (row for story in batch for row in table.rows(story, ids))
        copy_rows(cursor, table.name, table.columns, rows)


def _copy_customers(cursor: Any, client: int, count: int, random: Random) -> None:
    since = stamp(TOWN_BUILT.timestamp())
    people = list(_people(count, random))
    copy_rows(
        cursor,
        "customers_person",
        ("id", "created_at"),
        (f"{number}\t{since}" for number in range(1, count + 1)),
    )
    columns = ("id", "person_id", "client_id", "number", "name", "kind", "language", "created_at")
    copy_rows(
        cursor,
        "customers_customer",
        columns,
        (
            f"{place}\t{place}\t{client}\tK-{1000 + place}\t{name}\t{kind}\tsv\t{since}"
            for place, (name, kind, _mail, _phone) in enumerate(people, start=1)
        ),
    )
    copy_rows(
        cursor,
        "customers_address",
        ("customer_id", "client_id", "kind", "value", "since"),
        (
            f"{place}\t{client}\t{kind}\t{value}\t{since}"
            for place, (_name, _kind, mail, phone) in enumerate(people, start=1)
            for kind, value in (("mail", mail), ("phone", phone))
            if value
        ),
    )


def _people(count: int, random: Random) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, kind, mail and phone; the numbers lie in the range for machines (071)."""
    yield from islice(NAMED, count)
    for place in range(len(NAMED), count):
        first = random.choice(words.FIRST_NAMES)
        last = random.choice(words.LAST_NAMES)
        local = f"{first}.{last}.{place}".lower().translate(_ASCII)
        mail = f"{local}@example.com" if random.random() < 0.7 else ""
        yield f"{first} {last}", "person", mail, f"+4671{place:07d}"


_ASCII = str.maketrans("åäöéá", "aaoea")


def _continue_numbers(cursor: Any, tables: Iterable[str], *, size: int, customers: int) -> None:
    """Let what comes next be numbered after what was copied."""
    for table in tables:
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608
            f"coalesce((SELECT max(id) FROM {table}), 0) + 1, false)"
        )
    cursor.execute("SELECT setval('customers_number', %s)", [1000 + customers])
    cursor.execute("SELECT next_case_number(%s)", [FIRST_DAY.year])
    cursor.execute(f"SELECT setval('cases_number_{FIRST_DAY.year}', %s, false)", [size + 1])
