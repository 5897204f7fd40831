"""How every setting is changed: proposed, shown with its consequences, then saved.

What is saved is what was shown: the button carries a mark of the proposal whose consequences were
on the page, and another mark only leads to another preview. A preview is also a rehearsal: the
action itself is carried out and undone, so that whatever it would refuse is refused beforehand.
"""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django import forms
from django.contrib import messages
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.refusals import Refused
from gensvar.screens.setup.history import Change
from gensvar.screens.setup.sections import sections

ONCE_SECONDS = 24 * 3600
LONGEST_SHOWN = 80


class Kind(StrEnum):
    CHANGE = "change"
    CREATE = "create"
    # Something that is done as it stands, such as ending an account.
    ACT = "act"


@dataclass(frozen=True)
class Difference:
    """A field before and after, as a person reads it."""

    label: str
    before: str
    after: str


@dataclass(kw_only=True)
class Proposal:
    """What a page offers to do, what would follow, and how it is done."""

    here: str
    title: str | Promise
    crumb: tuple[str | Promise, str]
    form: forms.Form
    effects: Callable[[dict[str, Any]], Sequence[Markup]]
    save: Callable[[dict[str, Any]], Any]
    # Where to go afterwards: an address, or an answer made of what was saved.
    then: str | Callable[[Any], HttpResponse]
    done: str | Promise = ""
    kind: Kind = Kind.CHANGE
    verb: str | Promise = ""
    is_rehearsed: bool = True
    is_dangerous: bool = False
    history: Sequence[Change] = ()
    template: str = "setup/change.html"
    more: dict[str, Any] = field(default_factory=dict)


def told(sentence: str, **values: Any) -> Markup:
    """Return a sentence of ours, whose markup stands, with values in it, whose markup does not."""
    return Markup(sentence) % values if values else Markup(sentence)  # noqa: S704 our own words


def propose(request: AgentRequest, proposal: Proposal) -> HttpResponse:
    """Show the page, preview what it would do, or do it."""
    form = proposal.form
    if request.method != "POST":
        return _draw(request, proposal)
    if not form.is_valid():
        return _draw(request, proposal, status=422)
    given = form.cleaned_data
    is_seen = request.POST.get("seen") == _mark(proposal, given)
    # Counted before the rehearsal, which leaves the rows as they were but not what was read.
    effects = _effects(proposal, given)
    try:
        if request.POST.get("do") == "save" and is_seen:
            return _save(request, proposal, given)
        if proposal.is_rehearsed and (proposal.kind != Kind.CHANGE or differences(form)):
            _rehearse(proposal, given)
    except Refused as refusal:
        return _draw(request, proposal, refusal=refusal, status=refusal.status)
    return _draw(request, proposal, given=given, effects=effects)


def _effects(proposal: Proposal, given: dict[str, Any]) -> Sequence[Markup]:
    if proposal.kind == Kind.CHANGE and not proposal.form.changed_data:
        return ()
    return proposal.effects(given)


def differences(form: forms.Form) -> list[Difference]:
    """Return what a valid form would change, in its own words."""
    found = []
    for name in form.changed_data:
        bound = form[name]
        before, after = _shown(bound, bound.initial), _shown(bound, form.cleaned_data.get(name))
        found.append(Difference(str(bound.label), before, after))
    return found


def _save(request: AgentRequest, proposal: Proposal, given: dict[str, Any]) -> HttpResponse:
    if proposal.kind == Kind.CHANGE and not proposal.form.changed_data:
        return _draw(request, proposal, given=given)
    with transaction.atomic():
        if not _is_first(request, proposal):
            messages.info(request, _("That is saved already; nothing was done twice."))
            return HttpResponseRedirect(
                proposal.then if isinstance(proposal.then, str) else proposal.crumb[1]
            )
        saved = proposal.save(given)
    if proposal.done:
        messages.success(request, str(proposal.done))
    if isinstance(proposal.then, str):
        return HttpResponseRedirect(proposal.then)
    return proposal.then(saved)


