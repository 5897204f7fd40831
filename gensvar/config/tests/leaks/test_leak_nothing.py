"""Somebody who may not see walks every door of the product: with and without a secret behind it."""

import logging
from collections.abc import Iterator
from typing import Any

from django.db import connection

from gensvar.config.tests.leaks import planting, walking
from gensvar.config.tests.leaks.walking import (
    Door,
    Walker,
    betrays,
    blotted,
    difference,
    every_door,
)
from gensvar.config.tests.test_guard_addresses import WITHOUT
from gensvar.foundation.people.models import Agent
from gensvar.foundation.secrecy.models import AccessEntry
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.models import Subject

# Doors whose answer may differ by the mere presence of a confidential case, each with why. That
# they say nothing of the case itself is still looked for.
FIGURES = {
    **dict.fromkeys(
        (
            "amnen/",
            "mal/",
            "volymer/",
            "nivaer/",
            "overlamningar/",
            "registrering/",
            "kopplade-samtal/",
            "behov/",
            "nytta/",
            "insikter/",
            "problem/",
            "rapporter/",
            "startlista/",
            "api/v1/subjects/ranking",
            "api/v1/figures/registration",
            "api/v1/figures/transfers",
            "api/v1/figures/needs",
            "api/v1/figures/first-contact",
            "forsta-kontakten/",
            "mal/arendetyper/",
            "api/v1/figures/case-types",
            "saknade-svar/",
            "api/v1/figures/answer-support",
            "api/v1/figures/goals",
            "api/v1/figures/volumes",
            "api/v1/figures/tiers",
            "api/v1/figures/hand-overs",
            "api/v1/figures/insights",
        ),
        "published figures count every case; small cells are left out there",
    ),
    "installningar/handelser/": "the record counts all its events: its chain must be whole",
    "installningar/": "says whether the record is sealed, which counts all its events",
    "installningar/sekretess/lasningar/": "the log of readings, for those who review access",
    "healthz": "numbers of the machine, all clients together",
    "readyz": "numbers of the machine, all clients together",
    "metrics": "numbers of the machine, all clients together",
    "installningar/jobb/": "how many jobs wait on this machine, whatever they are about",
}
# Of these the answer is another each time, whatever is asked for.
RESTLESS = {"metrics": "counts the requests themselves, and the free bytes of the disk"}
# Doors that a walker may not try, each with why.
LEFT_ALONE = {
    "konto/": "one's own account and sign-in: leads to no case",
    "ui/": "the gallery of components, in development alone",
}


def doors_to_try() -> list[Door]:
    left = tuple(LEFT_ALONE)
    return [
        door for door in every_door() if not door.path.startswith(left) and door.path not in WITHOUT
    ]


def try_doors(walkers: dict[str, Walker]) -> Iterator[tuple[str, Walker, Door]]:
    """Yield who tries which door: programs the API, people the pages, strangers what is open."""
    for door in doors_to_try():
        if door.is_api:
            yield "a program", walkers["a program"], door
            continue
        yield "everything but the list", walkers["everything but the list"], door
        if "handlaggare/" in door.path or door.path.startswith("arenden/<"):
            yield "a handler of another group", walkers["a handler of another group"], door
        if door.path.startswith("informationsnivaer/"):
            # Sums of the whole client are open to a role that is bound to groups.
            name = "the manager of another department"
            yield name, walkers[name], door
        if "<" not in door.path and not door.path.startswith(("arenden", "installningar")):
            yield "nobody", walkers["nobody"], door


def test_every_parameter_has_a_value() -> None:
    missing = walking.unknown_parameters()

    assert not missing, (
        "The leak suite does not know what to put for these parts of addresses. Add each to "
        f"PARAMETERS in {walking.__name__}: the confidential value and one of nobody: {missing}"
    )


