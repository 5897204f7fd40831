"""What the pages with lists of cases show: the views beside them, the conditions above them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models import NeedType, SavedView, Tag
from gensvar.operations.cases.queries.conditions import (
    ALL,
    LATE,
    ME,
    NOBODY,
    OPEN,
    STATES,
    Conditions,
)
from gensvar.operations.cases.queries.listing import ORDERS, CaseRow, Place
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.desk.words import Moments, StateLook, capped, initials, state_looks
from gensvar.ui import formats


@dataclass(frozen=True)
class View:
    """A list that everybody has: its name, what it is limited to, what is said above it."""

    key: str
    label: str | Promise
    icon: str
    conditions: Conditions
    says: str | Promise = ""
    tone: str = ""


MINE: Final = (
    View("mine", _("Waiting for me"), "inbox", Conditions(lage="vantar-pa-oss", agent=ME)),
    View(
        "customer",
        _("Waiting for the customer"),
        "hourglass",
        Conditions(lage="vantar-pa-kund", agent=ME),
    ),
    View(
        "handed",
        _("Handed over by me"),
        "transfer",
        Conditions(lage="overlamnade", overlamnat_av=ME),
    ),
    View("resting", _("Resting"), "pause", Conditions(vilar="ja", agent=ME)),
    View("watched", _("I follow"), "eye", Conditions(lage=ALL, foljs_av=ME)),
)
GROUPS: Final = (
    View(
        "unanswered",
        _("Unanswered for over a day"),
        "alert",
        Conditions(lage="vantar-pa-oss", vantat="dygn"),
        tone="bad",
    ),
    View("late", _("Late answers"), "alert", Conditions(svar=LATE), tone="bad"),
    View(
        "unassigned",
        _("Nobody responsible"),
        "inbox",
        Conditions(lage="vantar-pa-oss", agent=NOBODY),
    ),
    View("open", _("All open"), "list", Conditions()),
)
NAMES: Final = {
    "lage": _("State"),
    "behov": _("Need"),
    "amne": _("Subject"),
    "grupp": _("Group"),
    "agent": _("Responsible"),
    "overlamnat_av": _("Handed over by"),
    "vantat": _("Waited"),
    "svar": _("Answer"),
    "vilar": _("Rests"),
    "bollat": _("Bounced"),
    "foljs_av": _("Followed by"),
    "kanal": _("Channel"),
    "uppdragsgivare": _("Client"),
    "tagg": _("Tag"),
    "fran": _("Opened from"),
    "till": _("Opened until"),
    "ord": _("Words"),
}


@dataclass(frozen=True)
class Shown:
    """A condition in words, and the address of the list without it."""

    name: str
    value: str
    without: str


def in_words(conditions: Conditions, *, moments: Moments, base: str) -> list[Shown]:
    """Return every condition that limits the list, in words, each with the way to drop it."""
    return [
        Shown(
            str(NAMES[name]),
            _value(name, value, moments),
            f"{base}?{conditions.without(name).address()}",
        )
        for name, value in conditions
    ]


def _value(name: str, value: object, moments: Moments) -> str:
    if name == "lage":
        return _now("open") if value == OPEN else str(STATES[str(value)].label).lower()
    if name == "behov":
        return str(NeedType(str(value)).label)
    if name == "kanal":
        return str(Channel(str(value)).label)
    if name in {"vantat", "vilar", "bollat"}:
        return _now("over a day") if name == "vantat" else _now("yes")
    if name == "svar":
        return _now("late") if value == LATE else _now("soon due")
    if isinstance(value, date):
        return formats.day(value, today=moments.today, words=moments.words)
    if name in {"agent", "overlamnat_av", "foljs_av"} and value in {ME, NOBODY}:
        return _now("me") if value == ME else _now("nobody")
    return str(value) if name == "ord" else _named(name, value)


def _named(name: str, value: object) -> str:
    """Look up what a number in the address stands for."""
    model = {
        "amne": Subject,
        "grupp": Group,
        "agent": Agent,
        "overlamnat_av": Agent,
        "foljs_av": Agent,
        "uppdragsgivare": Client,
        "tagg": Tag,
    }[name]
    found = model.objects.filter(pk=value).first()  # type: ignore[attr-defined]
    return str(found) if found is not None else _now("unknown")


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is drawn."""

    pk: int
    number: str
    title: str
    sub: str
    look: StateLook
    since: str
    waited: str
    tone: str
    due: str
    is_late: bool
    who: str
    initials: str
    is_group: bool


