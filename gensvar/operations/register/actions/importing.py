"""Bring places in from a table, all or none."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.register.actions.entrusting import entrust
from gensvar.operations.register.actions.keeping import (
    Described,
    about,
    add_place,
    change_place,
)
from gensvar.operations.register.events import PlacesImported
from gensvar.operations.register.models import Place, PlaceKind, Responsibility, valid_on
from gensvar.operations.register.queries.importing import planned_import, services_of
from gensvar.operations.register.rules.tables import Line


class TableFaulty(Refused):
    message = _("The table has faults. Nothing was brought in.")
    status = 422


class NothingToChange(Refused):
    message = _("The table has no places. Nothing was brought in.")
    status = 422


@action
def import_places(client: Client, table: str, *, by: Agent | None, at: datetime) -> int:
    """Add what is new and change what is known, as the table says; the rest stays as it is.

    Returns how many places were added or changed. A group that is named answers from the day that
    a new place is valid from, and for one that is known from today.
    """
    plan = planned_import(client, table)
    if plan.faults:
        raise TableFaulty
    lines = sorted((*plan.new, *plan.known), key=lambda line: line.number)
    if not lines:
        raise NothingToChange
    places = {one.code.lower(): one for one in Place.objects.filter(client=client)}
    changed = _bring(client, lines, places, by=by, at=at)
    changed |= _place_within(lines, places, by=by, at=at)
    fresh = {line.code.lower() for line in plan.new}
    changed |= _entrust(client, lines, places, fresh=fresh, by=by, at=at)
    changed -= fresh
    announce(
        PlacesImported(added=len(plan.new), changed=len(changed), **about(client.pk, by)), at=at
    )
    return len(plan.new) + len(changed)


def _bring(
    client: Client,
    lines: list[Line],
    places: dict[str, Place],
    *,
    by: Agent | None,
    at: datetime,
) -> set[str]:
    changed = set()
    for line in lines:
        key = line.code.lower()
        known = places.get(key)
        described = _described(line, known, on=localdate(at))
        if known is None:
            places[key] = add_place(client, described, by=by, at=at)
        elif _differs(known, described):
            places[key] = change_place(known, described, by=by, at=at)
            changed.add(key)
    return changed


def _place_within(
    lines: list[Line], places: dict[str, Place], *, by: Agent | None, at: datetime
) -> set[str]:
    """Say what each is part of, once all are there, whatever their order in the table."""
    changed = set()
    for line in lines:
        place = places[line.code.lower()]
        parent = places[line.parent.lower()] if line.parent else None
        if line.parent is not None and place.parent_id != (parent.pk if parent else None):
            # The plan has found no ring among all the lines; one line alone may look like one.
            Place.objects.filter(pk=place.pk).update(parent=parent)
            place.parent = parent
            changed.add(line.code.lower())
    return changed


def _entrust(
    client: Client,
    lines: list[Line],
    places: Mapping[str, Place],
    *,
    fresh: Collection[str],
    by: Agent | None,
    at: datetime,
) -> set[str]:
    services = {one.name.lower(): one for one in services_of(client)}
    groups = {one.code.lower(): one for one in Group.objects.filter(client=client, closed_at=None)}
    standing = _standing(client, on=localdate(at))
    changed = set()
    for line in lines:
        place = places[line.code.lower()]
        for (service_name, hours), code in line.groups.items():
            service = services.get(service_name)
            group = groups[code.lower()]
            key = (place.pk, service.pk if service else None, hours)
            if standing.get(key) == group.pk:
                continue
            # Who answered for a place that was known is history, and stays so.
            is_new = line.code.lower() in fresh
            day = (line.valid_from if is_new else None) or localdate(at)
            entrust(place, group, service=service, hours=hours, valid_from=day, by=by, at=at)
            changed.add(line.code.lower())
    return changed


def _standing(client: Client, *, on: date) -> dict[tuple[int, int | None, str], int]:
    """Return which group answers today, so that a table brought in again changes nothing."""
    rows = Responsibility.objects.filter(valid_on(on), client=client)
    return {
        (place, service, hours): group
        for place, service, hours, group in rows.values_list("place", "service", "hours", "group")
    }


def _described(line: Line, known: Place | None, *, on: date) -> Described:
    """Return the place as the line says it; where it is silent, as it was."""
    if known is None:
        return Described(
            code=line.code,
            name=line.name,
            kind=line.kind or PlaceKind.PROPERTY,
            address=line.address or "",
            valid_from=line.valid_from or on,
            valid_until=line.valid_until,
        )
    return Described(
        code=known.code,
        name=line.name,
        kind=line.kind or known.kind,
        parent=known.parent,
        address=known.address if line.address is None else line.address,
        valid_from=line.valid_from or known.valid_from,
        valid_until=line.valid_until if line.has_end else known.valid_until,
    )


def _differs(place: Place, described: Described) -> bool:
    return any(getattr(place, name) != value for name, value in vars(described).items())