def test_every_table_that_hangs_on_a_case_is_hidden_by_the_database(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT tablename FROM pg_policies
               WHERE policyname IN ('confidential', 'own') AND schemaname = 'public'"""
        )
        hidden = {row[0] for row in cursor.fetchall()}
        cursor.execute(
            """SELECT c.relname FROM pg_class c WHERE c.relkind = 'r'
               AND has_table_privilege('gensvar_web', c.oid, 'SELECT')"""
        )
        readable = {row[0] for row in cursor.fetchall()}
    tables = {model._meta.db_table for model in planting.hanging()} & readable

    bare = sorted(tables - hidden - set(NOT_HIDDEN))
    assert not bare, (
        "These tables hang on a case, a contact or a customer, but show the rows of confidential "
        "ones. Add hide(table, hidden_if='hidden_case(case_id)') from foundation.rowsecurity to a "
        f"migration of the slice: {bare}"
    )


# Tables that hang on a case and yet need no policy of their own, each with why.
NOT_HIDDEN = {
    "portal_draft": "sealed with a key that only the writer's browser holds",
    "portal_draftfile": "sealed with a key that only the writer's browser holds",
    "cases_reading": "the log of readings, for those who review access; shows no number",
}


def test_nothing_of_a_confidential_case_comes_out_of_any_door(
    town: None,
    walkers: dict[str, Walker],
    secret_subject: Subject,
    tove: Agent,
    exempelby: Any,
    settled: None,
    noon: Any,
    caplog: Any,
) -> None:
    caplog.set_level(logging.DEBUG)
    tried = list(try_doors(walkers))
    before = [
        blotted(walker.knock(door, 1, plain=True), 1) if door.method == "GET" else ""
        for _who, walker, door in tried
    ]
    planting.set_sequences(planting.FIRST_ID)
    case = planting.plant(exempelby, subject=secret_subject, by=tove, at=noon)
    planting.set_sequences(3_300_001)
    assert case.number == walking.NUMBER

    leaks = []
    for (who, walker, door), without in zip(tried, before, strict=True):
        if door.method == "GET" and door.path not in FIGURES:
            present = walker.knock(door, 1, plain=True)
            if blotted(present, 1) != without:
                leaks.append(
                    f"{who}: {door} differs when a confidential case is there"
                    + difference(without, blotted(present, 1))
                )
        known, unknown = walker.knock(door, 0), walker.knock(door, 1)
        if door.path not in RESTLESS and blotted(known, 0) != blotted(unknown, 1):
            leaks.append(
                f"{who}: {door} answers otherwise to what is confidential than to nothing"
                + difference(blotted(known, 0), blotted(unknown, 1))
            )
        if walking.BROKE in known or walking.BROKE in unknown:
            leaks.append(f"{who}: {door} broke: {known[:300]}")
        said = betrays(blotted(known, 0)) + betrays(unknown)
        leaks += [f"{who}: {door} says {word}" for word in said]

    assert not leaks, "\n".join(leaks)
    assert len(tried) > 200
    # The address that somebody asked for stands in the log, whatever it leads to.
    logged = [blotted(record.getMessage(), 0) for record in caplog.records]
    told = [message for message in logged if betrays(message)]
    assert not told, f"Logs tell of the confidential case: {told}"


def test_the_walk_would_find_a_leak(
    town: None,
    walkers: dict[str, Walker],
    secret_subject: Subject,
    tove: Agent,
    curious: Agent,
    exempelby: Any,
    settled: None,
    noon: Any,
) -> None:
    planting.set_sequences(planting.FIRST_ID)
    planting.plant(exempelby, subject=secret_subject, by=tove, at=noon)
    planting.set_sequences(4_400_001)
    walker, door = walkers["everything but the list"], Door("GET", "arenden/<slug:number>/")
    assert walker.knock(door, 0).startswith("404")

    assert secret_subject.access
    AccessEntry.objects.create(
        access=secret_subject.access, client=exempelby, agent=curious, since=noon
    )

    assert walker.knock(door, 0).startswith("200")
    assert betrays(walker.knock(Door("GET", "arenden/"), 1, plain=True))


def test_there_is_a_row_in_every_table_that_hangs_on_the_case(
    town: None, secret_subject: Subject, tove: Agent, exempelby: Any, noon: Any
) -> None:
    planting.set_sequences(planting.FIRST_ID)
    case = planting.plant(exempelby, subject=secret_subject, by=tove, at=noon)

    empty = [
        model.__name__
        for model in planting.hanging()
        if not model._default_manager.filter(pk__gte=planting.FIRST_ID).exists()
        and not _has_own_key(model, case)
    ]
    assert not empty, f"Plant a row in {planting.__name__}.plant for: {empty}"


def _has_own_key(model: Any, case: Case) -> bool:
    """Say whether the rows of a table are not numbered by a sequence of its own."""
    return bool(model._meta.pk.is_relation or model._meta.pk.get_internal_type() != "BigAutoField")
