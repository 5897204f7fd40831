"""Hold a case back from being erased, and let it go again."""

from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.disposal.actions import hold, release
from gensvar.screens.desk.forms import HoldForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, attempt_as_said, status_of
from gensvar.screens.desk.views.cases import dialog


@GET_AND_POST
@requires("disposal.write")
def holding(request: AgentRequest, number: str) -> HttpResponse:
    """Ask why the case must not be erased, and hold it back."""
    case = case_or_404(request, number)
    form = HoldForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: hold(case, reason, by=request.user, at=now()),
            done=_("The case is held back: it is not erased until somebody lets it go."),
        )
        if answer is not None:
            return answer
    return dialog(request, "desk/_hold.html", {"case": case, "form": form}, status=status_of(form))


@require_POST
@requires("disposal.write")
def releasing(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: release(case, by=request.user, at=now()),
        done=_("The case is no longer held back. It is erased in its time."),
    )
