"""Promise the customer an answer, give a new day for one, and say that it has been said."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.channels.mail import texts
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions import Offer
from gensvar.operations.cases.models import Case, Promise, State
from gensvar.operations.cases.queries.correspondence import mail_address, text_number
from gensvar.operations.cases.queries.promise_words import promise_in_words
from gensvar.operations.cases.queries.promises import Time, usual_time, way_to_tell
from gensvar.operations.customers.rules import shown_phone
from gensvar.screens.desk.promise_forms import PromiseForm
from gensvar.screens.desk.promises import promised_in
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, attempt_as_said, status_of
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.words import Moments, first_name

WITH = ("client", "customer", "subject", "group")


@GET_AND_POST
@requires("cases.answer")
def promise(request: AgentRequest, number: str) -> HttpResponse:
    """Ask for a day; where one was promised already, also why it takes longer and what we do."""
    case = case_or_404(request, number, Case.objects.select_related(*WITH))
    promised = promised_in(case, moments=Moments(now()))
    is_delay = bool(promised.standing or promised.broken)
    usual = usual_time(case, at=now())
    form = PromiseForm(
        posted(request), is_delay=is_delay, initial={"due_on": usual and localdate(usual.due_at)}
    )
    if request.method == "POST" and form.is_valid():
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.promise_answer(
                case, Offer(**form.cleaned_data), by=request.user, at=now()
            ),
            done=_("Promised. %(told)s") % {"told": told_how(case)},
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form, "is_delay": is_delay, "promised": promised}
    context |= shown_promise(case, usual, told=told_how(case))
    if request.GET.get("som") == "mening" and not form.is_bound:
        context |= _as_sentence(request, case)
        return render(request, "desk/_promise_words.html", context)
    return dialog(request, "desk/_promise.html", context, status=status_of(form))


def _as_sentence(request: AgentRequest, case: Case) -> dict[str, object]:
    """Return who promises whom, for the sentence in the composer."""
    customer = str(case.customer) if case.customer else ""
    is_theirs = case.group is not None and case.state == State.HANDED_OVER
    return {
        "who": case.group.name if case.group and is_theirs else case.client.public_name,
        "name": first_name(customer) if customer else _("the customer"),
        "may_hand_over": request.identity.may("cases.hand_over", client_id=case.client_id),
    }


@require_POST
@requires("cases.write")
def said(request: AgentRequest, number: str, promise_id: int) -> HttpResponse:
    """Write down that the customer has been told by voice."""
    case = case_or_404(request, number)
    found = get_object_or_404(Promise.objects.filter(case=case), pk=promise_id)
    return attempt(
        request,
        case,
        lambda: actions.mark_told(found, by=request.user, at=now()),
        done=_("Noted that the customer knows."),
    )


def shown_promise(case: Case, time: Time | None, *, told: str) -> dict[str, object]:
    """Return the promise as the customer would get it with the usual day, before it is made."""
    if time is None:
        return {"sample": None, "told": told}
    group = case.group if case.state == "handed-over" else None
    words = promise_in_words(case, group=group, due_at=time.due_at, at=now())
    subject, text = texts.promise(case, words, at=now())
    is_mail = way_to_tell(case) == Promise.Way.MAIL
    letter = {"subject": subject, "text": text} if is_mail else {"subject": "", "text": words}
    return {"sample": letter, "told": told}


def told_how(case: Case) -> str:
    """Say how the customer gets to know."""
    way = way_to_tell(case)
    if way == Promise.Way.MAIL:
        return _("The customer gets it by mail to %(address)s.") % {"address": mail_address(case)}
    if way == Promise.Way.TEXT:
        number = shown_phone(text_number(case))
        return _("The customer gets it as a text message to %(number)s.") % {"number": number}
    if way == Promise.Way.PORTAL:
        return _("The customer reads it on the page where the case is followed.")
    return _("No mail goes out: say it to the customer, the words stand in the case.")
