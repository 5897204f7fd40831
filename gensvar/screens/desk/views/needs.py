"""What the customer needs to be understood in a case."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import needing
from gensvar.operations.cases.models import CaseNeed
from gensvar.screens.desk.customer_forms import CaseNeedForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, attempt_as_said, status_of
from gensvar.screens.desk.views.cases import dialog


@GET_AND_POST
@requires("cases.write")
def case_needs(request: AgentRequest, number: str) -> HttpResponse:
    """Note what the customer needs in this case; `?what=` proposes one."""
    case, at = case_or_404(request, number), now()
    may_remember = case.customer_id is not None
    form = CaseNeedForm(
        posted(request),
        initial={"what": request.GET.get("what", "")},
        may_remember=may_remember,
    )
    if request.method == "POST" and form.is_valid():
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: needing.ask_need(case, **form.cleaned_data, by=request.user, at=at),
            done=_("Saved. Nothing is sent to the customer."),
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form}
    return dialog(request, "desk/_case_need.html", context, status=status_of(form))


@require_POST
@requires("cases.write")
def case_need(request: AgentRequest, number: str, need: int) -> HttpResponse:
    """Say whether a need was met, or take it away."""
    case, at = case_or_404(request, number), now()
    asked = get_object_or_404(case.asked_needs, pk=min(need, 2**63 - 1))
    met = request.POST.get("met", "")

    def act() -> None:
        if met in CaseNeed.Met.values:
            needing.say_need_met(asked, met=met, by=request.user, at=at)
        else:
            needing.forget_need(asked, by=request.user, at=at)

    return attempt(request, case, act, done=_("Saved. Nothing is sent to the customer."))
