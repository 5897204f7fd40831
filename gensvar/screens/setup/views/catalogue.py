from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.queries import how_often
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.knowledge.actions import (
    add_area,
    add_standard_areas,
    add_subject,
    change_area,
    change_subject,
    restore_subject,
    retire_subject,
)
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import catalogue as consequences
from gensvar.screens.setup.forms.catalogue import AreaForm, SubjectForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, row_or_404

EVENTS = (
    "knowledge.subject-added",
    "knowledge.subject-changed",
    "knowledge.subject-retired",
    "knowledge.subject-restored",
    "knowledge.area-added",
    "knowledge.area-changed",
    "knowledge.catalogue-imported",
)
# Headings that the import understands again.
FILE: list[Column[Subject]] = [
    Column("name", lambda row: row.name, _("Subject")),
    Column("area", lambda row: row.area.name, _("Service area")),
    Column("department", lambda row: row.area.department, _("Department")),
    Column("group", lambda row: row.group.code if row.group else "", _("Answer group")),
    Column("tier", lambda row: row.tier, _("Tier")),
    Column(
        "is_public", lambda row: _("yes") if row.is_public else _("no"), _("Shown to customers")
    ),
]


KEPT = ("name", "tier", "is_public", "answer_days", "identity_level")


def version(client: Client) -> int:
    """Return the number of the catalogue as it stands: every change of it makes the next."""
    return 1 + how_often(EVENTS, {"client_id": client.pk})


def crumb() -> tuple[str, str]:
    return str(_("Subjects")), reverse("setup_subjects")


@require_safe
@requires("setup.read")
def subjects(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    areas = ServiceArea.objects.filter(client=client).annotate(
        in_use=Count("subjects", filter=Q(subjects__retired_at=None))
    )
    rows = Subject.objects.filter(client=client).select_related("group", "area")
    within: dict[int, list[Subject]] = {}
    for subject in rows.order_by("retired_at", "name"):
        within.setdefault(subject.area_id, []).append(subject)
    asked = f"?client={client.code}"
    return listed(
        request,
        "subjects",
        here="setup_subjects",
        title=_("Subjects"),
        about=_("Version %(number)s of the catalogue. Every change makes the next.")
        % {"number": version(client)},
        areas=[(area, within.get(area.pk, [])) for area in areas.order_by("department", "name")],
        tabs=client_tabs(request, "setup.read", "setup_subjects", client),
        acts=[
            (_("New subject"), reverse("setup_new_subject") + asked, "plus"),
            (_("New service area"), reverse("setup_new_area") + asked, "plus"),
            (_("Import…"), reverse("setup_import") + asked, "upload"),
            (_("Begin with 24 areas…"), reverse("setup_standard_areas") + asked, "list"),
            ("CSV", reverse("setup_subjects_file", args=["csv"]) + asked, "download"),
            ("XLSX", reverse("setup_subjects_file", args=["xlsx"]) + asked, "download"),
        ],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


@require_safe
@requires("setup.read")
def subjects_file(request: AgentRequest, kind: str) -> HttpResponseBase:
    if kind not in set(Format):
        raise Http404
    client = chosen_client(request, "setup.read")
    rows = Subject.objects.filter(client=client, retired_at=None).select_related("area", "group")
    note_export("knowledge.subjects", format=kind, agent_id=request.user.pk, at=now())
    named = f"amnen-{client.code}-v{version(client)}"
    return export(list(rows.order_by("area__name", "name")), FILE, kind, name=named, semicolon=True)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_subject(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=_("New subject at %(client)s") % {"client": client.public_name},
            crumb=crumb(),
            form=SubjectForm(
                request.POST or None,
                client=client,
                initial={"tier": 2, "is_public": True, "identity_level": 0},
            ),
            kind=Kind.CREATE,
            verb=_("Add the subject"),
            effects=consequences.of_new_subject,
            save=lambda given: add_subject(by=request.user, at=now(), **given),
            then=f"{reverse('setup_subjects')}?client={client.code}",
            done=_("The subject is added."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def subject(request: AgentRequest, subject_id: int) -> HttpResponse:
    rows = Subject.objects.select_related("area", "group", "client", "case_type")
    found = row_or_404(request, "setup.write", rows, subject_id)
    initial = {name: getattr(found, name) for name in KEPT}
    initial |= {"area": found.area_id, "group": found.group_id}
    initial |= {"case_type": found.case_type_id, "access": found.access_id}
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=found.name,
            crumb=crumb(),
            form=SubjectForm(request.POST or None, client=found.client, initial=initial),
            effects=lambda given: consequences.of_changed_subject(found, given),
            save=lambda given: change_subject(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"subject_id": found.pk}),
            template="setup/subject.html",
            more={"subject": found},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def retiring(request: AgentRequest, subject_id: int) -> HttpResponse:
    """Retire a subject, or restore one that is retired."""
    rows = Subject.objects.select_related("group", "area")
    found = row_or_404(request, "setup.write", rows, subject_id)
    act = restore_subject if found.retired_at else retire_subject
    title = _("Restore “%(name)s”") if found.retired_at else _("Retire “%(name)s”")
    told = consequences.of_restoring if found.retired_at else consequences.of_retiring
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=title % {"name": found.name},
            crumb=(found.name, reverse("setup_subject", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Restore") if found.retired_at else _("Retire"),
            effects=lambda given: told(found),
            save=lambda given: act(found, by=request.user, at=now()),
            then=reverse("setup_subject", args=[found.pk]),
            done=_("Saved."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_area(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=_("New service area at %(client)s") % {"client": client.public_name},
            crumb=crumb(),
            form=AreaForm(request.POST or None, initial={"position": 0}),
            kind=Kind.CREATE,
            verb=_("Add the service area"),
            effects=lambda given: [],
            save=lambda given: add_area(client, by=request.user, at=now(), **given),
            then=f"{reverse('setup_subjects')}?client={client.code}",
            done=_("The service area is added. It shows on the portal once it has a subject."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def area(request: AgentRequest, area_id: int) -> HttpResponse:
    found = row_or_404(request, "setup.write", ServiceArea.objects.all(), area_id)
    initial = {name: getattr(found, name) for name in AreaForm.base_fields}
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=found.name,
            crumb=crumb(),
            form=AreaForm(request.POST or None, initial=initial),
            effects=lambda given: consequences.of_changed_area(found, given),
            save=lambda given: change_area(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"area_id": found.pk}),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def standard_areas(request: AgentRequest) -> HttpResponse:
    """Offer the service areas that a municipality has, for a catalogue to begin with."""
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=_("The 24 service areas of a municipality"),
            crumb=crumb(),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Add the service areas"),
            effects=lambda given: consequences.of_standard_areas(client),
            save=lambda given: add_standard_areas(client, by=request.user, at=now()),
            then=f"{reverse('setup_subjects')}?client={client.code}",
            done=_("The service areas are there. Each shows on the portal once it has a subject."),
        ),
    )
