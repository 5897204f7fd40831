"""The department's pages. What is not one's own group's does not exist: the same 404 for all."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.forms import checked_files, too_large
from gensvar.foundation.files.uploading import brought_too_much
from gensvar.foundation.people.access import AgentRequest, reach, requires, see_as
from gensvar.foundation.people.models import Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import Offer
from gensvar.operations.cases.forms import WhyForm
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.views import must_say_why, opened, take_reason
from gensvar.screens.backoffice import actions, queries
from gensvar.screens.backoffice.forms import (
    AnswerForm,
    AskForm,
    ContactForm,
    PassOnForm,
    ReturnForm,
    TimeForm,
)

View = Callable[..., HttpResponseBase]
PERMISSION = "cases.give_feedback"


def for_handlers(view: View) -> View:
    """Let handlers and their managers in; to everybody else signed in there is nothing here."""
    guarded = never_cache(requires(PERMISSION)(view))

    @wraps(guarded)
    def checked(request: AgentRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return guarded(request, *args, **kwargs)
        except PermissionDenied as denied:
            raise Http404 from denied

    return cast(View, checked)


@for_handlers
@require_safe
def questions(request: AgentRequest) -> HttpResponse:
    """Everything that waits for the groups of whoever is signed in."""
    return render(request, "backoffice/questions.html", _list(request))


@for_handlers
@require_safe
def question(request: AgentRequest, number: str) -> HttpResponse:
    case = _case(request, number, is_unopened=True)
    if must_say_why(request, case):
        return _ask_why(request, case, WhyForm())
    handed = case.hand_overs.order_by("-pk").first()
    # A look is not a change, but who has seen the question decides whether it moves on.
    if handed is not None and request.method == "GET":
        actions.open_question(handed, by=request.user, at=now())
    return _page(request, case)


@for_handlers
@require_POST
def why(request: AgentRequest, number: str) -> HttpResponse:
    """Take the reason for which a confidential case is read, and open it."""
    case, form = _case(request, number, is_unopened=True), WhyForm(request.POST)
    if not form.is_valid():
        return _ask_why(request, case, form, status=422)
    take_reason(request, case, form.cleaned_data["reason"], at=now())
    return redirect("backoffice:question", case.number)


def _ask_why(
    request: AgentRequest, case: Case, form: forms.Form, *, status: int = 200
) -> HttpResponse:
    context = {"case": case, "form": form}
    return render(request, "backoffice/why.html", _list(request) | context, status=status)


@for_handlers
@require_POST
def answer(request: AgentRequest, number: str) -> HttpResponse:
    case, form = _case(request, number), AnswerForm(request.POST)
    checked = checked_files(request.FILES.getlist("files"))
    for fault in [too_large()] if brought_too_much(request) else checked.faults:
        form.add_error("text", fault)

    def act() -> None:
        text = form.cleaned_data["text"]
        actions.answer_in_writing(case, text, files=checked.files, by=request.user, at=now())

    return _act(request, case, form, act, "answer", _("The answer to %(number)s is on its way."))


@for_handlers
@require_POST
def contact(request: AgentRequest, number: str) -> HttpResponse:
    case, form = _case(request, number), ContactForm(request.POST)

    def act() -> None:
        actions.tell_of_contact(case, **form.cleaned_data, by=request.user, at=now())

    return _act(request, case, form, act, "contact", _("What was said in %(number)s is noted."))


@for_handlers
@require_POST
def give_back(request: AgentRequest, number: str) -> HttpResponse:
    case, form = _case(request, number), ReturnForm(request.POST)

    def act() -> None:
        actions.give_back(case, form.cleaned_data["text"], by=request.user, at=now())

    done = _("%(number)s is back with customer service.")
    return _act(request, case, form, act, "give_back", done)


@for_handlers
@require_POST
def ask(request: AgentRequest, number: str) -> HttpResponse:
    case, form = _case(request, number), AskForm(request.POST)

    def act() -> None:
        actions.ask_front_desk(case, form.cleaned_data["text"], by=request.user, at=now())

    done = _("Your question about %(number)s stands in the case, for customer service to read.")
    return _act(request, case, form, act, "ask", done, stays=True)


@for_handlers
@require_POST
def take(request: AgentRequest, number: str) -> HttpResponse:
    case = _case(request, number)

    def act() -> None:
        actions.take(case, by=request.user, at=now())

    return _act(request, case, None, act, "take", _("%(number)s is yours now."), stays=True)


@for_handlers
@require_POST
def more_time(request: AgentRequest, number: str) -> HttpResponse:
    case, form = _case(request, number), TimeForm(request.POST)

    def act() -> None:
        offer = Offer(**form.cleaned_data)
        actions.ask_for_time(case, offer, by=request.user, at=now())

    done = _("The customer of %(number)s is told the new day, why, and what you do.")
    return _act(request, case, form, act, "more_time", done, stays=True)


@for_handlers
@require_POST
def pass_on(request: AgentRequest, number: str) -> HttpResponse:
    case = _case(request, number)
    form = PassOnForm(request.POST, groups=_other_groups(case))

    def act() -> None:
        given = form.cleaned_data
        actions.pass_on(
            case,
            to=Group.objects.get(pk=given["group"]),
            reason=given["text"],
            again_because=given["text"],
            by=request.user,
            at=now(),
        )

    done = _("%(number)s is with the other group, and the customer knows who answers.")
    return _act(request, case, form, act, "pass_on", done)


def _other_groups(case: Case) -> list[tuple[int, str]]:
    found = choices.groups([case.client_id], only_answering=True)
    return [(key, label) for key, label in found if key != case.group_id]


@for_handlers
@require_safe
def file(request: AgentRequest, number: str, kind: str, file_id: int) -> HttpResponseBase:
    """Hand out a file of the case, to be saved rather than opened in the page."""
    found = queries.file_of(_case(request, number), kind, file_id)
    if found is None:
        raise Http404
    return download(found.file, name=found.name, to=request.identity)


def _groups(request: AgentRequest) -> frozenset[int]:
    return reach(request.identity, PERMISSION).groups


def _case(request: AgentRequest, number: str, *, is_unopened: bool = False) -> Case:
    cases = Case.objects.select_related("client", "customer", "subject", "group", "agent")
    found = cases.filter(number=number, group__in=_groups(request)).first()
    if found is None:
        raise Http404
    return found if is_unopened else opened(request, found)


def _act(
    request: AgentRequest,
    case: Case,
    form: forms.Form | None,
    act: Callable[[], None],
    which: str,
    done: str,
    *,
    stays: bool = False,
) -> HttpResponse:
    """Carry out an act and go to the next question; what could not be done keeps the words."""
    if form is not None and not form.is_valid():
        return _page(request, case, wrong={which: form}, status=422)
    groups = _groups(request)
    try:
        act()
    except Refused as refused:
        _see_again(request)
        wrong = {which: form} if form is not None else {}
        fresh = _case(request, case.number)
        return _page(request, fresh, wrong=wrong, refusal=refused, status=refused.status)
    messages.success(request, done % {"number": case.number})
    if stays:
        return redirect("backoffice:question", case.number)
    _see_again(request)
    waiting = queries.questions_to(groups, request.user)
    following = next((one for one in waiting if one.number != case.number), None)
    if following is None:
        return redirect("backoffice:questions")
    return redirect("backoffice:question", following.number)


def _see_again(request: AgentRequest) -> None:
    """Take back the handler's own reach, which ended with the act."""
    see_as(reach(request.identity, PERMISSION))


