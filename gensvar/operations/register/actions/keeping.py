"""Add a place to the register, change it, end it."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.register.events import PlaceAdded, PlaceChanged
from gensvar.operations.register.models import Place, PlaceKind
from gensvar.operations.register.queries.answering import surroundings


class CodeTaken(Refused):
    message = _("Another place has that code. Choose one that no place has had.")
    status = 422


class WithinItself(Refused):
    message = _("The place would lie within itself. Choose another that it is part of.")
    status = 422


class EndsBeforeItBegins(Refused):
    message = _("The last day lies before the first. Change one of the two days.")
    status = 422


class ParentOfAnother(Refused):
    message = _("That place belongs to another client. Choose one of this client's.")
    status = 422


@dataclass(frozen=True, kw_only=True)
class Described:
    """What a place is called, what it is part of, and when it is in the register."""

    code: str
    name: str
    valid_from: date
    kind: str = PlaceKind.PROPERTY
    parent: Place | None = None
    address: str = ""
    valid_until: date | None = None


@action
def add_place(client: Client, described: Described, *, by: Agent | None, at: datetime) -> Place:
    """Put a place into the register."""
    place = Place(client=client, **vars(described))
    _check(place)
    place.save(force_insert=True)
    announce(PlaceAdded(place_id=place.pk, **about(client.pk, by)), at=at)
    return place


@action
def change_place(place: Place, described: Described, *, by: Agent | None, at: datetime) -> Place:
    """Correct a place, or end it; cases and orders that name it keep it."""
    place = Place.objects.select_for_update(of=("self",), no_key=True).get(pk=place.pk)
    changed = [
        field.name
        for field in fields(described)
        if getattr(place, field.name) != getattr(described, field.name)
    ]
    if not changed:
        return place
    for name in changed:
        setattr(place, name, getattr(described, name))
    _check(place)
    place.save(update_fields=changed)
    announce(
        PlaceChanged(place_id=place.pk, fields=tuple(changed), **about(place.client_id, by)), at=at
    )
    return place


def about(client_id: int, by: Agent | None) -> dict[str, Any]:
    return {"client_id": client_id, "agent_id": by.pk if by else None}


def _check(place: Place) -> None:
    same_code = Place.objects.filter(client=place.client_id, code__iexact=place.code)
    if same_code.exclude(pk=place.pk).exists():
        raise CodeTaken
    if place.valid_until is not None and place.valid_until <= place.valid_from:
        raise EndsBeforeItBegins
    if place.parent is None:
        return
    if place.parent.client_id != place.client_id:
        raise ParentOfAnother
    if place.pk in [one.pk for one in surroundings(place.parent)]:
        raise WithinItself
