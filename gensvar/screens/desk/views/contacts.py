"""One more call, visit or letter about a case that exists, written down by hand."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Direction
from gensvar.screens.desk.forms import ContactForm
from gensvar.screens.desk.reaching import case_or_404, clients_written_for, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt_as_said, status_of
from gensvar.screens.desk.views.cases import dialog


@GET_AND_POST
@requires("contacts.write")
def contact(request: AgentRequest, number: str) -> HttpResponse:
    """Register that the customer reached us, or we them; their own words make it our turn."""
    case = case_or_404(request, number, Case.objects.select_related("customer"))
    if case.client_id not in clients_written_for(request.identity):
        raise PermissionDenied("contacts.write")
    at, draft = now(), f"case-{case.pk}-contact"
    form = ContactForm(posted(request), at=at, draft=draft, initial={"when": localtime(at)})
    if request.method == "POST" and form.is_valid():
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: _register(request, case, form),
            done=_("The contact is with the case. Nothing is sent to the customer."),
            draft=draft,
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form}
    return dialog(request, "desk/_contact.html", context, status=status_of(form))


@transaction.atomic
def _register(request: AgentRequest, case: Case, form: ContactForm) -> None:
    given = form.cleaned_data
    registered = register_contact(
        case.client,
        channel=given["channel"],
        direction=Direction(given["direction"]),
        customer=case.customer,
        agent=request.user,
        language=case.language,
        summary=given["said"],
        at=given["when"],
    )
    actions.join_contact(case, registered, by=request.user, at=now())
