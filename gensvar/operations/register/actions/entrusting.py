"""Say who answers for a place, from a day; and who gets what nobody is named for."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.register.actions.keeping import about
from gensvar.operations.register.events import (
    FallbackNamed,
    FindingMade,
    ResponsibilityEnded,
    ResponsibilityGiven,
    ServiceTypeAdded,
    ServiceTypeEnded,
)
from gensvar.operations.register.models import (
    Fallback,
    Finding,
    Hours,
    Place,
    Responsibility,
    ServiceType,
)
from gensvar.operations.register.queries.answering import is_answered, within


class GroupIsClosed(Refused):
    message = _("That group is closed. Choose one that is open.")
    status = 422


class OfAnotherClient(Refused):
    message = _("The group or the service belongs to another client. Choose one of this client's.")
    status = 422


class ServiceKnown(Refused):
    message = _("There is such a service type already.")
    status = 422


@action
def entrust(
    place: Place,
    group: Group,
    *,
    service: ServiceType | None,
    hours: str,
    valid_from: date,
    by: Agent | None,
    at: datetime,
) -> Responsibility:
    """Name the group that answers from a day; whoever did until then does so no longer."""
    place = Place.objects.select_for_update(of=("self",), no_key=True).get(pk=place.pk)
    _check(place, group, service)
    rows = Responsibility.objects.filter(place=place, service=service, hours=hours)
    later = rows.filter(valid_from__gt=valid_from).order_by("valid_from").first()
    held = rows.filter(valid_from__lt=valid_from)
    held.filter(Q(valid_until=None) | Q(valid_until__gt=valid_from)).update(valid_until=valid_from)
    row, _is_new = Responsibility.objects.update_or_create(
        place=place,
        service=service,
        hours=hours,
        valid_from=valid_from,
        defaults={
            "client_id": place.client_id,
            "group": group,
            "valid_until": later.valid_from if later else None,
            "by": by,
            "at": at,
        },
    )
    announce(ResponsibilityGiven(on=valid_from.isoformat(), **_told(row, by)), at=at)
    _settle(place, at=at)
    return row


@action
def end_responsibility(row: Responsibility, *, on: date, by: Agent | None, at: datetime) -> None:
    """Let a group answer for a place no longer, from a day; what never began is taken away."""
    row = Responsibility.objects.select_for_update(of=("self",)).get(pk=row.pk)
    carried = _told(row, by)
    if on <= row.valid_from:
        row.delete()
    else:
        row.valid_until = on
        row.save(update_fields=["valid_until"])
    announce(ResponsibilityEnded(on=on.isoformat(), **carried), at=at)


@action
def name_fallback(client: Client, group: Group, *, by: Agent | None, at: datetime) -> None:
    """Say which group gets what nobody is named for."""
    if group.client_id != client.pk:
        raise OfAnotherClient
    if group.closed_at is not None:
        raise GroupIsClosed
    Fallback.objects.update_or_create(client=client, defaults={"group": group, "by": by, "at": at})
    announce(FallbackNamed(group_id=group.pk, **about(client.pk, by)), at=at)


@action
def add_service_type(client: Client, *, name: str, by: Agent | None, at: datetime) -> ServiceType:
    """Add something that places need somebody for; one that was ended is taken up again."""
    name = " ".join(name.split())
    known = ServiceType.objects.filter(client=client, name__iexact=name).first()
    if known is not None and known.ended_at is None:
        raise ServiceKnown
    service = known or ServiceType(client=client, name=name)
    service.ended_at = None
    service.save()
    announce(ServiceTypeAdded(service_id=service.pk, **about(client.pk, by)), at=at)
    return service


@action
def end_service_type(service: ServiceType, *, by: Agent | None, at: datetime) -> None:
    """Offer a service type no longer; what names it keeps it."""
    service.ended_at = at
    service.save(update_fields=["ended_at"])
    announce(ServiceTypeEnded(service_id=service.pk, **about(service.client_id, by)), at=at)


@action
def note_missing(
    place: Place, *, service: ServiceType | None, by: Agent | None, at: datetime
) -> None:
    """Write down, once, that somebody was asked for at a place and nobody is named."""
    _finding, is_new = Finding.objects.get_or_create(
        place=place,
        service=service,
        settled_at=None,
        defaults={"client_id": place.client_id, "at": at},
    )
    if is_new:
        key = service.pk if service else None
        told = about(place.client_id, by)
        announce(FindingMade(place_id=place.pk, service_id=key, **told), at=at)


def _check(place: Place, group: Group, service: ServiceType | None) -> None:
    if group.client_id != place.client_id or (service and service.client_id != place.client_id):
        raise OfAnotherClient
    if group.closed_at is not None:
        raise GroupIsClosed


def _settle(place: Place, *, at: datetime) -> None:
    """Settle what was found missing here and within, once somebody answers at all hours."""
    open_ones = Finding.objects.filter(place__in=within(place), settled_at=None)
    for finding in open_ones.select_related("place", "service"):
        is_whole = all(
            is_answered(finding.place, service=finding.service, hours=hours, on=localdate(at))
            for hours in (Hours.OFFICE, Hours.DUTY)
        )
        if is_whole:
            Finding.objects.filter(pk=finding.pk).update(settled_at=at)


def _told(row: Responsibility, by: Agent | None) -> dict[str, Any]:
    return {
        "place_id": row.place_id,
        "group_id": row.group_id,
        "service_id": row.service_id,
        "hours": row.hours,
        **about(row.client_id, by),
    }
