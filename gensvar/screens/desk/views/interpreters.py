"""Booking an interpreter for a case, and saying what became of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import interpreting
from gensvar.operations.cases.models import Case
from gensvar.screens.desk.customer_forms import LANGUAGES
from gensvar.screens.desk.interpreters import InterpreterForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, attempt_as_said, status_of
from gensvar.screens.desk.views.cases import dialog


@GET_AND_POST
@requires("cases.write")
def book(request: AgentRequest, number: str) -> HttpResponse:
    case, at = case_or_404(request, number), now()
    form = InterpreterForm(posted(request), initial={"language": _spoken_in(case)})
    if request.method == "POST" and form.is_valid():
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: interpreting.book_interpreter(
                case, **form.cleaned_data, by=request.user, at=at
            ),
            done=_("Noted as asked for. Nothing is sent to the agency or the customer."),
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form, "languages": LANGUAGES}
    return dialog(request, "desk/_interpreter.html", context, status=status_of(form))


@require_POST
@requires("cases.write")
def move(request: AgentRequest, number: str, booking: int) -> HttpResponse:
    """Say that a booking is confirmed, declined, done or cancelled."""
    case, at = case_or_404(request, number), now()
    found = get_object_or_404(case.interpreter_bookings, pk=min(booking, 2**63 - 1))
    to, reference = request.POST.get("to", ""), request.POST.get("reference", "")[:80]
    return attempt(
        request,
        case,
        lambda: interpreting.move_booking(
            found, to=to, reference=reference, by=request.user, at=at
        ),
        done=_("Saved. Nothing is sent to the customer."),
    )


def _spoken_in(case: Case) -> str:
    """Return the language to propose: the customer's, unless it is the one we speak anyhow."""
    return "" if case.language == case.client.language else case.language
