"""Answers to the customer: sent once, never past something one has not seen, and taken back."""

from collections.abc import Mapping
from typing import Any

from csp.decorators import csp_update
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gensvar.foundation.files.actions import upload_file, uploads_of
from gensvar.foundation.files.models import Upload
from gensvar.foundation.files.uploading import brought_too_much
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.correspondence import taken_part
from gensvar.operations.cases.queries.story import Noted, Spoken, Story
from gensvar.operations.cases.queries.typed import missing_fields
from gensvar.operations.cases.rules import missing_for_closing
from gensvar.operations.contacts.actions import Enclosure
from gensvar.operations.contacts.models import Outgoing
from gensvar.screens.desk.forms import ReplyForm, articles_in
from gensvar.screens.desk.reaching import (
    answerable_at,
    case_or_404,
    channel_to,
    hides_addresses,
    story_for,
)
from gensvar.screens.desk.typed import PREFIX, add_fields, given_in
from gensvar.screens.desk.views.acts import back, describe_from
from gensvar.screens.desk.views.case import WITH, draw, subjects_for
from gensvar.screens.desk.views.typed import rights_on, type_as_chosen

MOST_FILES = 10
PROTECTED = gettext_lazy(
    "How this customer is reached is protected. Ask your team lead to answer them."
)


@csp_update({"frame-src": ["'self'"]})  # type: ignore[arg-type]
@require_POST
@requires("cases.answer")
def reply(request: AgentRequest, number: str) -> HttpResponse:
    """Send an answer, or draw the page again with what was written and why it was not sent."""
    case = case_or_404(request, number, Case.objects.select_related(*WITH))
    story = story_for(request, case)
    addresses = answerable_at(case, story)
    form = ReplyForm(request.POST, addresses=addresses, subjects=subjects_for(case))
    if request.POST.get("turn") == State.CLOSED:
        add_fields(form, missing_fields(case, type_as_chosen(request, case)))
    try:
        uploads = _uploads(request)
    except Refused as refusal:
        return _again(request, case, form, {"refusal": refusal.words(), "uploads": []})
    kept: dict[str, Any] = {"uploads": uploads}
    if not form.is_valid():
        return _again(request, case, form, kept)
    if not addresses and hides_addresses(request, case.customer):
        return _again(request, case, form, {**kept, "refusal": str(PROTECTED)})
    asked = {
        "unseen": _unseen(story, form, request.user.name),
        "strangers": _strangers(case, form),
    }
    if any(asked.values()):
        return _again(request, case, form, kept | asked, status=409)
    if missing := _missing(case, form):
        return _again(request, case, form, {**kept, "missing": missing})
    try:
        outgoing = _send(request, case, form, uploads)
    except Refused as refusal:
        trouble = {**kept, "refusal": refusal.words()}
        return _again(request, case, form, trouble, status=refusal.status)
    messages.success(request, _when_it_leaves(form), extra_tags=f"draft:case-{case.pk}-reply")
    return back(request, case, asked=f"#skickat-{outgoing.pk}")


def _when_it_leaves(form: ReplyForm) -> str:
    if form.cleaned_data["later"]:
        return _("The answer is planned. Until it leaves you can take it back.")
    return _("The answer leaves in a few seconds. Until then you can take it back.")


def _again(
    request: AgentRequest,
    case: Case,
    form: ReplyForm,
    trouble: Mapping[str, Any],
    status: int = 422,
) -> HttpResponse:
    if brought_too_much(request):
        trouble = {**trouble, "refusal": _("Together the files are larger than 25 MB.")}
    return draw(request, case, reply=form, trouble=trouble, status=status)


def _uploads(request: AgentRequest) -> list[Upload]:
    """Keep the files that came with the form; those that came with an earlier try are known."""
    at = now()
    brought = [file for file in request.FILES.getlist("files") if isinstance(file, UploadedFile)]
    kept = request.POST.getlist("upload")
    known = list(Upload.objects.filter(pk__in=_uuids(kept), by=request.user))
    uploads = uploads_of(request.user, [upload.pk for upload in known], at=at)
    for file in brought[: MOST_FILES - len(uploads)]:
        uploads.append(upload_file(file.read(), name=file.name or "fil", by=request.user, at=at))
    return uploads


