"""Who asks about the case, before anything of it is said."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import IdentityCheck
from gensvar.screens.desk.identity import SESSION
from gensvar.screens.desk.reaching import case_or_404
from gensvar.screens.desk.views.acts import attempt, back


@require_POST
@requires("contacts.write")
def checking(request: AgentRequest, number: str) -> HttpResponse:
    """Write down how it was made sure who asks; or that nobody does, and one only works."""
    case, method = case_or_404(request, number), request.POST.get("method", "")
    if method == "nobody-asks":
        request.session[SESSION] = [*request.session.get(SESSION, []), case.pk]
        return back(request, case)
    if method not in set(IdentityCheck.Method) - {IdentityCheck.Method.CODE}:
        messages.error(request, _("Choose how you made sure who asks."))
        return back(request, case)
    return attempt(
        request,
        case,
        lambda: actions.note_identity(case, method=method, by=request.user, at=now()),
        done=_("Written down: %(method)s.") % {"method": IdentityCheck.Method(method).label},
    )


@require_POST
@requires("contacts.write")
def sending_code(request: AgentRequest, number: str) -> HttpResponse:
    """Send a code to the customer's known address."""
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.send_identity_code(case, by=request.user, at=now()),
        done=_("A code is on its way to the known address. Ask the customer to read it to you."),
    )


@require_POST
@requires("contacts.write")
def proving(request: AgentRequest, number: str) -> HttpResponse:
    """Take the code that the customer read back."""
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.prove_identity(
            case, request.POST.get("code", "")[:20], by=request.user, at=now()
        ),
        done=_("The code is right: you have reached the customer."),
    )
