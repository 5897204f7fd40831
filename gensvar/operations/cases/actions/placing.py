"""Say which place of the register a case concerns, and let whoever answers for it have it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import AlreadyClosed, about, assign, locked
from gensvar.operations.cases.events import PlaceChosen, PlaceWithdrawn
from gensvar.operations.cases.models import Case, CasePlace
from gensvar.operations.register.actions import note_missing
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.register.queries.answering import who_answers


class PlaceOfAnother(Refused):
    message = _("The place belongs to another client than the case.")
    status = 422


class NobodyForPlace(Refused):
    message = _("No group answers for the place, and no front desk is there. Hand the case out.")


@action
def locate(
    case: Case, place: Place, *, service: ServiceType | None, by: Agent | None, at: datetime
) -> CasePlace:
    """Say where the need is; where nobody answers for the place, that is found out here."""
    case = locked(case)
    if place.client_id != case.client_id or (service and service.client_id != case.client_id):
        raise PlaceOfAnother
    located, _is_new = CasePlace.objects.update_or_create(
        case=case,
        defaults={
            "client_id": case.client_id,
            "place": place,
            "service": service,
            "by": by,
            "at": at,
        },
    )
    # A confidential case leaves no trace in a list that others read.
    if not case.is_confidential and who_answers(place, service=service, at=at).is_missing:
        note_missing(place, service=service, by=by, at=at)
    key = service.pk if service else None
    announce(PlaceChosen(place_id=place.pk, service_id=key, **about(case, by)), at=at)
    return located


@action
def unlocate(case: Case, *, by: Agent, at: datetime) -> None:
    """Take the place off a case."""
    case = locked(case)
    located = CasePlace.objects.filter(case=case).first()
    if located is not None:
        located.delete()
        announce(PlaceWithdrawn(place_id=located.place_id, **about(case, by)), at=at)


@action
def give_to_responsible(case: Case, *, by: Agent, at: datetime) -> None:
    """Give the case to the group that answers for its place just now."""
    case = locked(case)
    if case.is_closed:
        raise AlreadyClosed
    located = CasePlace.objects.filter(case=case).select_related("place__client", "service").first()
    answering = located and who_answers(located.place, service=located.service, at=at)
    if not answering or answering.group is None:
        raise NobodyForPlace
    assign(case, agent=None, group=answering.group, by=by, at=at)