def _uuids(given: list[str]) -> list[str]:
    letters = set("0123456789abcdef-")
    return [one for one in given[:MOST_FILES] if len(one) == 36 and set(one) <= letters]


def _unseen(story: Story, form: ReplyForm, me: str) -> list[Spoken | Noted]:
    """Return what others have said, to the customer or among us, since the page was drawn."""
    seen, seen_note = form.cleaned_data["seen"], form.cleaned_data["seen_note"]
    said: list[Spoken | Noted] = [
        entry
        for entry in story.spoken
        if (entry.message or 0) > seen
        and entry.state != Outgoing.State.CANCELLED
        and not (entry.outgoing and entry.who == me)
        and entry.purpose in {"", "answer", "closing"}
    ]
    if seen_note is None:  # a program or an old page that knows nothing of notes
        return said
    noted = (entry for entry in story.entries if isinstance(entry, Noted))
    return said + [entry for entry in noted if entry.pk > seen_note and entry.who != me]


def _strangers(case: Case, form: ReplyForm) -> list[str]:
    """Return who would get a copy without ever having been in the case, until it is confirmed."""
    copies = form.cleaned_data["copies"]
    if not copies:
        return []
    known = taken_part(case) | {one.lower() for one in form.addresses}
    new = [one for one in copies if one.lower() not in known]
    sure = set(form.cleaned_data["sure"].lower().split())
    return [] if sure.issuperset(one.lower() for one in new) else new


def _missing(case: Case, form: ReplyForm) -> list[str]:
    given = form.cleaned_data
    if given["turn"] != State.CLOSED:
        return []
    missing = missing_for_closing(
        has_subject=bool(case.subject_id or given["subject"]),
        need_type=case.need_type or given["need_type"],
    )
    return missing + [f"{PREFIX}{key}" for key, value in given_in(form).items() if value is None]


@transaction.atomic
def _send(request: AgentRequest, case: Case, form: ReplyForm, uploads: list[Upload]) -> Outgoing:
    at, given = now(), form.cleaned_data
    to = given["to"]
    outgoing = actions.answer(
        case,
        given["text"],
        channel=channel_to(to, case),
        recipients=[to] if to else (),
        copies=given["copies"],
        enclosures=[Enclosure(upload.file, upload.name) for upload in uploads],
        by=request.user,
        at=at,
        next_state=_next_state(request, case, given),
        leaves_at=given["later"],
    )
    actions.use_support(case, articles_in(request.POST), outgoing=outgoing, by=request.user, at=at)
    describe_from(case, {key: given[key] for key in ("subject", "need_type")}, by=request.user)
    actions.fill_in(case, given_in(form), by=request.user, at=at)
    if case.agent_id is None and case.group_id is None:
        actions.assign(case, agent=request.user, group=None, by=request.user, at=at)
    if given["later"]:
        return outgoing
    if given["turn"] == State.CLOSED and request.identity.may(
        "cases.close", client_id=case.client_id
    ):
        actions.close(case, by=request.user, at=at, may=rights_on(request, case))
    elif given["turn"] == State.WAITING_FOR_US:
        actions.change_state(case, State.WAITING_FOR_US, by=request.user, at=at)
    return outgoing


def _next_state(request: AgentRequest, case: Case, given: Mapping[str, Any]) -> str:
    """Return whose turn it is after the answer; a planned one closes the case when it leaves."""
    may_close = request.identity.may("cases.close", client_id=case.client_id)
    if given["turn"] == State.CLOSED and not (given["later"] and may_close):
        return State.WAITING_FOR_US
    return str(given["turn"])


@require_POST
@requires("cases.answer")
def undo(request: AgentRequest, number: str, outgoing: int) -> HttpResponse:
    """Take an answer back before it leaves; its words return to where they were written."""
    case = case_or_404(request, number)
    sent = get_object_or_404(
        Outgoing.objects.filter(message__contact__cases=case).select_related("message"),
        pk=outgoing,
    )
    try:
        actions.take_back(case, sent, by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
        return back(request, case)
    messages.success(request, _("Taken back. Nothing was sent to the customer."))
    return back(request, case, asked=f"?igen={sent.pk}#write-reply")
