"""What an agent does with what they have in hand: wrap it up, put it aside, say how it was."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Heated, Offer, OfferState, Strain
from gensvar.operations.routing.queries.hand import Held
from gensvar.operations.routing.queries.strain import strains_told
from gensvar.screens.desk.floor import place_of_status
from gensvar.screens.desk.hand import around, bar_of, own_work
from gensvar.screens.desk.pulse import pulse_of
from gensvar.screens.desk.reaching import case_or_404, clients_of
from gensvar.screens.desk.views.acts import lead_back


@require_GET
@requires("cases.answer")
def listed(request: AgentRequest) -> HttpResponse:
    """Draw the list of the desk again, if it is another than the one that is shown."""
    current = request.GET.get("current", "")[:20]
    work = own_work(request, at=now(), current=current)
    if request.GET.get("mark") == work.mark:
        return HttpResponse(status=204)
    return render(request, "desk/_hand_list.html", {"hand_list": work})


@require_GET
@requires("routing.take")
def own_queues(request: AgentRequest) -> HttpResponse:
    """Draw how one's own queues stand, if it is otherwise than shown."""
    pulse = pulse_of(request.user, at=now())
    if pulse is None or request.GET.get("mark") == pulse.mark:
        return HttpResponse(status=204)
    return render(request, "desk/_pulse.html", {"pulse": pulse})


@require_GET
@requires("routing.take")
def contact(request: AgentRequest, offer: int) -> HttpResponse:
    """Show a contact in hand that has no case yet."""
    live = Offer.objects.live().exclude(state=OfferState.OFFERED)
    found = get_object_or_404(live, pk=offer, agent=request.user)
    made = found.contact.cases.order_by("pk").first() if found.channel == Channel.PHONE else None
    if made is not None:
        # The case that the call has made, where what is said is written down.
        return HttpResponseRedirect(reverse("desk_work", args=[made.number]))
    return draw_contact(request, found)


def draw_contact(request: AgentRequest, offer: Offer) -> HttpResponse:
    """Show a contact in hand that has no case yet: who it is from, and what may be done."""
    at = now()
    customer = offer.contact.customer
    context = {
        "hand_list": own_work(request, at=at, current=str(offer.pk)),
        "bar": bar_of(Held(offer.channel, offer.accepted_at or at, offer=offer), at=at),
        "offer": offer,
        "customer": customer,
        **place_of_status(request, at=at),
        **around(request, at=at),
    }
    return render(request, "desk/contact.html", context)


@require_POST
@requires("routing.take")
def done(request: AgentRequest, offer: int) -> HttpResponse:
    """End the conversation, and then the wrap-up."""
    found = get_object_or_404(Offer.objects.select_related("queue"), pk=offer, agent=request.user)
    is_wrap_up = found.state == OfferState.WRAP_UP
    try:
        end = actions.finish if is_wrap_up else actions.end_conversation
        now_stands = end(found, by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
        return _to_desk()
    if now_stands.state == OfferState.WRAP_UP:
        messages.success(request, _("Wrap-up has begun: write down what it led to."))
        return lead_back(request)
    messages.success(request, _("Done. There is room for the next."))
    return _to_desk()


@require_POST
@requires("cases.answer")
def put_aside(request: AgentRequest, number: str) -> HttpResponse:
    """Make room for others; the case stays one's own and waits among what is next."""
    case = case_or_404(request, number)
    try:
        actions.put_aside(case, by=request.user, at=now())
        messages.success(request, _("Put aside. The case is still yours and waits in your list."))
    except Refused as refusal:
        messages.error(request, refusal.words())
    return _to_desk()


@require_POST
@requires("cases.answer")
def heated(request: AgentRequest, contact: int) -> HttpResponse:
    """Say that a contact was threatening; nothing is written of what was said."""
    found = get_object_or_404(Contact, pk=contact)
    try:
        actions.mark_heated(found, by=request.user, at=now())
        messages.success(
            request, _("Noted. Your team lead is told that it happened, not what was said.")
        )
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


@require_POST
@requires("cases.answer")
def pause(request: AgentRequest, heated: int) -> HttpResponse:
    """Take the pause that is offered after a heated contact, or work on."""
    found = get_object_or_404(Heated, pk=heated, agent=request.user)
    is_pausing = request.POST.get("pause") == "1"
    try:
        actions.answer_pause(found, by=request.user, is_pausing=is_pausing, at=now())
        said = _("You pause. It counts as work; say that you are ready when you are.")
        messages.success(request, said if is_pausing else _("You work on. You can pause later."))
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


@require_POST
@requires("routing.lead")
def heard(request: AgentRequest, heated: int) -> HttpResponse:
    """Say, as whoever leads, that one has seen to an agent after a heated contact."""
    led = Heated.objects.filter(client__in=clients_of(request.identity, "routing.lead"))
    found = get_object_or_404(led.select_related("agent"), pk=heated)
    try:
        actions.hear_of(found, by=request.user, at=now())
        said = _("Noted that you have seen to %(name)s.")
        messages.success(request, said % {"name": found.agent.name})
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


@require_POST
@requires("routing.take")
def rest(request: AgentRequest, strain: int) -> HttpResponse:
    """Take the break that is proposed when work is too heavy, or work on."""
    found = get_object_or_404(Strain, pk=strain, agent=request.user)
    is_pausing = request.POST.get("pause") == "1"
    try:
        actions.answer_strain(found, by=request.user, is_pausing=is_pausing, at=now())
        said = _("You are on a break. Say that you are ready when you are.")
        messages.success(request, said if is_pausing else _("You work on. You can pause later."))
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


@require_POST
@requires("routing.lead")
def relieved(request: AgentRequest, strain: int) -> HttpResponse:
    """Say, as whoever is nearest above an agent, that one has seen to them."""
    at, clients = now(), clients_of(request.identity, "routing.lead")
    told, _others = strains_told(clients, me=request.user, at=at)
    found = next((one for one in told if one.pk == strain), None)
    if found is None:
        raise Http404
    try:
        actions.hear_of_strain(found, by=request.user, at=at)
        said = _("Noted that you have seen to %(name)s.")
        messages.success(request, said % {"name": found.agent.name})
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


def _to_desk() -> HttpResponse:
    return HttpResponseRedirect(reverse("desk_start"))
