"""One question per page. What is answered is kept in a draft, so Back and Forward just work."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.files.forms import checked_files, too_large
from gensvar.foundation.files.rules import ACCEPTED, MOST_BYTES, MOST_FILES
from gensvar.foundation.files.uploading import brought_too_much
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.knowledge.queries import public_areas, public_subject, subjects_like
from gensvar.screens.portal import actions
from gensvar.screens.portal.actions import OpenDraft
from gensvar.screens.portal.forms import ReplyForm, TextForm
from gensvar.screens.portal.hours import reading
from gensvar.screens.portal.rules import (
    DRAFT_LASTS,
    STEPS,
    Question,
    is_hasty_advertising,
)
from gensvar.screens.portal.views.answers import perhaps
from gensvar.screens.portal.views.frame import Portal, draw, page, sent_form
from gensvar.screens.portal.views.sender import sender_of

COOKIE = "__Host-gensvar_question" if settings.IS_HTTPS else "gensvar_question"
LONGEST_SEARCH = 200
ask_methods = require_http_methods(["GET", "HEAD", "POST"])


@page
@require_safe
def ask(request: HttpRequest, portal: Portal) -> HttpResponse:
    draft = _draft(request, portal)
    return redirect(portal.at(draft.question.next_step if draft else "subject"))


@page
@ask_methods
def subject(request: HttpRequest, portal: Portal) -> HttpResponse:
    """What is it about? By own words, by area, or not known."""
    error = ""
    if request.method == "POST":
        if "words" in request.POST:
            words = request.POST["words"].replace("\x00", "").strip()[:LONGEST_SEARCH]
            return _go_on(request, portal, to="subject", words=words)
        chosen = request.POST.get("subject", "")
        if chosen == "unknown":
            return _go_on(request, portal, subject_id=None, subject_done=True)
        known = public_subject(portal.client, int(chosen) if _is_id(chosen) else None)
        if known is not None:
            return _go_on(request, portal, subject_id=known.pk, subject_done=True)
        error = _("Choose what comes closest, or say that you do not know.")
    return _subject_page(request, portal, error)


@page
@ask_methods
def text(request: HttpRequest, portal: Portal) -> HttpResponse:
    draft = _draft(request, portal)
    form = TextForm(sent_form(request), initial={"text": draft.question.text if draft else ""})
    if request.method == "POST" and form.is_valid():
        return _go_on(request, portal, text=form.cleaned_data["text"])
    return _ask(request, portal, "text", draft, form=form, error=_first_error(form, "text"))


@page
@ask_methods
def files(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Files are kept with the draft as they come; those that cannot be are named, with why."""
    faults: list[str] = []
    if request.method == "POST":
        draft = _held_draft(request, portal)
        if _is_id(request.POST.get("remove", "")):
            actions.drop_file(draft, int(request.POST["remove"]), at=now())
            return _with_key(redirect(portal.at("files")), draft)
        faults = _take_files(request, draft)
        if not faults:
            if "go_on" in request.POST:
                return _go_on(request, portal, draft=draft, files_done=True)
            return _with_key(redirect(portal.at("files")), draft)
        return _with_key(_files_page(request, portal, draft, faults), draft)
    return _files_page(request, portal, _draft(request, portal), faults)


@page
@ask_methods
def reply(request: HttpRequest, portal: Portal) -> HttpResponse:
    """How shall we answer? By mail, by phone, or only here."""
    draft = _draft(request, portal)
    known = draft.question if draft else Question()
    form = ReplyForm(
        sent_form(request),
        initial={"reply": known.reply, "name": known.name, known.reply or "x": known.shown_address},
    )
    if request.method == "POST" and form.is_valid():
        answers = {key: form.cleaned_data[key] for key in ("reply", "address", "name")}
        return _go_on(request, portal, **answers)
    error = _first_error(form, "reply")
    return _ask(request, portal, "reply", draft, form=form, error=error)


