"""What a list of cases is limited to, as it stands in an address, and as a query."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, Self
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import get_current_timezone

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import (
    Case,
    HandOver,
    NeedType,
    Snooze,
    State,
    Tagging,
    Watch,
)
from gensvar.operations.cases.queries.deadlines import due_soon, overdue
from gensvar.operations.cases.queries.sealed_words import opened, sealed
from gensvar.operations.cases.rules import BOUNCED_FROM_HOP
from gensvar.operations.contacts.models import Channel

OPEN, ALL, ME, NOBODY = "oppna", "alla", "mig", "ingen"
LATE, SOON = "forsenat", "snart"
STATES: Final = {
    "vantar-pa-oss": State.WAITING_FOR_US,
    "vantar-pa-kund": State.WAITING_FOR_CUSTOMER,
    "overlamnade": State.HANDED_OVER,
    "klara": State.CLOSED,
}
# The words in an address, where nobody reads them.
SEALED: Final = "sokt"
LONG_WAIT: Final = timedelta(days=1)


class Unreadable(ValueError):
    """A condition in the address that says nothing; `name` is its key."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """Field names are the keys in the address, and in a saved view.

    Words looked for may name a person: in an address they stand sealed, under `SEALED`.
    """

    lage: str = OPEN
    behov: str = ""
    amne: int | None = None
    grupp: int | None = None
    agent: str = ""
    overlamnat_av: str = ""
    vantat: str = ""
    svar: str = ""
    vilar: str = ""
    bollat: str = ""
    foljs_av: str = ""
    kanal: str = ""
    uppdragsgivare: int | None = None
    tagg: int | None = None
    fran: date | None = None
    till: date | None = None
    ord: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """Return the conditions of an address, and the keys of those that cannot be read."""
        read: dict[str, Any] = {}
        unreadable = []
        if SEALED in asked and not asked.get("ord"):
            try:
                read["ord"] = opened(asked[SEALED])
            except ValueError:
                unreadable.append("ord")
        for field in fields(cls):
            if text := asked.get(field.name, "").replace("\0", "").strip():
                try:
                    read[field.name] = _value(field.name, text)
                except ValueError:
                    unreadable.append(field.name)
        return cls(**read), tuple(unreadable)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Yield each condition that limits something."""
        for field in fields(self):
            if (value := getattr(self, field.name)) not in {None, "", ALL}:
                yield field.name, value

    def without(self, name: str) -> Self:
        dropped: dict[str, Any] = {name: ALL if name == "lage" else _default(name)}
        return replace(self, **dropped)

    def address(self) -> str:
        """Return the query string that reads back as these conditions; open cases go unsaid."""
        said = self.said()
        if words := said.pop("ord", ""):
            said[SEALED] = sealed(words)
        return urlencode(said)

    def kept(self) -> str:
        """Return the same for the database, where words may lie open and outlive every secret."""
        return urlencode(self.said())

    def said(self) -> dict[str, str]:
        """Return what reads back as these conditions, words and all; what goes unsaid is usual."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in said.items() if value != _default(name)}


def matching(
    conditions: Conditions,
    *,
    me: int,
    at: datetime,
    only_client: int | None = None,
    among: list[int] | None = None,
) -> QuerySet[Case]:
    """Return the cases that fulfil the conditions, in no order.

    `only_client` is the one client that can be seen, where it is one: said aloud it lets the index
    be used. `among` are the cases in which the words were found.
    """
    cases: QuerySet[Case] = Case.objects.all()
    if (client := conditions.uppdragsgivare or only_client) is not None:
        cases = cases.filter(client=client)
    cases = _in_state(cases, conditions)
    cases = _whose(cases, conditions, me=me)
    if conditions.vantat:
        cases = cases.filter(state_since__lt=at - LONG_WAIT)
    if conditions.svar:
        clients = Client.objects.filter(pk=client) if client is not None else Client.objects.all()
        late = conditions.svar == LATE
        cases = cases.filter(overdue(at) if late else due_soon(clients, at=at))
    plain = {
        "need_type": conditions.behov,
        "subject": conditions.amne,
        "group": conditions.grupp,
        "channel": conditions.kanal,
    }
    cases = cases.filter(**{key: value for key, value in plain.items() if value})
    if conditions.tagg:
        cases = cases.filter(
            Exists(Tagging.objects.filter(case=OuterRef("pk"), tag=conditions.tagg))
        )
    if conditions.fran:
        cases = cases.filter(opened_at__gte=_midnight(conditions.fran))
    if conditions.till:
        cases = cases.filter(opened_at__lt=_midnight(conditions.till + timedelta(days=1)))
    return cases if among is None else cases.filter(pk__in=among)


def _in_state(cases: QuerySet[Case], conditions: Conditions) -> QuerySet[Case]:
    if conditions.lage == OPEN:
        return cases.exclude(state=State.CLOSED)
    if conditions.lage in STATES:
        state = STATES[conditions.lage]
        # The partial indexes hold open cases only; the planner must be told that these are.
        cases = cases if state == State.CLOSED else cases.exclude(state=State.CLOSED)
        cases = cases.filter(state=state)
        # What rests waits for nobody yet; asked for by itself it is listed.
        return cases.filter(~resting()) if state == State.WAITING_FOR_US else cases
    return cases


def resting() -> Exists:
    """Say of a case that it rests, as a condition."""
    return Exists(Snooze.objects.filter(case=OuterRef("pk"), ended_at=None))


def _whose(cases: QuerySet[Case], conditions: Conditions, *, me: int) -> QuerySet[Case]:
    if conditions.agent == NOBODY:
        cases = cases.filter(agent=None)
    elif conditions.agent:
        cases = cases.filter(agent=me if conditions.agent == ME else int(conditions.agent))
    if conditions.overlamnat_av:
        by = me if conditions.overlamnat_av == ME else int(conditions.overlamnat_av)
        cases = cases.filter(pk__in=HandOver.objects.filter(by=by).values("case"))
    if conditions.vilar:
        cases = cases.filter(pk__in=Snooze.objects.filter(ended_at=None).values("case"))
    if conditions.bollat:
        again = HandOver.objects.filter(hop__gte=BOUNCED_FROM_HOP)
        cases = cases.filter(pk__in=again.values("case"))
    if conditions.foljs_av:
        who = me if conditions.foljs_av == ME else int(conditions.foljs_av)
        cases = cases.filter(pk__in=Watch.objects.filter(agent=who).values("case"))
    return cases


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=get_current_timezone())


def _default(name: str) -> Any:
    return Conditions.__dataclass_fields__[name].default


def _value(name: str, text: str) -> Any:
    if name in {"amne", "grupp", "uppdragsgivare", "tagg"}:
        return _number(text)
    if name in {"fran", "till"}:
        return date.fromisoformat(text)
    if name == "ord":
        return text[:200]
    if name in {"agent", "overlamnat_av", "foljs_av"}:
        return text if text in {ME, NOBODY} else str(_number(text))
    allowed = {
        "lage": {OPEN, ALL, *STATES},
        "behov": set(NeedType.values),
        "kanal": set(Channel.values),
        "vantat": {"dygn"},
        "svar": {LATE, SOON},
        "vilar": {"ja"},
        "bollat": {"ja"},
    }
    if text not in allowed[name]:
        raise Unreadable(name)
    return text


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Unreadable(text)
    return int(text)
