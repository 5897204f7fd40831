"""Cases that belong together: made one, taken apart."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.nearby import likely_others
from gensvar.screens.desk.joining import OtherForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, back, status_of
from gensvar.screens.desk.views.cases import dialog


def do_or_ask_again(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Do what a valid form asks; what a rule refuses is said in the form, which keeps its words."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        form.add_error(None, refusal.words())
        return False
    return True


@GET_AND_POST
@requires("cases.join")
def merge(request: AgentRequest, number: str) -> HttpResponse:
    """Make the case part of the one whose number is given."""
    case = case_or_404(request, number)
    form = OtherForm(posted(request))
    if request.method == "POST" and do_or_ask_again(
        form,
        lambda: actions.merge(case, into=form.other(), by=request.user, at=now()),
    ):
        into = form.other()
        said = _("%(number)s is now part of this case. Nothing is sent to the customer.")
        messages.success(request, said % {"number": case.number})
        return back(into)
    context = {"case": case, "form": form, "others": likely_others(case)}
    return dialog(request, "desk/_merge.html", context, status=status_of(form))


@require_POST
@requires("cases.join")
def unmerge(request: AgentRequest, number: str) -> HttpResponse:
    """Let a case stand by itself again."""
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.unmerge(case, by=request.user, at=now()),
        done=_("The case stands by itself again. Nothing is sent to the customer."),
    )
