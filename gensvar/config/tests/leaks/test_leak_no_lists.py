"""Every list, as a file and by each of its filters, says nothing of a confidential case.

Which lists there are is not written here: the API describes its own, and a page is seen to look
for a format when it is asked without one.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from django.http import QueryDict

from gensvar.config.api import api
from gensvar.config.tests.leaks import planting, walking
from gensvar.config.tests.leaks.test_leak_nothing import FIGURES, doors_to_try
from gensvar.config.tests.leaks.walking import (
    IDS,
    NUMBERS,
    WORDS,
    Door,
    Walker,
    betrays,
    blotted,
    difference,
)
from gensvar.foundation.integrations.exports import Format
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.people.models import Agent
from gensvar.foundation.secrecy.models import AccessEntry
from gensvar.operations.knowledge.models import Subject

# What leads to a case: the confidential value, and one of nobody.
FILTERS: dict[str, tuple[str, str]] = {
    "case": NUMBERS,
    "number": NUMBERS,
    "customer": IDS,
    "contact": IDS,
    "agent": IDS,
    "q": WORDS,
    "tag": WORDS,
    "place": WORDS,
    "service": WORDS,
    "mail": (planting.MAIL, "ingen.alls@example.com"),
    "phone": (planting.PHONE, "+46737799999"),
    "message_id": ("<zxqv@example.com>", "<ingen@example.com>"),
    "group": ("SOC-BARN", "SOC-INGEN"),
    "subject": ("Orosanmälan", "Ingenting"),
}
# By these a list is cut and sorted, or kinds of rows chosen, whatever they tell of.
PLAIN = {
    *("format", "sort", "semicolon", "bom", "cursor", "limit"),
    *("from", "to", "since", "until", "at", "opened_from", "opened_to", "quarter", "on"),
    *("is_open", "is_closed", "is_late", "is_over", "unassigned", "with_retired", "automatic"),
    *("is_registered", "is_kept"),
    *("state", "stage", "level", "kind", "type", "name", "need_type", "channel", "direction"),
    *("client", "code", "queue", "version", "days", "language"),
}
# Filters that lead to no case there, each with why.
OPEN = {("api/v1/agents", "group"): "who works in a group is no secret"}
PAGES = {
    *("amnen/", "behov/", "brev/", "insikter/", "kontaktvagar/", "mal/", "nivaer/"),
    "mal/arendetyper/",
    *(
        "forsta-kontakten/",
        "overlamningar/",
        "registrering/",
        "kopplade-samtal/",
        "saknade-svar/",
        "sociala-medier/",
    ),
    *("nyckeltal/", "publicerat/", "svarstider/"),
    "volymer/",
}


def described(door: Door) -> dict[str, dict[str, Any]]:
    """Return what the API says that this door may be asked, by name."""
    path = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", door.path)
    operation = SCHEMA["paths"].get(path, {}).get(door.method.lower(), {})
    asked = operation.get("parameters", [])
    return {one["name"]: one["schema"] for one in asked if one["in"] == "query"}


SCHEMA = api.get_openapi_schema()


def doors_of_the_api() -> Iterator[tuple[Door, dict[str, dict[str, Any]]]]:
    for door in doors_to_try():
        if door.is_api and door.method == "GET":
            yield door, described(door)


def pages_with_files(walker: Walker, monkeypatch: Any) -> list[Door]:
    """Return the pages that look for a format in what they are asked."""
    looked_for: set[str] = set()
    look = QueryDict.__getitem__

    def looked(asked: QueryDict, name: str) -> Any:
        looked_for.add(name)
        return look(asked, name)

    found = []
    with monkeypatch.context() as patched:
        patched.setattr(QueryDict, "__getitem__", looked)
        for door in doors_to_try():
            if door.method == "GET" and not door.is_api and "<" not in door.path:
                looked_for.clear()
                walker.knock(door, 1, plain=True)
                found += [door] if "format" in looked_for else []
    return found


def test_every_filter_of_the_api_has_a_value() -> None:
    names = {name for _door, asked in doors_of_the_api() for name in asked}

    assert names >= {"case", "customer", "format", "q"}
    unknown = sorted(names - set(FILTERS) - PLAIN)
    assert not unknown, (
        "The leak suite does not know what to ask for by these filters. Add each to FILTERS in "
        f"{__name__}, the confidential value and one of nobody, or to PLAIN: {unknown}"
    )


def test_no_file_of_a_list_tells_of_a_confidential_case(
    town: None,
    walkers: dict[str, Walker],
    secret_subject: Subject,
    tove: Agent,
    exempelby: Any,
    settled: None,
    noon: Any,
    monkeypatch: Any,
) -> None:
    program, curious = walkers["a program"], walkers["everything but the list"]
    pages = pages_with_files(curious, monkeypatch)
    lists = [door for door, asked in doors_of_the_api() if "format" in asked]
    assert {door.path for door in pages} == PAGES
    assert len(lists) > 15
    doors = [(program, door) for door in lists] + [(curious, door) for door in pages]
    tried = [(walker, door, {"format": kind}) for (walker, door), kind in product(doors, Format)]
    before = [walker.knock(door, 1, asked=asked) for walker, door, asked in tried]
    _plant(exempelby, secret_subject, tove, noon, after=5_100_001)

    leaks = []
    for (walker, door, asked), without in zip(tried, before, strict=True):
        present = walker.knock(door, 1, asked=asked)
        if "<" not in door.path:
            assert present.startswith("200"), f"{door} {asked}: {present[:300]}"
        if door.path not in FIGURES and blotted(present, 1) != blotted(without, 1):
            leaks.append(f"{door} {asked} differs" + difference(without, present))
        leaks += [f"{door} {asked} says {word}" for word in betrays(blotted(present, 1))]
    assert not leaks, "\n".join(leaks)


def test_no_filter_finds_a_confidential_case(
    town: None,
    walkers: dict[str, Walker],
    secret_subject: Subject,
    tove: Agent,
    exempelby: Any,
    settled: None,
    noon: Any,
) -> None:
    _plant(exempelby, secret_subject, tove, noon, after=5_200_001)
    walker, leaks, tried = walkers["a program"], [], 0

    for door, described_filters in doors_of_the_api():
        for name in described_filters.keys() & FILTERS.keys():
            pair = FILTERS[name]
            if (door.path, name) in OPEN:
                continue
            if described_filters[name].get("type") == "integer":
                pair = IDS
            known, unknown = (
                blotted(_without(walker.knock(door, side, asked={name: pair[side]}), pair), side)
                for side in (0, 1)
            )
            tried += 1
            if known != unknown:
                leaks.append(f"{door}?{name}" + difference(known, unknown))
            leaks += [f"{door}?{name} says {word}" for word in betrays(known)]

    assert not leaks, "\n".join(leaks)
    assert tried >= 25


def test_the_files_and_filters_would_find_a_leak(
    town: None,
    walkers: dict[str, Walker],
    secret_subject: Subject,
    tove: Agent,
    exempelby: Any,
    settled: None,
    noon: Any,
) -> None:
    _plant(exempelby, secret_subject, tove, noon, after=5_300_001)
    assert secret_subject.access
    AccessEntry.objects.create(
        access=secret_subject.access,
        client=exempelby,
        agent=Token.objects.get().agent,
        since=noon,
    )

    walker, door = walkers["a program"], Door("GET", "api/v1/cases", is_api=True)

    # The rows are planted, not lived: as JSON some would be refused for what they hold.
    for kind in (Format.CSV, Format.XLSX):
        asked = {"format": kind}
        assert betrays(walker.knock(door, 1, asked=asked)), kind
        assert betrays(walker.knock(door, 1, asked={**asked, "q": WORDS[0]})), kind
        assert not betrays(walker.knock(door, 1, asked={**asked, "q": WORDS[1]})), kind


def _plant(client: Any, subject: Subject, by: Agent, at: Any, *, after: int) -> None:
    planting.set_sequences(planting.FIRST_ID)
    case = planting.plant(client, subject=subject, by=by, at=at)
    # Sequences are not rolled back: each test goes on where no other one was.
    planting.set_sequences(after)
    assert case.number == walking.NUMBER


def _without(words: str, pair: tuple[str, str]) -> str:
    """Leave out what was asked for, where the answer repeats it."""
    return words.replace(pair[0], "«»").replace(pair[1], "«»")