@page
@ask_methods
def check(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Show everything before it is sent; sending twice gives the same case."""
    secret, is_sending = request.COOKIES.get(COOKIE, ""), request.method == "POST"
    draft = actions.find_draft(secret, portal.client, at=now(), hold=is_sending)
    if draft is None:
        return draw(request, portal, "gone.html", status=410) if is_sending else _first(portal)
    if draft.is_sent:
        return redirect(portal.at("receipt"))
    if draft.question.next_step != "check":
        return redirect(portal.at(draft.question.next_step))
    if not is_sending:
        return _ask(request, portal, "check", draft, error="")
    if error := _robot(request, draft):
        return _ask(request, portal, "check", draft, error=error)
    return _send(request, portal, draft)


@page
@require_safe
def receipt(request: HttpRequest, portal: Portal) -> HttpResponse:
    """What was sent, under which number and code, and what happens next."""
    draft = actions.find_draft(request.COOKIES.get(COOKIE, ""), portal.client, at=now())
    if draft is None or draft.row.case_id is None:
        return redirect(portal.at("ask"))
    with seeing_as(Reach(case_id=draft.row.case_id)):
        case = Case.objects.select_related("subject").filter(pk=draft.row.case_id).first()
    # What is confidential cannot be followed here, not even by whoever wrote it.
    code = (
        follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version)
        if case
        else ""
    )
    return draw(
        request,
        portal,
        "receipt.html",
        case=case,
        code=code,
        question=draft.question,
        reading=reading(portal.client, at=now()),
    )


@page
@require_POST
def forget(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Leave nothing behind in this browser."""
    draft = actions.find_draft(request.COOKIES.get(COOKIE, ""), portal.client, at=now(), hold=True)
    if draft is not None:
        actions.forget_draft(draft)
    response = redirect(portal.at("start"))
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _first(portal: Portal) -> HttpResponse:
    return redirect(portal.at("subject"))


def _send(request: HttpRequest, portal: Portal, draft: OpenDraft) -> HttpResponse:
    try:
        actions.send_question(
            draft,
            sender=sender_of(request),
            language=translation.get_language() or portal.client.language,
            at=now(),
        )
    except actions.TooManySent as refused:
        return _ask(request, portal, "check", draft, error=refused.words(), status=429)
    return redirect(portal.at("receipt"))


def _robot(request: HttpRequest, draft: OpenDraft) -> str:
    """Return what to say to somebody who acts like a program; a person can go on from there."""
    if request.POST.get("website"):
        return _("A field that shall be empty was filled in, perhaps by your browser. Send again.")
    if is_hasty_advertising(draft.question.text, took=now() - draft.row.started_at):
        return _("That went quicker than we can tell from a program. Wait a moment and send again.")
    return ""


def _take_files(request: HttpRequest, draft: OpenDraft) -> list[str]:
    if brought_too_much(request):
        return [too_large()]
    question = draft.question
    checked = checked_files(
        request.FILES.getlist("files"),
        room=MOST_BYTES - question.size,
        places=MOST_FILES - len(question.files),
    )
    for name, content in checked.files:
        actions.keep_file(draft, content, name=name, at=now())
    return checked.faults


def _files_page(
    request: HttpRequest, portal: Portal, draft: OpenDraft | None, faults: list[str]
) -> HttpResponse:
    accepted = ",".join(f".{ending}" for ending in ACCEPTED)
    return _ask(request, portal, "files", draft, error=" ".join(faults), accepted=accepted)


def _subject_page(request: HttpRequest, portal: Portal, error: str) -> HttpResponse:
    draft = _draft(request, portal)
    areas = public_areas(portal.client)
    wanted = request.GET.get("omrade", "")
    area = next((one for one in areas if _is_id(wanted) and one.pk == int(wanted)), None)
    words = draft.question.words if draft and area is None else ""
    return _ask(
        request,
        portal,
        "subject",
        draft,
        error=error,
        areas=areas,
        area=area,
        words=words,
        found=subjects_like(portal.client, words) if words else [],
    )


def _ask(
    request: HttpRequest,
    portal: Portal,
    step: str,
    draft: OpenDraft | None,
    *,
    error: str,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    """Draw the page of one question, with what has been answered so far."""
    question = draft.question if draft else Question()
    place = STEPS.index(step)
    context |= {
        "question": question,
        "subject": public_subject(portal.client, question.subject_id),
        "error": error,
        "perhaps": perhaps(portal, question) if step in {"text", "check"} else [],
        "step_number": place + 1,
        "step_count": len(STEPS),
        "back": portal.at(STEPS[place - 1]) if place else portal.at("start"),
    }
    form: forms.Form | None = context.get("form")
    is_wrong = bool(error) or bool(form and form.errors)
    code = status or (422 if is_wrong else 200)
    return draw(request, portal, f"ask_{step}.html", status=code, **context)


def _go_on(
    request: HttpRequest,
    portal: Portal,
    *,
    draft: OpenDraft | None = None,
    to: str = "",
    **answers: Any,
) -> HttpResponse:
    """Keep the answer and go to the first question without one."""
    held = draft or _held_draft(request, portal)
    actions.keep_answers(held, at=now(), **answers)
    return _with_key(redirect(portal.at(to or held.question.next_step)), held)


def _draft(request: HttpRequest, portal: Portal) -> OpenDraft | None:
    """Return the draft of this browser, unless it has been sent: then a new one begins."""
    draft = actions.find_draft(request.COOKIES.get(COOKIE, ""), portal.client, at=now())
    return None if draft is None or draft.is_sent else draft


def _held_draft(request: HttpRequest, portal: Portal) -> OpenDraft:
    secret = request.COOKIES.get(COOKIE, "")
    draft = actions.find_draft(secret, portal.client, at=now(), hold=True)
    if draft is None or draft.is_sent:
        return actions.begin_draft(portal.client, at=now())
    return draft


def _with_key(response: HttpResponse, draft: OpenDraft) -> HttpResponse:
    response.set_cookie(
        COOKIE,
        draft.token.secret,
        max_age=int(DRAFT_LASTS / timedelta(seconds=1)),
        httponly=True,
        samesite="Lax",
        secure=settings.IS_HTTPS,
    )
    return response


def _first_error(form: forms.Form, name: str) -> str:
    return str(form.errors[name][0]) if name in form.errors else ""


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19
