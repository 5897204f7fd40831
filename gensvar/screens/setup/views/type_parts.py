"""The fields and stages of a case type, and the moves between its stages."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.casetypes import actions
from gensvar.operations.casetypes.models import CaseType
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import types as consequences
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.forms.types import FieldForm, MovesForm, StageForm
from gensvar.screens.setup.views.types import type_or_404

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@requires("setup.write")
def new_field(request: AgentRequest, type_id: int) -> HttpResponse:
    found = type_or_404(request, type_id)
    form = FieldForm(request.POST or None, is_new=True, initial={"kind": "text"})
    return _proposed(
        request,
        found,
        form,
        title=_("New field"),
        kind=Kind.CREATE,
        verb=_("Add the field"),
        effects=lambda given: consequences.of_field(found, None, FieldForm.field_in(given)),
        save=lambda given: actions.add_field(
            found, FieldForm.field_in(given), by=request.user, at=now()
        ),
    )


@PAGE
@requires("setup.write")
def field(request: AgentRequest, type_id: int, key: str) -> HttpResponse:
    found = type_or_404(request, type_id)
    before = found.template.field(key)
    if before is None:
        raise Http404
    form = FieldForm(request.POST or None, is_new=False, initial=FieldForm.initial_of(before))
    return _proposed(
        request,
        found,
        form,
        title=before.label.sv,
        effects=lambda given: consequences.of_field(
            found, before, FieldForm.field_in(given, key=key)
        ),
        save=lambda given: actions.change_field(
            found, FieldForm.field_in(given, key=key), by=request.user, at=now()
        ),
        template="setup/type_part.html",
        more={"removing": reverse("setup_removing_field", args=[found.pk, key])},
    )


@PAGE
@requires("setup.write")
def removing_field(request: AgentRequest, type_id: int, key: str) -> HttpResponse:
    found = type_or_404(request, type_id)
    field = found.template.field(key)
    if field is None:
        raise Http404
    return _proposed(
        request,
        found,
        Nothing(request.POST or None),
        title=_("Remove “%(name)s”") % {"name": field.label.sv},
        kind=Kind.ACT,
        verb=_("Remove the field"),
        effects=lambda given: consequences.of_removing_field(found, field),
        save=lambda given: actions.remove_field(found, key, by=request.user, at=now()),
    )


@PAGE
@requires("setup.write")
def new_stage(request: AgentRequest, type_id: int) -> HttpResponse:
    found = type_or_404(request, type_id)
    form = StageForm(request.POST or None, is_new=True, initial={"state": "waiting-for-us"})
    return _proposed(
        request,
        found,
        form,
        title=_("New stage"),
        kind=Kind.CREATE,
        verb=_("Add the stage"),
        effects=lambda given: consequences.of_stage(found, None, StageForm.stage_in(given)),
        save=lambda given: actions.add_stage(
            found, StageForm.stage_in(given), by=request.user, at=now()
        ),
    )


@PAGE
@requires("setup.write")
def stage(request: AgentRequest, type_id: int, code: str) -> HttpResponse:
    found = type_or_404(request, type_id)
    before = found.template.stage(code)
    if before is None:
        raise Http404
    known = {"label_sv": before.label.sv, "label_en": before.label.en, "state": before.state}
    form = StageForm(request.POST or None, is_new=False, initial=known)
    return _proposed(
        request,
        found,
        form,
        title=before.label.sv,
        effects=lambda given: consequences.of_stage(
            found, before, StageForm.stage_in(given, code=code)
        ),
        save=lambda given: actions.change_stage(
            found, StageForm.stage_in(given, code=code), by=request.user, at=now()
        ),
        template="setup/type_part.html",
        more={"removing": reverse("setup_removing_stage", args=[found.pk, code])},
    )


@PAGE
@requires("setup.write")
def removing_stage(request: AgentRequest, type_id: int, code: str) -> HttpResponse:
    found = type_or_404(request, type_id)
    stage = found.template.stage(code)
    if stage is None:
        raise Http404
    return _proposed(
        request,
        found,
        Nothing(request.POST or None),
        title=_("Remove “%(name)s”") % {"name": stage.label.sv},
        kind=Kind.ACT,
        verb=_("Remove the stage"),
        effects=lambda given: consequences.of_removing_stage(found, stage),
        save=lambda given: actions.remove_stage(found, code, by=request.user, at=now()),
    )


@PAGE
@requires("setup.write")
def moves(request: AgentRequest, type_id: int) -> HttpResponse:
    found = type_or_404(request, type_id)
    form = MovesForm(request.POST or None, template=found.template)
    return _proposed(
        request,
        found,
        form,
        title=_("Who may move a case where"),
        effects=lambda given: consequences.of_moves(found, MovesForm.moves_in(given)),
        save=lambda given: actions.set_moves(
            found, MovesForm.moves_in(given), by=request.user, at=now()
        ),
        template="setup/type_moves.html",
    )


def _proposed(
    request: AgentRequest,
    found: CaseType,
    form: forms.Form,
    *,
    title: str,
    effects: Callable[[dict[str, Any]], Any],
    save: Callable[[dict[str, Any]], Any],
    **more: Any,
) -> HttpResponse:
    page = reverse("setup_type", args=[found.pk])
    return propose(
        request,
        Proposal(
            here="setup_types",
            title=title,
            crumb=(str(found), page),
            form=form,
            effects=effects,
            save=save,
            then=page,
            done=_("Saved."),
            **more,
        ),
    )
