"""The register: its places, and who answers for each."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.register import actions
from gensvar.operations.register.models import Place, Responsibility, ServiceType
from gensvar.operations.register.queries.answering import (
    coverage_of,
    fallback_of,
    findings_of,
    responsibilities_of,
)
from gensvar.operations.register.queries.finding import find_places
from gensvar.operations.register.queries.importing import services_of
from gensvar.operations.register.queries.table import PlaceRow, columns_of, rows_of
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import register as consequences
from gensvar.screens.setup.forms.register import (
    EndsForm,
    FallbackForm,
    PlaceForm,
    ResponsibleForm,
    ServiceForm,
)
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, row_or_404

EVENTS = (
    "register.place-added",
    "register.place-changed",
    "register.responsibility-given",
    "register.responsibility-ended",
    "register.fallback-named",
    "register.service-type-added",
    "register.service-type-ended",
    "register.places-imported",
)
GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
MOST = 200


def crumb() -> tuple[str, str]:
    return _("Properties and products"), reverse("setup_places")


def _of(place: Place) -> tuple[str, str]:
    return str(place), reverse("setup_place", args=[place.pk])


@require_safe
@requires("register.write")
def places(request: AgentRequest) -> HttpResponse:
    client, today = chosen_client(request, "register.write"), localdate()
    typed = request.GET.get("ord", "")[:120]
    covered = coverage_of(client, on=today)
    asked = f"?client={client.code}"
    return listed(
        request,
        "places",
        here="setup_places",
        title=_("Properties and products"),
        about=_("Which group answers for what, by service and time."),
        rows=_shown(client, typed),
        most=MOST,
        typed=typed,
        client=client,
        covered=covered,
        unmapped={one.pk for one in covered.unmapped},
        findings=findings_of(client),
        services=services_of(client),
        fallback=fallback_of(client),
        tabs=client_tabs(request, "register.write", "setup_places", client),
        acts=[
            (_("New place"), reverse("setup_new_place") + asked, "plus"),
            (_("Import…"), reverse("setup_import_places") + asked, "upload"),
            (_("New service…"), reverse("setup_new_service") + asked, "plus"),
            (_("Who gets the rest…"), reverse("setup_fallback") + asked, "transfer"),
            ("CSV", reverse("setup_places_file", args=["csv"]) + asked, "download"),
            ("XLSX", reverse("setup_places_file", args=["xlsx"]) + asked, "download"),
        ],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


def _shown(client: Client, typed: str) -> list[Place]:
    if typed.strip():
        return find_places(typed, clients=[client.pk], on=localdate(), most=MOST)
    rows = Place.objects.filter(client=client).select_related("parent")
    return list(rows.order_by("code")[:MOST])


@require_safe
@requires("register.write")
def places_file(request: AgentRequest, kind: str) -> HttpResponseBase:
    """Give the register as a file that the import reads again."""
    if kind not in set(Format):
        raise Http404
    client = chosen_client(request, "register.write")
    note_export("register.places", format=kind, agent_id=request.user.pk, at=now())
    columns: list[Column[PlaceRow]] = [
        Column(name, value) for name, value in columns_of(client).items()
    ]
    rows = rows_of(client, on=localdate())
    return export(rows, columns, kind, name=f"platser-{client.code}", semicolon=True)


@GET_AND_POST
@requires("register.write")
def new_place(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "register.write")
    initial = {"valid_from": localdate(), "parent": request.GET.get("ingar-i", "")[:40]}
    form = PlaceForm(request.POST or None, client=client, initial=initial)
    return propose(
        request,
        Proposal(
            here="setup_places",
            title=_("New place at %(client)s") % {"client": client.public_name},
            crumb=crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the place"),
            effects=consequences.of_place,
            save=lambda given: actions.add_place(
                client, form.described(given), by=request.user, at=now()
            ),
            then=f"{reverse('setup_places')}?client={client.code}",
            done=_("The place is in the register. Name who answers for it."),
        ),
    )


@GET_AND_POST
@requires("register.write")
def place(request: AgentRequest, place_id: int) -> HttpResponse:
    rows = Place.objects.select_related("client", "parent")
    found = row_or_404(request, "register.write", rows, place_id)
    initial = {name: getattr(found, name) for name in PlaceForm.base_fields}
    initial["parent"] = found.parent.code if found.parent else ""
    form = PlaceForm(request.POST or None, client=found.client, initial=initial)
    return propose(
        request,
        Proposal(
            here="setup_places",
            title=str(found),
            crumb=crumb(),
            form=form,
            effects=lambda given: consequences.of_changed_place(found, given, today=localdate()),
            save=lambda given: actions.change_place(
                found, form.described(given), by=request.user, at=now()
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"place_id": found.pk}),
            template="setup/place.html",
            more={
                "place": found,
                "answering": responsibilities_of(found),
                "within": Place.objects.filter(parent=found).order_by("code"),
                "today": localdate(),
            },
        ),
    )


@GET_AND_POST
@requires("register.write")
def entrusting(request: AgentRequest, place_id: int) -> HttpResponse:
    """Name a group for the place, from a day."""
    rows = Place.objects.select_related("client")
    found = row_or_404(request, "register.write", rows, place_id)
    form = ResponsibleForm(
        request.POST or None, client=found.client, initial={"valid_from": localdate()}
    )
    return propose(
        request,
        Proposal(
            here="setup_places",
            title=_("Who answers for %(place)s") % {"place": found},
            crumb=_of(found),
            form=form,
            kind=Kind.CREATE,
            verb=_("Name the group"),
            effects=lambda given: consequences.of_responsible(found, given),
            save=lambda given: actions.entrust(found, **given, by=request.user, at=now()),
            then=_of(found)[1],
            done=_("The group answers from that day."),
        ),
    )


@GET_AND_POST
@requires("register.write")
def ending_responsible(request: AgentRequest, row_id: int) -> HttpResponse:
    rows = Responsibility.objects.select_related("place", "group")
    found = row_or_404(request, "register.write", rows, row_id)
    return propose(
        request,
        Proposal(
            here="setup_places",
            title=_("%(group)s answers no longer") % {"group": found.group.code},
            crumb=_of(found.place),
            form=EndsForm(request.POST or None, initial={"on": localdate()}),
            kind=Kind.ACT,
            verb=_("End it"),
            effects=lambda given: consequences.of_ending(found),
            save=lambda given: actions.end_responsibility(
                found, on=given["on"], by=request.user, at=now()
            ),
            then=_of(found.place)[1],
            done=_("Saved."),
        ),
    )


@GET_AND_POST
@requires("register.write")
def new_service(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "register.write")

    def add(given: dict[str, Any]) -> ServiceType:
        return actions.add_service_type(client, name=given["name"], by=request.user, at=now())

    return propose(
        request,
        _of_client(
            client,
            title=_("New service at %(client)s") % {"client": client.public_name},
            form=ServiceForm(request.POST or None),
            verb=_("Add the service"),
            save=add,
        ),
    )


@GET_AND_POST
@requires("register.write")
def ending_service(request: AgentRequest, service_id: int) -> HttpResponse:
    rows = ServiceType.objects.filter(ended_at=None).select_related("client")
    found = row_or_404(request, "register.write", rows, service_id)
    proposal = _of_client(
        found.client,
        title=_("Offer %(service)s no longer") % {"service": found.name},
        form=Nothing(request.POST or None),
        verb=_("End it"),
        save=lambda given: actions.end_service_type(found, by=request.user, at=now()),
    )
    proposal.kind, proposal.effects = Kind.ACT, lambda given: consequences.of_service(found)
    return propose(request, proposal)


@GET_AND_POST
@requires("register.write")
def fallback(request: AgentRequest) -> HttpResponse:
    """Say which group gets what nobody is named for."""
    client, at = chosen_client(request, "register.write"), now()
    held = fallback_of(client)
    proposal = _of_client(
        client,
        title=_("Who gets what nobody is named for"),
        form=FallbackForm(
            request.POST or None, client=client, initial={"group": held.pk if held else None}
        ),
        verb="",
        save=lambda given: _name_fallback(client, given, request, at),
    )
    proposal.kind, proposal.effects = Kind.CHANGE, consequences.of_fallback
    return propose(request, proposal)


def _name_fallback(
    client: Client, given: dict[str, Any], request: AgentRequest, at: datetime
) -> None:
    actions.name_fallback(client, given["group"], by=request.user, at=at)


def _of_client(client: Client, *, title: str, form: Any, verb: str, save: Any) -> Proposal:
    """Return what is done to the register as a whole."""
    return Proposal(
        here="setup_places",
        title=title,
        crumb=crumb(),
        form=form,
        kind=Kind.CREATE,
        verb=verb,
        effects=lambda given: [],
        save=save,
        then=f"{reverse('setup_places')}?client={client.code}",
        done=_("Saved."),
    )