def lines(rows: Iterable[CaseRow], *, moments: Moments, with_client: bool) -> list[Line]:
    """Return the rows with everything worked out, so that the template only writes."""
    looks = state_looks()
    return [_line(row, looks, moments, with_client) for row in rows]


def _line(row: CaseRow, looks: dict[str, StateLook], moments: Moments, with_client: bool) -> Line:
    parts = (row.customer, row.subject, row.client if with_client else "")
    who = row.agent or row.group
    is_closed = row.state == "closed"
    return Line(
        pk=row.pk,
        number=row.number,
        title=row.title,
        sub=" · ".join(part for part in parts if part),
        look=looks[row.state],
        since=moments.brief(row.since),
        waited="" if is_closed else moments.waited(row.since),
        tone=moments.tone(row.state, row.since),
        due=moments.brief(row.due) if row.due and not is_closed else "",
        is_late=row.due is not None and row.due < moments.at and not is_closed,
        who=who,
        initials=initials(row.agent) if row.agent else row.group[:2],
        is_group=not row.agent,
    )


@dataclass(frozen=True)
class Beside:
    """A view in the column beside the list, with its count."""

    label: str
    icon: str
    address: str
    count: str
    tone: str
    is_current: bool
    pk: int | None = None


def beside(
    views: Iterable[View], counts: dict[str, int], *, current: Conditions, base: str
) -> list[Beside]:
    return [
        Beside(
            str(view.label),
            view.icon,
            f"{base}?{view.conditions.address()}".rstrip("?"),
            capped(counts[view.key]),
            view.tone if counts[view.key] else "",
            current == view.conditions,
        )
        for view in views
    ]


def saved_beside(
    saved: Iterable[SavedView], counts: dict[str, int], *, current: Conditions, base: str
) -> list[Beside]:
    return [
        Beside(
            view.name,
            "filter",
            f"{base}?{read_saved(view).address()}",
            capped(counts[key]) if (key := f"saved-{view.pk}") in counts else "",
            "",
            current == read_saved(view),
            view.pk,
        )
        for view in saved
    ]


def read_saved(view: SavedView) -> Conditions:
    return Conditions.read(QueryDict(view.conditions).dict())[0]


def place_in(asked: QueryDict) -> Place:
    """Return how the address wants the list sorted; open lists begin with the longest wait."""
    order = asked.get("ordning", "")
    is_default = not order
    if is_default:
        order = "vantat" if asked.get("lage", OPEN) not in {"alla", "klara"} else "-oppnat"
    name = order.lstrip("-")
    if name not in ORDERS:
        name, order = "vantat", "vantat"
    return Place(
        order=name,
        is_descending=order.startswith("-"),
        after=asked.get("efter", ""),
        before=asked.get("fore", ""),
    )


def heading(conditions: Conditions, saved: Iterable[SavedView]) -> str:
    """Return what the list is called: the view it is, or simply cases."""
    for view in (*MINE, *GROUPS):
        if view.conditions == conditions:
            return str(view.label)
    for kept in saved:
        if read_saved(kept) == conditions:
            return kept.name
    return _now("Cases")


def order_in_words(place: Place) -> str:
    return {
        ("vantat", False): _now("The longest wait first."),
        ("vantat", True): _now("The latest change first."),
        ("oppnat", False): _now("The oldest first."),
        ("oppnat", True): _now("The newest first."),
        ("svar", False): _now("What is due first stands first."),
        ("svar", True): _now("What is due last stands first."),
    }[place.order, place.is_descending]


def listed_now(at: datetime) -> str:
    """Return the moment a list was drawn, as it stands in the address that asks for newer rows."""
    return str(int(at.timestamp() * 1_000_000))
