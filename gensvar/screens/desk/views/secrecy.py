"""Confidential cases: why one reads them, who may, and words for a case that one may not see."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases import actions
from gensvar.operations.cases.forms import WhyForm
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.views import take_reason
from gensvar.screens.desk.forms import ConfidingForm, HandInForm
from gensvar.screens.desk.reaching import case_or_404, posted, unopened_case
from gensvar.screens.desk.views.acts import (
    GET_AND_POST,
    attempt,
    attempt_as_said,
    back,
    leave,
    status_of,
)
from gensvar.screens.desk.views.cases import dialog


def ask_why(
    request: AgentRequest, case: Case, form: Form | None = None, *, status: int = 200
) -> HttpResponse:
    """Ask for the reason, in place of the case."""
    context = {"case": case, "form": form or WhyForm()}
    return render(request, "desk/why.html", context, status=status)


@require_POST
@requires("cases.read")
def why(request: AgentRequest, number: str) -> HttpResponse:
    """Take the reason for which a confidential case is read, and open it."""
    case, form = unopened_case(number), WhyForm(request.POST)
    if not form.is_valid():
        return ask_why(request, case, form, status=422)
    if case.is_confidential:
        take_reason(request, case, form.cleaned_data["reason"], at=now())
    return back(request, case)


@GET_AND_POST
@requires("cases.write")
def confiding(request: AgentRequest, number: str) -> HttpResponse:
    """Make a case confidential by hand."""
    case = case_or_404(request, number)
    form = ConfidingForm(posted(request), client=case.client_id)
    if request.method == "POST" and form.is_valid():
        access: AccessList = form.cleaned_data["access"]
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.make_confidential(
                case,
                access=access,
                because=form.cleaned_data["because"],
                by=request.user,
                at=now(),
            ),
            done=_("The case is confidential from now on. Nothing is sent to the customer."),
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form}
    return dialog(request, "desk/_confiding.html", context, status=status_of(form))


@require_POST
@requires("cases.write")
def lifting(request: AgentRequest, number: str) -> HttpResponse:
    """Take back what was made confidential by hand."""
    case = case_or_404(request, number)
    answer = attempt(
        request,
        case,
        lambda: actions.lift_confidentiality(case, by=request.user, at=now()),
        done=_("Nobody has made the case confidential by hand any more."),
    )
    still_seen = Case.objects.filter(pk=case.pk).exists()
    return answer if still_seen else HttpResponseRedirect(reverse("desk_cases"))


@require_POST
@requires("cases.read")
def finishing(request: AgentRequest, number: str) -> HttpResponse:
    """Finish the registration of a confidential case, which is then out of one's sight."""
    case = case_or_404(request, number)
    if not actions.is_registering(case, request.user):
        return back(request, case)
    return leave(request, case)


@GET_AND_POST
@requires("contacts.write")
def handing_in(request: AgentRequest) -> HttpResponse:
    """Leave words for any case number. Every number gets the same answer."""
    form = HandInForm(posted(request), initial={"number": request.GET.get("nummer", "")[:12]})
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_in(**form.cleaned_data, by=request.user, at=now())
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            said = _("Left. If there is a case with that number, those who have it can read it.")
            messages.success(request, said, extra_tags="draft:hand-in")
            return HttpResponseRedirect(reverse("desk_hand_in"))
    return render(request, "desk/hand_in.html", {"form": form}, status=status_of(form))
