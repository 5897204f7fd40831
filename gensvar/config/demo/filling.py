"""Fill the tables of the past; each function here is one process's work, and commits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from random import Random
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import now

from gensvar.config.demo import words
from gensvar.config.demo.copying import Rule, bring_back, copy_rows
from gensvar.config.demo.past import Crowd, stamp, stories
from gensvar.config.demo.rows import TABLES, Ids
from gensvar.foundation.events.actions import seal_imported

BATCH = 25_000
CUSTOMERS = ("customers_person", "customers_customer", "customers_address")
# The tables of two who work at the same time, and are done at the same time.
CASES = (*CUSTOMERS, *(table.name for table in TABLES if table.name.startswith("cases_")))
THE_REST = tuple(table.name for table in TABLES if table.name not in CASES)
ALL_TABLES = (*CASES, *THE_REST)
# Whom the specification names: K-1001 Eva Ek, K-1002 protected, K-1003 Byggfirma AB.
NAMED = (
    ("Eva Ek", "person", "eva.ek@example.com", "+46701111111"),
    ("Skyddad person", "person", "", ""),
    ("Byggfirma AB", "organisation", "info@byggfirma.example", "+46719999999"),
)
TOWN_BUILT = datetime(2025, 9, 1, 6, tzinfo=UTC)


@dataclass(frozen=True)
class Past:
    """Which past to write: how many cases, drawn how, from how many customers, with which keys."""

    size: int
    seed: int
    customers: int
    ids: Ids


def copy_past(past: Past, names: Sequence[str], rules: Sequence[Rule]) -> None:
    """Write the past's rows of these tables, and bring their indexes back.

    Who else writes the other tables tells the same stories, since the seed is the same.
    """
    told = stories(past.size, Crowd(past.customers, len(past.ids.agents)), Random(past.seed))
    tables = [table for table in TABLES if table.name in names]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        if CUSTOMERS[0] in names:
            _copy_customers(cursor, past.ids.client, past.customers, Random(past.seed))
        while batch := list(islice(told, BATCH)):
            for table in tables:
                rows = (row for story in batch for row in table.rows(story, past.ids))
                copy_rows(cursor, table.name, table.columns, rows)
        bring_back(cursor, (rule for rule in rules if not rule.is_foreign_key))
        # A smaller sample than usual tells as much of so even a past.
        cursor.execute("SET LOCAL default_statistics_target = 30")
        cursor.execute(f"ANALYZE {', '.join(names)}")


def link_and_count(rules: Sequence[Rule]) -> None:
    """Bring the foreign keys back, count the past, and let its customers be found."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT kpi_rebuild(), search_rebuild_customers()")
        bring_back(cursor, (rule for rule in rules if rule.is_foreign_key))


def seal_past() -> None:
    seal_imported(at=now())


def find_cases() -> None:
    """Write down by which words the past's cases are found."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_rebuild_cases()")


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
