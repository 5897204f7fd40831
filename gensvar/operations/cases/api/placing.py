"""Which place a case concerns, over the API."""

from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import give_to_responsible, locate, unlocate
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.register.models import Place
from gensvar.operations.register.queries.importing import service_called


class PlaceRef(Body):
    place: str = Field(min_length=1, max_length=40, description="The code of a place.")
    service: str = Field("", max_length=60, description="What it is about there, by name.")
    give: bool = Field(False, description="Also give the case to whoever answers there now.")


@router.post("/{case}/place", response=CaseOut, summary="Say which place a case concerns")
@requires("cases.write")
def create_case_place(request: AgentRequest, case: str, body: PlaceRef) -> Any:
    found, at = found_case(case), now()
    place = Place.objects.filter(client=found.client, code__iexact=body.place).first()
    if place is None:
        raise invalid("#/place", _("The case's client has no such place."))
    service = service_called(found.client, body.service)
    if body.service and service is None:
        raise invalid("#/service", _("The client has no such service type."))
    locate(found, place, service=service, by=request.user, at=at)
    if body.give:
        give_to_responsible(found, by=request.user, at=at)
    return whole(found)


@router.delete("/{case}/place", response=CaseOut, summary="Take the place off a case")
@requires("cases.write")
def delete_case_place(request: AgentRequest, case: str) -> Any:
    found = found_case(case)
    unlocate(found, by=request.user, at=now())
    return whole(found)
