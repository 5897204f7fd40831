"""The register: its places, as a list, as a file and one by one."""

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
from gensvar.operations.register.models import Place
from gensvar.operations.register.queries.answering import (
    coverage_of,
    fallback_of,
    findings_of,
    groups_named,
    responsibilities_of,
)
from gensvar.operations.register.queries.finding import find_places
from gensvar.operations.register.queries.importing import services_of
from gensvar.operations.register.queries.table import PlaceRow, columns_of, rows_of
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import register as consequences
from gensvar.screens.setup.forms.register import PlaceForm
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


def list_of(client: Client) -> str:
    """Return the address of a client's places."""
    return f"{reverse('setup_places')}?client={client.code}"


@require_safe
@requires("register.write")
def places(request: AgentRequest) -> HttpResponse:
    client, today = chosen_client(request, "register.write"), localdate()
    typed = request.GET.get("ord", "").replace("\0", "")[:120]
    lacking = request.GET.get("visa") == "utan-grupp"
    covered = coverage_of(client, on=today)
    asked = f"?client={client.code}"
    return listed(
        request,
        "places",
        here="setup_places",
        title=_("Properties and products"),
        about=_("Which group answers for what, by service and time."),
        rows=covered.unmapped[:MOST] if lacking else _shown(client, typed),
        most=MOST,
        typed=typed,
        lacking=lacking,
        client=client,
        covered=covered,
        groups=groups_named(client, on=today),
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
            then=list_of(client),
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
