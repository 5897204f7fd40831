"""The agent's side of a call: a piece of every page of the desk, and what is done with it."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.voice.actions import asking, beginning
from gensvar.channels.voice.actions.relays import mark_assisted
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.queries import call_with, shown_number
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.channels.voice.rules.relays import Way
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.calling import block_calls, say_purpose
from gensvar.operations.contacts.models import Errand, TransferReason
from gensvar.operations.customers.rules import shown_phone
from gensvar.screens.desk.calling import (
    ACTS,
    call_shown,
    colleagues,
    known_customer,
    who_calls,
)
from gensvar.screens.desk.calls import WITH
from gensvar.screens.desk.contact_forms import BlockForm, DialForm
from gensvar.screens.desk.identity import must_identify
from gensvar.screens.desk.reaching import case_or_404, posted, story_for
from gensvar.screens.desk.views.acts import back, lead_back
from gensvar.screens.desk.views.cases import dialog

OFFERED = {act.event.value: act.event for acts in ACTS.values() for act in acts}
TRANSFERS = {"ask": Event.CONSULT, "send": Event.TRANSFER}
# Keeps a page from asking for nothing again and again.
NONE = "none"


@require_safe
@requires("routing.take")
def call(request: AgentRequest) -> HttpResponse:
    """Draw the call that somebody has, if it stands otherwise than the page shows it."""
    shown = call_shown(request.user, at=now())
    if request.GET.get("mark") == (shown.mark if shown else NONE):
        return HttpResponse(status=204)
    here = urlsplit(request.headers.get("HX-Current-URL", "")).path
    is_at_case = bool(shown and shown.case and here.endswith(f"/{shown.case.number}/"))
    context = {"call": shown, "is_part": True, "is_at_case": is_at_case}
    answer = render(request, "desk/_call.html", context)
    if shown and shown.case is not None and shown.call.offer_id is not None:
        # Whoever looks at the contact is led to the case that the call has made.
        waiting = reverse("desk_contact_in_hand", args=[shown.call.offer_id])
        if here == waiting:
            answer.headers["HX-Redirect"] = reverse("desk_work", args=[shown.case.number])
    return answer


@require_POST
@requires("routing.take")
def helped(request: AgentRequest) -> HttpResponse:
    """Note by what way somebody is helped in the call, or that nobody helps."""
    written = request.POST.get("way", "")
    if written and written not in set(Way):
        raise Http404
    mark_assisted(_own(request), Way(written) if written else None, by=request.user, at=now())
    return _done(request)


def _own(request: AgentRequest) -> Call:
    found = call_with(request.user)
    if found is None:
        raise Http404
    return found


@require_POST
@requires("routing.take")
def act(request: AgentRequest, event: str) -> HttpResponse:
    """Put on hold, talk again, join, hand over."""
    if event not in OFFERED:
        raise Http404
    try:
        asking.ask(_own(request), OFFERED[event], by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    return _done(request)


@require_POST
@requires("routing.take")
def hang_up(request: AgentRequest) -> HttpResponse:
    try:
        asking.hang_up(_own(request), by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


@requires("routing.take")
def transfer(request: AgentRequest) -> HttpResponse:
    """Ask a colleague or another number, first or not at all."""
    own = _own(request)
    known = colleagues(own, but=request.user)
    refusal = ""
    written = request.POST.get("number", "")[:64]
    chosen, why = request.POST.get("colleague", ""), request.POST.get("why", "")
    if request.method == "POST":
        address = chosen if chosen in dict(known) else number_of(written)
        try:
            if written and not chosen and not address:
                raise beginning.NotANumber
            event = TRANSFERS.get(request.POST.get("how", ""), Event.CONSULT)
            asking.ask(own, event, by=request.user, at=now(), address=address, why=why)
            messages.success(request, _("It rings there. The customer hears music."))
            return lead_back(request)
        except Refused as refused:
            refusal = refused.words()
    shown = call_shown(request.user, at=now())
    context = {
        "shown": shown,
        "colleagues": known,
        "chosen": chosen,
        "reasons": TransferReason.choices,
        "why": why,
        "refusal": refusal,
        "written": written,
    }
    return render(request, "desk/transfer.html", context, status=422 if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("routing.take")
def dial(request: AgentRequest, number: str) -> HttpResponse:
    """Call the customer of a case, once it is said what for: one's own phone rings first."""
    case = case_or_404(request, number, Case.objects.select_related("customer", "subject"))
    known = numbers_of(request, case)
    place = request.GET.get("nr", "")
    chosen = known[int(place)] if place in map(str, range(len(known))) else "".join(known[:1])
    form = DialForm(posted(request), initial={"to": chosen})
    if request.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, now()
        try:
            beginning.call_out(
                case.client,
                to=given["to"],
                case=case,
                purpose=given["purpose"],
                is_asked_for=given["is_asked_for"],
                by=request.user,
                at=at,
            )
            messages.success(request, _("Your own phone rings first, and then theirs."))
            return back(request, case)
        except Refused as refusal:
            form.add_error(None, refusal.words())
    context = {"case": case, "form": form, "shown": shown_phone(shown_number(case.client))}
    return dialog(request, "desk/_dial.html", context, status=422 if form.errors else 200)


def numbers_of(request: AgentRequest, case: Case) -> list[str]:
    """Return the numbers of the customer that this agent sees on the page of the case.

    Of somebody whom nobody knows, the one they called from.
    """
    if must_identify(request, case, at=now()):
        return []
    known = [value for kind, value in story_for(request, case).addresses if kind == "phone"]
    calls = Call.objects.filter(contact__cases=case).exclude(party="").order_by("-began_at")
    return known or [one.party for one in calls.select_related(*WITH)[:1] if who_calls(one)[1]]


@require_POST
@requires("routing.take")
def purpose_said(request: AgentRequest) -> HttpResponse:
    """Note that whoever answered has been told what the call is for."""
    own = _own(request)
    errand = Errand.objects.filter(contact=own.contact_id).first()
    if errand is None or own.answered_at is None:
        raise Http404
    say_purpose(errand, answered_at=own.answered_at, by=request.user, at=now())
    return _done(request)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("routing.take")
def no_more_calls(request: AgentRequest) -> HttpResponse:
    """Write down that whoever is on the line does not want to be called again."""
    own = _own(request)
    form = BlockForm(posted(request))
    if request.method == "POST" and form.is_valid():
        block_calls(
            own.client,
            number=own.party,
            customer=known_customer(own),
            purpose=form.cleaned_data["purpose"],
            by=request.user,
            at=now(),
        )
        messages.success(request, _("Noted. Nobody here can call them for that from now on."))
        return lead_back(request)
    if not own.party and known_customer(own) is None:
        raise Http404
    context = {"form": form, "action": reverse("desk_no_more_calls")}
    return dialog(request, "desk/_no_more_calls.html", context, status=422 if form.errors else 200)


def _done(request: AgentRequest) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    return lead_back(request)