def _list(request: AgentRequest) -> dict[str, Any]:
    waiting = queries.questions_to(_groups(request), request.user)
    return {
        "mine": [one for one in waiting if one.is_mine],
        "others": [one for one in waiting if not one.is_mine],
        "groups": sorted({one.group for one in waiting}),
        "now": now(),
    }


def _page(
    request: AgentRequest,
    case: Case,
    *,
    wrong: dict[str, forms.Form] | None = None,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    asked = queries.asked_in(case, at=now())
    if asked is None:
        raise Http404
    fresh: dict[str, forms.Form] = {
        "answer": AnswerForm(auto_id="answer_%s"),
        "contact": ContactForm(auto_id="contact_%s", initial={"reached_at": localtime(now())}),
        "give_back": ReturnForm(auto_id="give_back_%s"),
        "ask": AskForm(auto_id="ask_%s"),
        "more_time": TimeForm(auto_id="more_time_%s"),
        "pass_on": PassOnForm(auto_id="pass_on_%s", groups=_other_groups(case)),
    }
    for which, form in (wrong or {}).items():
        form.auto_id = f"{which}_%s"
        fresh[which] = form
    context = {"asked": asked, "forms": fresh, "wrong": set(wrong or {}), "refusal": refusal}
    return render(request, "backoffice/question.html", _list(request) | context, status=status)
