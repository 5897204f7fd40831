"""Who beside the customer follows a case on the portal."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import participating
from gensvar.operations.cases.forms import ParticipantForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import (
    GET_AND_POST,
    attempt,
    attempt_as_said,
    status_of,
)
from gensvar.screens.desk.views.cases import dialog


@GET_AND_POST
@requires("cases.write")
def participants(request: AgentRequest, number: str) -> HttpResponse:
    """Let somebody beside the customer follow the case."""
    case, at = case_or_404(request, number), now()
    form = ParticipantForm(posted(request), at=at)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: participating.add_participant(case, **given, by=request.user, at=at),
            done=_("%(name)s may follow the case: a code is on its way to %(address)s.") % given,
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form}
    return dialog(request, "desk/_participant.html", context, status=status_of(form))


@require_POST
@requires("cases.write")
def end_participant(request: AgentRequest, number: str, participant: int) -> HttpResponse:
    case = case_or_404(request, number)
    found = get_object_or_404(case.participants, pk=min(participant, 2**63 - 1))
    return attempt(
        request,
        case,
        lambda: participating.end_participant(found, by=request.user, at=now()),
        done=_("%(name)s follows the case no longer.") % {"name": found.name},
    )


@require_POST
@requires("cases.write")
def send_code_anew(request: AgentRequest, number: str, participant: int) -> HttpResponse:
    """Send the code again to who has lost it."""
    case = case_or_404(request, number)
    found = get_object_or_404(case.participants, pk=min(participant, 2**63 - 1))
    return attempt(
        request,
        case,
        lambda: participating.send_code_anew(found, by=request.user, at=now()),
        done=_("The code is on its way to %(address)s once more.") % {"address": found.address},
    )
