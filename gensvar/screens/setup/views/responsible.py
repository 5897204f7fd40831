"""Who answers for a place, for which services, and who gets the rest."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.register import actions
from gensvar.operations.register.models import Place, Responsibility, ServiceType
from gensvar.operations.register.queries.answering import fallback_of
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import register as consequences
from gensvar.screens.setup.forms.register import (
    EndsForm,
    FallbackForm,
    ResponsibleForm,
    ServiceForm,
)
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.reaching import chosen_client, row_or_404
from gensvar.screens.setup.views.register import GET_AND_POST, crumb, list_of


@GET_AND_POST
@requires("register.write")
def entrusting(request: AgentRequest, place_id: int) -> HttpResponse:
    """Name a group for the place, from a day."""
    rows = Place.objects.select_related("client")
    found = row_or_404(request, "register.write", rows, place_id)
    initial = {"valid_from": localdate()}
    proposal = _at_place(
        found,
        title=_("Who answers for %(place)s") % {"place": found},
        form=ResponsibleForm(request.POST or None, client=found.client, initial=initial),
        kind=Kind.CREATE,
        verb=_("Name the group"),
        effects=lambda given: consequences.of_responsible(found, given),
        save=lambda given: actions.entrust(found, **given, by=request.user, at=now()),
        done=_("The group answers from that day."),
    )
    return propose(request, proposal)


@GET_AND_POST
@requires("register.write")
def ending_responsible(request: AgentRequest, row_id: int) -> HttpResponse:
    rows = Responsibility.objects.select_related("place", "group")
    found = row_or_404(request, "register.write", rows, row_id)
    proposal = _at_place(
        found.place,
        title=_("%(group)s answers no longer") % {"group": found.group.code},
        form=EndsForm(request.POST or None, initial={"on": localdate()}),
        kind=Kind.ACT,
        verb=_("End it"),
        effects=lambda given: consequences.of_ending(found),
        save=lambda given: actions.end_responsibility(found, **given, by=request.user, at=now()),
        done=_("Saved."),
    )
    return propose(request, proposal)


@GET_AND_POST
@requires("register.write")
def new_service(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "register.write")
    proposal = _of_client(
        client,
        title=_("New service at %(client)s") % {"client": client.public_name},
        form=ServiceForm(request.POST or None),
        kind=Kind.CREATE,
        verb=_("Add the service"),
        effects=lambda given: [],
        save=lambda given: actions.add_service_type(client, **given, by=request.user, at=now()),
    )
    return propose(request, proposal)


@GET_AND_POST
@requires("register.write")
def ending_service(request: AgentRequest, service_id: int) -> HttpResponse:
    rows = ServiceType.objects.filter(ended_at=None).select_related("client")
    found = row_or_404(request, "register.write", rows, service_id)
    proposal = _of_client(
        found.client,
        title=_("Offer %(service)s no longer") % {"service": found.name},
        form=Nothing(request.POST or None),
        kind=Kind.ACT,
        verb=_("End it"),
        effects=lambda given: consequences.of_service(found),
        save=lambda given: actions.end_service_type(found, by=request.user, at=now()),
    )
    return propose(request, proposal)


@GET_AND_POST
@requires("register.write")
def fallback(request: AgentRequest) -> HttpResponse:
    """Say which group gets what nobody is named for."""
    client = chosen_client(request, "register.write")
    proposal = _of_client(
        client,
        title=_("Who gets what nobody is named for"),
        form=FallbackForm(
            request.POST or None, client=client, initial={"group": fallback_of(client)}
        ),
        effects=consequences.of_fallback,
        save=lambda given: actions.name_fallback(client, **given, by=request.user, at=now()),
    )
    return propose(request, proposal)


def _at_place(place: Place, **given: Any) -> Proposal:
    address = reverse("setup_place", args=[place.pk])
    return Proposal(here="setup_places", crumb=(str(place), address), then=address, **given)


def _of_client(client: Client, **given: Any) -> Proposal:
    return Proposal(
        here="setup_places", crumb=crumb(), then=list_of(client), done=_("Saved."), **given
    )
