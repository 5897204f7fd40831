"""A coach at a call of somebody whom they coach: listens, whispers, takes part, leaves."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.voice.actions import watching
from gensvar.channels.voice.models import Call, Watch, WatchPurpose
from gensvar.channels.voice.queries import is_played
from gensvar.channels.voice.recorded import COACH
from gensvar.channels.voice.rules import monitoring
from gensvar.channels.voice.rules.monitoring import ASKED, WATCHING, WatchEvent
from gensvar.channels.voice.watched import watch_of
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused

BIGGEST = 2**63 - 1
STANDS: dict[monitoring.Watch, str | Promise] = {
    monitoring.Watch.ASKED: _("Your phone will ring in a moment"),
    monitoring.Watch.RINGING: _("Lift your phone"),
    monitoring.Watch.LISTENING: _("You listen. Nobody hears you."),
    monitoring.Watch.WHISPERING: _("You whisper. The agent hears you, and the customer does not."),
    monitoring.Watch.JOINED: _("You take part. Both of them hear you."),
}
ACTS: dict[WatchEvent, str | Promise] = {
    WatchEvent.LISTEN: _("Listen only"),
    WatchEvent.WHISPER: _("Whisper to the agent"),
    WatchEvent.JOIN: _("Take part"),
    WatchEvent.STOP: _("Leave the call"),
}


class PurposeForm(forms.Form):
    purpose = forms.ChoiceField(
        label=_("What for"),
        choices=WatchPurpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what for.")},
    )


@dataclass(frozen=True)
class Way:
    """Something that the coach may do now; `is_now`: it is how they are there."""

    event: WatchEvent
    label: str | Promise
    is_now: bool


@require_http_methods(["GET", "HEAD", "POST"])
@requires("recordings.coach")
def listen(request: AgentRequest, call_id: int) -> HttpResponse:
    """Ask to listen to a call, once it is said what for; then show how one is there."""
    call = _call(request, call_id)
    form = PurposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        purpose = WatchPurpose(form.cleaned_data["purpose"])
        try:
            watching.watch(call, purpose=purpose, by=request.user, at=now())
            return HttpResponseRedirect(reverse("floor:listen", args=[call.pk]))
        except Refused as refusal:
            form.add_error(None, refusal.words())
    context = {**_context(request, call), "form": form}
    return render(request, "floor/listen.html", context, status=422 if form.errors else 200)


@require_safe
@requires("recordings.coach")
def standing(request: AgentRequest, call_id: int) -> HttpResponse:
    """Draw how the coach is there just now."""
    return _drawn(request, call_id)


@require_POST
@requires("recordings.coach")
def act(request: AgentRequest, call_id: int, event: str) -> HttpResponse:
    own = _own(request, _call(request, call_id))
    if own is None or event not in set(ACTS):
        raise Http404
    try:
        watching.ask_watch(own, WatchEvent(event), by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    if request.htmx:  # type: ignore[attr-defined]
        return _drawn(request, call_id)
    return HttpResponseRedirect(reverse("floor:listen", args=[call_id]))


def _drawn(request: AgentRequest, call_id: int) -> HttpResponse:
    return render(request, "floor/_listening.html", _context(request, _call(request, call_id)))


def _call(request: AgentRequest, call_id: int) -> Call:
    """Return a call of somebody whom one coaches, now or until a moment ago."""
    clients = reach(request.identity, COACH).clients
    rows = Call.objects.filter(client__in=clients, legs__agent__manager=request.user)
    found: Call = get_object_or_404(rows.distinct(), pk=min(call_id, BIGGEST))
    return found


def _own(request: AgentRequest, call: Call) -> Watch | None:
    found = watch_of(request.user.pk)
    return found if found is not None and found.call_id == call.pk else None


def _context(request: AgentRequest, call: Call) -> dict[str, Any]:
    own = _own(request, call)
    last = call.watches.filter(coach=request.user).order_by("-pk").first()
    legs = call.legs.filter(agent__manager=request.user).select_related("agent")
    leg = legs.order_by("-began_at").first()
    state = monitoring.Watch(own.state) if own else None
    ways = [
        Way(event, label, is_now=state is not None and ASKED.get(event) is state)
        for event, label in ACTS.items()
        if state and ((state, event) in WATCHING or ASKED.get(event) is state)
    ]
    return {
        "call": call,
        "agent": leg.agent if leg else None,
        "own": own,
        "is_over": own is None and last is not None,
        "stands": STANDS[state] if state else "",
        "ways": ways,
        "is_played": is_played(),
    }
