"""The ready words and macros of a client."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import CannedText, Macro
from gensvar.operations.cases.queries import wording
from gensvar.operations.cases.rules import BLANKS
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import wording as consequences
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.forms.wording import CannedTextForm, MacroForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, clients_within

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
TEXT_EVENTS = ("cases.canned-text-written", "cases.canned-text-retired")
MACRO_EVENTS = ("cases.macro-written", "cases.macro-retired")
KNOWN = {"known": sorted(BLANKS)}


def _texts() -> tuple[str, str]:
    return _("Ready words"), reverse("setup_canned_texts")


def _macros() -> tuple[str, str]:
    return _("Macros"), reverse("setup_macros")


@require_safe
@requires("setup.read")
def canned_texts(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    return listed(
        request,
        "canned_texts",
        here="setup_canned_texts",
        title=_("Ready words"),
        about=_("Agents put them into answers; what differs is filled in."),
        rows=list(wording.canned_texts(client.pk)),
        tabs=client_tabs(request, "setup.read", "setup_canned_texts", client),
        acts=[(_("New text"), f"{reverse('setup_new_canned_text')}?client={client.code}", "plus")],
        history=changes(TEXT_EVENTS, {"client_id": client.pk}),
    )


@GET_AND_POST
@requires("setup.write")
def new_canned_text(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_canned_texts",
            title=_("New ready words at %(client)s") % {"client": client.public_name},
            crumb=_texts(),
            form=CannedTextForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Save the words"),
            effects=lambda given: consequences.of_canned_text(client),
            save=lambda given: actions.write_canned_text(
                client, by=request.user, at=now(), **given
            ),
            then=f"{reverse('setup_canned_texts')}?client={client.code}",
            done=_("The words are saved."),
            template="setup/wording.html",
            more=KNOWN,
        ),
    )


@GET_AND_POST
@requires("setup.write")
def canned_text(request: AgentRequest, text_id: int) -> HttpResponse:
    found = _text_or_404(request, text_id)

    def save(given: dict[str, Any]) -> CannedText:
        row = _text_or_404(request, text_id)
        return actions.write_canned_text(
            row.client, text_row=row, by=request.user, at=now(), **given
        )

    return propose(
        request,
        Proposal(
            here="setup_canned_texts",
            title=found.name,
            crumb=_texts(),
            form=CannedTextForm(
                request.POST or None,
                initial={name: getattr(found, name) for name in CannedTextForm.base_fields},
            ),
            effects=lambda given: consequences.of_canned_text(found.client),
            save=save,
            then=request.path,
            done=_("Saved."),
            history=changes(TEXT_EVENTS, {"canned_text_id": found.pk}),
            template="setup/wording.html",
            more={**KNOWN, "retiring": reverse("setup_retiring_canned_text", args=[found.pk])},
        ),
    )


@GET_AND_POST
@requires("setup.write")
def retiring_canned_text(request: AgentRequest, text_id: int) -> HttpResponse:
    found = _text_or_404(request, text_id)

    def save(given: dict[str, Any]) -> None:
        row = _text_or_404(request, text_id)
        actions.retire_canned_text(row, by=request.user, at=now())

    return propose(request, _retiring(request, "setup_canned_texts", found, save))


@require_safe
@requires("setup.read")
def macros(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    return listed(
        request,
        "macros",
        here="setup_macros",
        title=_("Macros"),
        about=_("Several acts in one: an answer, a subject, whose turn it is, whose case it is."),
        rows=list(wording.macros(client.pk)),
        tabs=client_tabs(request, "setup.read", "setup_macros", client),
        acts=[(_("New macro"), f"{reverse('setup_new_macro')}?client={client.code}", "plus")],
        history=changes(MACRO_EVENTS, {"client_id": client.pk}),
    )


@GET_AND_POST
@requires("setup.write")
def new_macro(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_macros",
            title=_("New macro at %(client)s") % {"client": client.public_name},
            crumb=_macros(),
            form=MacroForm(request.POST or None, client=client),
            kind=Kind.CREATE,
            verb=_("Save the macro"),
            effects=lambda given: consequences.of_macro(client),
            save=lambda given: actions.write_macro(client, by=request.user, at=now(), **given),
            then=f"{reverse('setup_macros')}?client={client.code}",
            done=_("The macro is saved."),
            template="setup/wording.html",
            more=KNOWN,
        ),
    )


@GET_AND_POST
@requires("setup.write")
def macro(request: AgentRequest, macro_id: int) -> HttpResponse:
    found = _macro_or_404(request, macro_id)
    initial: dict[str, Any] = {name: getattr(found, name) for name in MacroForm.base_fields}
    initial |= {"subject": found.subject_id, "group": found.group_id}

    def save(given: dict[str, Any]) -> Macro:
        row = _macro_or_404(request, macro_id)
        return actions.write_macro(row.client, macro=row, by=request.user, at=now(), **given)

    return propose(
        request,
        Proposal(
            here="setup_macros",
            title=found.name,
            crumb=_macros(),
            form=MacroForm(request.POST or None, client=found.client, initial=initial),
            effects=lambda given: consequences.of_macro(found.client),
            save=save,
            then=request.path,
            done=_("Saved."),
            history=changes(MACRO_EVENTS, {"macro_id": found.pk}),
            template="setup/wording.html",
            more={**KNOWN, "retiring": reverse("setup_retiring_macro", args=[found.pk])},
        ),
    )


@GET_AND_POST
@requires("setup.write")
def retiring_macro(request: AgentRequest, macro_id: int) -> HttpResponse:
    found = _macro_or_404(request, macro_id)

    def save(given: dict[str, Any]) -> None:
        actions.retire_macro(_macro_or_404(request, macro_id), by=request.user, at=now())

    return propose(request, _retiring(request, "setup_macros", found, save))


def _retiring(
    request: AgentRequest,
    here: str,
    found: CannedText | Macro,
    save: Callable[[dict[str, Any]], None],
) -> Proposal:
    return Proposal(
        here=here,
        title=_("Offer “%(name)s” no longer") % {"name": found.name},
        crumb=_texts() if here == "setup_canned_texts" else _macros(),
        form=Nothing(request.POST or None),
        kind=Kind.ACT,
        verb=_("Offer it no longer"),
        effects=lambda given: consequences.of_retiring(),
        save=save,
        then=f"{reverse(here)}?client={found.client.code}",
        done=_("It is offered no longer."),
    )


def _text_or_404(request: AgentRequest, text_id: int) -> CannedText:
    within = clients_within(request, "setup.write")
    rows = CannedText.objects.filter(client__in=within, retired_at=None)
    return get_object_or_404(rows.select_related("client"), pk=text_id)


def _macro_or_404(request: AgentRequest, macro_id: int) -> Macro:
    within = clients_within(request, "setup.write")
    rows = Macro.objects.filter(client__in=within, retired_at=None)
    return get_object_or_404(rows.select_related("client", "subject", "group"), pk=macro_id)
