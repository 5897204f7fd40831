"""Case types: the list of them, what each is called, and whether it is in use."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import State
from gensvar.operations.casetypes.actions import (
    add_type,
    describe_type,
    make_default,
    restore_type,
    retire_type,
)
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.casetypes.rules import STATES, Words
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import types as consequences
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.forms.types import KINDS, WHO, NewTypeForm, TypeForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, row_or_404

EVENTS = (
    "casetypes.case-type-added",
    "casetypes.case-type-changed",
    "casetypes.case-type-made-default",
    "casetypes.case-type-retired",
    "casetypes.case-type-restored",
)


@require_safe
@requires("setup.read")
def types(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    asked = f"?client={client.code}"
    return listed(
        request,
        "types",
        here="setup_types",
        title=_("Case types"),
        about=_("What cases ask for, the stages they go through, and who may move them on."),
        rows=case_types([client.pk], with_retired=True),
        tabs=client_tabs(request, "setup.read", "setup_types", client),
        acts=[(_("New case type"), reverse("setup_new_type") + asked, "plus")],
        history=changes(EVENTS, {"client_id": client.pk}),
        explained=_(
            "A case has the type that somebody chose, else that of its subject, else the default."
            "\n\nEvery change makes a new version; the earlier ones are kept."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_type(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")

    def add(given: dict[str, Any]) -> CaseType:
        return add_type(
            client,
            given["service"],
            code=given["code"],
            name=Words(given["name_sv"], given["name_en"]),
            by=request.user,
            at=now(),
        )

    return propose(
        request,
        Proposal(
            here="setup_types",
            title=_("New case type at %(client)s") % {"client": client.public_name},
            crumb=crumb(),
            form=NewTypeForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Add the case type"),
            effects=consequences.of_new_type,
            save=add,
            then=f"{reverse('setup_types')}?client={client.code}",
            done=_("The case type is added. Let subjects choose it, or agents case by case."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def case_type(request: AgentRequest, type_id: int) -> HttpResponse:
    found = type_or_404(request, type_id)
    language = get_language() or "sv"
    template = found.template
    return propose(
        request,
        Proposal(
            here="setup_types",
            title=str(found),
            crumb=crumb(),
            form=TypeForm(request.POST or None, initial=TypeForm.initial_of(template)),
            effects=lambda given: consequences.of_describing(found, given),
            save=lambda given: describe_type(
                found, by=request.user, at=now(), **TypeForm.settings_in(given)
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"case_type_id": found.pk}),
            template="setup/type.html",
            more={
                "case_type": found,
                "fields_of_type": [
                    (field, field.label.said(language), KINDS[field.kind])
                    for field in template.fields
                ],
                "stages_of_type": _stages(found, language),
                "state_names": dict(State.choices),
            },
        ),
    )


def _stages(case_type: CaseType, language: str) -> list[dict[str, Any]]:
    """Return each stage with where a case can go from it, and what only some may do."""
    template = case_type.template
    names = {stage.code: stage.label.said(language) for stage in template.stages}
    return [
        {
            "stage": stage,
            "label": names[stage.code],
            "to": [
                (names[way.to], WHO[way.right] if way.right != "cases.write" else "")
                for way in template.ways(stage.code)
            ],
        }
        for state in STATES
        for stage in template.stages
        if stage.state == state
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def retiring(request: AgentRequest, type_id: int) -> HttpResponse:
    """Retire a case type, or restore one that is retired."""
    found = type_or_404(request, type_id)
    is_back = found.retired_at is not None
    act = restore_type if is_back else retire_type
    title = _("Restore “%(name)s”") if is_back else _("Retire “%(name)s”")
    told = consequences.of_restoring if is_back else consequences.of_retiring
    return _acted(request, found, act, title, _("Restore") if is_back else _("Retire"), told)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def making_default(request: AgentRequest, type_id: int) -> HttpResponse:
    found = type_or_404(request, type_id)
    title = _("Make “%(name)s” the default")
    told = consequences.of_default
    return _acted(request, found, make_default, title, _("Make it the default"), told)


def _acted(
    request: AgentRequest, found: CaseType, act: Any, title: str, verb: str, told: Any
) -> HttpResponse:
    page = reverse("setup_type", args=[found.pk])
    return propose(
        request,
        Proposal(
            here="setup_types",
            title=title % {"name": found},
            crumb=(str(found), page),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=verb,
            effects=lambda given: told(found),
            save=lambda given: act(found, by=request.user, at=now()),
            then=page,
            done=_("Saved."),
        ),
    )


def type_or_404(request: AgentRequest, type_id: int) -> CaseType:
    return row_or_404(request, "setup.write", CaseType.objects.select_related("client"), type_id)


def crumb() -> tuple[str, str]:
    return _("Case types"), reverse("setup_types")
