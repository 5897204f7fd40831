"""Who answers for a place at a moment, and for which places nobody does."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.people.models import Group
from gensvar.operations.register.models import (
    Fallback,
    Finding,
    Hours,
    Place,
    Responsibility,
    ServiceType,
    valid_on,
)
from gensvar.operations.register.rules.answering import Named, chain_of, mapped, responsible


@dataclass(frozen=True)
class Answering:
    """Which group answers, at which hours, and by which place's row.

    `named_for` is the place that names the group; None where nobody is named and the fallback gets
    it, and `group` is None where there is no fallback either.
    """

    group: Group | None
    hours: str
    named_for: Place | None

    @property
    def is_missing(self) -> bool:
        return self.named_for is None

    @property
    def hours_name(self) -> str:
        return str(Hours(self.hours).label)


@dataclass(frozen=True)
class Coverage:
    """How many places of a client have somebody who answers (K124), and which have not."""

    mapped: int
    unmapped: tuple[Place, ...]

    @property
    def all(self) -> int:
        return self.mapped + len(self.unmapped)


@dataclass(frozen=True)
class NamedGroups:
    """The groups named for a place, whatever the service and the hours, and the place that does."""

    codes: tuple[str, ...]
    named_for: str


def hours_at(client: Client, *, at: datetime) -> str:
    """Return whether a moment lies within the office's hours or is for those on duty."""
    return Hours.OFFICE if office_calendar(client, at=at).is_open(at) else Hours.DUTY


def who_answers(place: Place, *, service: ServiceType | None, at: datetime) -> Answering:
    """Return who answers for a place and a service at a moment."""
    hours = hours_at(place.client, at=at)
    around = surroundings(place)
    named = responsible(
        [one.pk for one in around],
        _named(Responsibility.objects.filter(place__in=around)),
        service=service.pk if service else None,
        hours=hours,
        on=localdate(at),
    )
    if named is None:
        return Answering(fallback_of(place.client), hours, None)
    named_for = next(one for one in around if one.pk == named.place)
    return Answering(Group.objects.get(pk=named.group), hours, named_for)


def surroundings(place: Place) -> list[Place]:
    """Return a place and those that it lies within, outwards."""
    found = [place]
    while (here := found[-1]).parent_id is not None:
        parent = Place.objects.get(pk=here.parent_id)
        if parent in found:
            break
        found.append(parent)
    return found


def fallback_of(client: Client) -> Group | None:
    """Return who gets what nobody is named for: the group chosen for it, else the front desk."""
    chosen = Fallback.objects.filter(client=client, group__closed_at=None).select_related("group")
    if (row := chosen.first()) is not None:
        return row.group
    fronts = Group.objects.filter(client=client, is_front=True, closed_at=None)
    return fronts.order_by("pk").first()


def coverage_of(client: Client, *, on: date) -> Coverage:
    """Return K124: places in force for which somebody is named, there or further out."""
    places = list(
        Place.objects.in_force(on=on)
        .filter(client=client)
        .select_related("parent")
        .order_by("code")
    )
    parents = dict(Place.objects.filter(client=client).values_list("pk", "parent"))
    rows = _named(Responsibility.objects.filter(client=client))
    answered = mapped(parents, rows, on=on)
    unmapped = tuple(one for one in places if one.pk not in answered)
    return Coverage(len(places) - len(unmapped), unmapped)


def groups_named(client: Client, *, on: date) -> dict[int, NamedGroups]:
    """Return the groups of every place that has any, its own or else the nearest around it."""
    own: dict[int, set[str]] = defaultdict(set)
    held = Responsibility.objects.filter(valid_on(on), client=client)
    for place, code in held.values_list("place", "group__code"):
        own[place].add(code)
    places = {one.pk: one for one in Place.objects.filter(client=client)}
    parents = {key: one.parent_id for key, one in places.items()}
    found = {}
    for key in places:
        nearest = next((one for one in chain_of(key, parents) if one in own), None)
        if nearest is not None:
            found[key] = NamedGroups(tuple(sorted(own[nearest])), places[nearest].code)
    return found


def findings_of(client: Client) -> list[Finding]:
    """Return where somebody was asked for in vain and still would be, the newest first."""
    rows = Finding.objects.filter(client=client, settled_at=None)
    return list(rows.select_related("place", "service").order_by("-at", "-pk"))


def responsibilities_of(place: Place) -> list[tuple[Place, list[Responsibility]]]:
    """Return what the place, and each around it, says of who answers, now, before and later."""
    around = surroundings(place)
    rows: dict[int, list[Responsibility]] = defaultdict(list)
    known = Responsibility.objects.filter(place__in=around).select_related("service", "group", "by")
    for row in known.order_by("service__name", "hours", "-valid_from"):
        rows[row.place_id].append(row)
    return [(one, rows[one.pk]) for one in around if one == place or rows[one.pk]]


def is_answered(place: Place, *, service: ServiceType | None, hours: str, on: date) -> bool:
    """Say whether somebody is named for a place, a service and hours on a day."""
    chain = [one.pk for one in surroundings(place)]
    named = _named(Responsibility.objects.filter(place__in=chain))
    key = service.pk if service else None
    return responsible(chain, named, service=key, hours=hours, on=on) is not None


def within(place: Place) -> list[int]:
    """Return the keys of a place and of all that lies within it."""
    parents = dict(Place.objects.filter(client=place.client_id).values_list("pk", "parent"))
    return [key for key in parents if place.pk in chain_of(key, parents)]


def _named(rows: QuerySet[Responsibility]) -> list[Named]:
    columns = ("place", "service", "hours", "group", "valid_from", "valid_until")
    return [Named(*row) for row in rows.values_list(*columns)]