def _is_first(request: AgentRequest, proposal: Proposal) -> bool:
    """Say whether what is made new is made for the first time from this page."""
    if proposal.kind != Kind.CREATE:
        return True
    once = request.POST.get("once", "")[:64]
    return cache.add(f"setup:{request.user.pk}:{once}", 1, ONCE_SECONDS)


class _Undone(Exception):
    """A rehearsal went well, and nothing of it may remain."""


def _rehearse(proposal: Proposal, given: dict[str, Any]) -> None:
    try:
        with transaction.atomic():
            proposal.save(given)
            raise _Undone
    except _Undone:
        return


def _draw(
    request: AgentRequest,
    proposal: Proposal,
    *,
    given: dict[str, Any] | None = None,
    effects: Sequence[Markup] = (),
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    form = proposal.form
    if given is None and proposal.kind == Kind.ACT and not form.is_bound:
        given = {name: form[name].initial for name in form.fields}
        effects = proposal.effects(given)
    changes = differences(form) if given is not None and proposal.kind == Kind.CHANGE else []
    is_ready = given is not None and (proposal.kind != Kind.CHANGE or bool(changes))
    context = {
        "proposal": proposal,
        "form": form,
        "effects": effects,
        "changes": changes,
        "is_ready": is_ready and refusal is None,
        "is_same": given is not None and not is_ready,
        "refusal": refusal,
        "seen": _mark(proposal, given) if given is not None else "",
        "once": request.POST.get("once", "")[:64] or secrets.token_hex(16),
        "verb": _verb(proposal, len(changes)),
        "here": request.path,
        "sections": sections(request, here=proposal.here),
        **proposal.more,
    }
    is_part = bool(getattr(request, "htmx", False))
    template = "setup/_preview.html" if is_part else proposal.template
    # A fragment that says what is wrong is an answer, not an error.
    return render(request, template, context, status=200 if is_part else status)


def _verb(proposal: Proposal, count: int) -> str:
    if proposal.verb:
        return str(proposal.verb)
    return ngettext("Save one change", "Save %(count)s changes", count or 1) % {"count": count}


def _mark(proposal: Proposal, given: dict[str, Any]) -> str:
    """Return what tells this proposal from any other, also once somebody changed what was there."""
    form = proposal.form
    pairs = [
        (name, repr(form[name].initial), repr(getattr(value, "pk", value)))
        for name, value in sorted(given.items())
    ]
    return hashlib.sha256(repr(pairs).encode()).hexdigest()[:32]


def _shown(bound: forms.BoundField, value: Any) -> str:
    kind = bound.field
    if isinstance(kind.widget, forms.PasswordInput):
        return "•••" if value else "–"
    if isinstance(kind, forms.BooleanField):
        return _("on") if value else _("off")
    if isinstance(kind, forms.ModelChoiceField):
        return _row_shown(kind, value)
    if isinstance(kind, forms.ChoiceField):
        choices: Any = kind.choices
        names = {str(key): str(label) for key, label in choices}
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(names.get(str(one), str(one)) for one in chosen if one) or "–"
    written = kind.prepare_value(value) if value not in (None, "") else None
    text = " ".join(str(written).split()) if written is not None else "–"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _row_shown(field: "forms.ModelChoiceField[Any]", value: Any) -> str:
    if not value:
        return "–"
    rows: Any = field.queryset
    row = value if hasattr(value, "pk") else rows.filter(pk=value).first()
    return str(field.label_from_instance(row)) if row else "–"


def tried_lines(
    request: AgentRequest,
    form: forms.BaseForm,
    refused: Callable[[dict[str, Any]], Sequence[tuple[int, str]]],
    *,
    most: int,
) -> dict[str, Any]:
    """Return what is shown of a file that is tried: its words, and the first lines left out."""
    if request.method != "POST" or not form.is_valid():
        return {"table": "", "refused": (), "total": 0}
    found, given = refused(form.cleaned_data), form.cleaned_data
    return {"table": given["table"], "refused": found[:most], "total": len(found)}
