"""Follow a case, and let it rest."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Snooze
from gensvar.screens.desk.later import RestForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, back, status_of, undoable
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.joining import do_or_ask_again
from gensvar.screens.desk.words import Moments


@require_POST
@requires("cases.write")
def watch(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.watch(case, by=request.user, at=now()),
        done=_("You follow the case, and get a mail when colleagues or the customer do something."),
    )


@require_POST
@requires("cases.write")
def unwatch(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.unwatch(case, by=request.user, at=now()),
        done=_("You no longer follow the case."),
    )


@GET_AND_POST
@requires("cases.write")
def rest(request: AgentRequest, number: str) -> HttpResponse:
    """Let the case rest until a moment, or until the customer is heard of."""
    case, at = case_or_404(request, number), now()
    form = RestForm(posted(request), at=at)
    tags: list[str] = []

    def act() -> None:
        until = form.moment()
        tags.append(
            undoable(
                request,
                case,
                lambda: actions.snooze(case, until=until, by=request.user, at=at),
            )
        )

    if request.method == "POST" and do_or_ask_again(form, act):
        messages.success(request, _rests(form.moment(), at), extra_tags=tags[0])
        return back(request, case)
    return dialog(request, "desk/_rest.html", {"case": case, "form": form}, status=status_of(form))


def _rests(until: datetime, at: datetime) -> str:
    said = _("The case rests until %(when)s. Nothing is sent to the customer.")
    return said % {"when": Moments(at).when(until)}


@require_POST
@requires("cases.write")
def wake(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.end_rest(case, by=request.user, at=now()),
        done=_("The case is taken up again. Nothing is sent to the customer."),
    )


@require_POST
@requires("cases.write")
def rest_again(request: AgentRequest, number: str) -> HttpResponse:
    """Let the case rest until the time it was to, before the customer was heard of."""
    case, at = case_or_404(request, number), now()
    broken = Snooze.objects.filter(case=case, why_ended=Snooze.Why.CONTACT).order_by("-pk").first()
    if broken is None:
        return back(request, case)
    return attempt(
        request,
        case,
        lambda: actions.snooze(case, until=broken.until, by=request.user, at=at),
        done=_rests(broken.until, at),
    )
