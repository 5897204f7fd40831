"""What the town notes from elsewhere: costs, inhabitants, outages, and what others came to."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from gensvar.config.demo.volumes import FIRST_DAY, ZONE, past_ends
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.oversight.kpi.actions import note_numbers
from gensvar.oversight.kpi.noting import Number

INHABITANTS = 72_000
# By day: what customer service costs, and how many calls met a busy tone.
COST, BLOCKED = 36_000, 3
# Minutes, in the month of each number; the others had none.
OUTAGES, CLOSED = {3: 42, 5: 17}, {4: 25}
OPERATOR, LOG = "Teleoperatörens månadsrapport", "Driftloggen"
OTHERS = (
    ("K02", "F", "Norrköping", "90"),
    ("K02", "F", "Helsingborg", "90"),
    ("K61", "", "Riket, bemötande i telefon", "83.8"),
    ("K61", "", "Riket, enkelhet i telefon", "74.9"),
)


def note_from_elsewhere(client: Client, *, at: datetime, size: int) -> None:
    """Note every month of the past, and a year of others."""
    last = past_ends(size).astimezone(ZONE).date() - timedelta(days=1)
    karin = Agent.objects.get(email="karin@exempelby.example")
    note_numbers(client, [*_ours(last), *_others()], by=karin, at=at)


def _ours(last: date) -> Iterator[Number]:
    first = FIRST_DAY.replace(day=1)
    yield _of("population", first, date(first.year, 12, 31), INHABITANTS, "SCB")
    while first <= last:
        ends = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        days = ends.day
        yield _of("cost", first, ends, COST * days, "Bokslut per månad")
        yield _of("blocked", first, ends, BLOCKED * days, OPERATOR)
        yield _of("outage", first, ends, OUTAGES.get(first.month, 0), LOG)
        yield _of("closed", first, ends, CLOSED.get(first.month, 0), LOG)
        first = ends + timedelta(days=1)


def _of(what: str, first: date, last: date, amount: int, source: str) -> Number:
    return Number(what, "", "", first, last + timedelta(days=1), Decimal(amount), source)


def _others() -> Iterator[Number]:
    for code, way, who, amount in OTHERS:
        year = FIRST_DAY.year - 1 if code == "K02" else 2024
        days = date(year, 1, 1), date(year + 1, 1, 1)
        source = "Källa: Kolada (RKA)" if code == "K61" else "Källa: kommunens årsredovisning"
        yield Number(code, way, who, *days, Decimal(amount), source)
