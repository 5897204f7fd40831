"""Calls as they are listed and told of: with whom, what became of each, and where each was."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.channels.voice.models import OUTCOME_NAMES, Call, Watch
from gensvar.channels.voice.queries import Stop, path_of
from gensvar.channels.voice.rules import monitoring
from gensvar.channels.voice.rules.calls import Outcome, State
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Direction
from gensvar.screens.desk.calling import who_calls

WITH = ("contact__customer", "contact__agent", "client", "number__queue", "withheld", "message")
PLACES = {
    State.OFFERED: _("Came in"),
    State.GREETING: _("Heard the greeting"),
    State.CLOSED: _("Heard that it is closed"),
    State.MENU: _("Heard the menu"),
    State.CHOOSING: _("Was to choose in the menu"),
    State.INVITED: _("Was asked to leave a message"),
    State.LEAVING: _("Left a message"),
    State.THANKED: _("Was thanked"),
    State.SEEKING: _("Keyed in whom they seek"),
    State.LISTED: _("Was to choose among several"),
    State.FOUND: _("Was told whether they are free"),
    State.CONNECTING: _("Rang at a colleague"),
    State.NOTED: _("Heard that their word is passed on"),
    State.QUEUED: _("Waited in the queue"),
    State.CONFIRMING: _("Was asked where to be called back"),
    State.DICTATING: _("Keyed in a number"),
    State.TIMING: _("Was asked when to be called back"),
    State.PROMISED: _("Was promised a callback"),
    State.RINGING: _("Rang at an agent"),
    State.PICKING_UP: _("Was taken, and the phone still rang"),
    State.TALKING: _("Talked"),
    State.HELD: _("Was on hold"),
    State.ASKING: _("Heard music while a colleague was rung"),
    State.CONSULTING: _("Heard music while two colleagues talked"),
    State.CONFERENCE: _("Talked, all three"),
    State.TRANSFERRING: _("Rang where it was sent"),
    State.RETURNING: _("Came back, and rang"),
    State.HANDED_OVER: _("Talked with whom it was handed to"),
    State.CALLBACK: _("Waited to be called back"),
    State.DIALLING_AGENT: _("Rang at the agent who called"),
    State.DIALLING: _("Rang at the other end"),
    State.ENDED: pgettext_lazy("a call", "Ended"),
}
WAYS = {
    monitoring.Watch.LISTENING: _("listened"),
    monitoring.Watch.WHISPERING: _("whispered"),
    monitoring.Watch.JOINED: _("took part"),
}


@dataclass(frozen=True)
class CallRow:
    """A call in a list."""

    call: Call
    who: str
    number: str
    outcome: str
    seconds: int

    @property
    def is_out(self) -> bool:
        return self.call.contact.direction == Direction.OUT


@dataclass(frozen=True)
class Stopped:
    """A stop on the way of a call, in words."""

    place: str
    stop: Stop


def calls_asked_for(
    clients: list[int], *, q: str, since: date | None, until: date | None, outcome: str
) -> "QuerySet[Call]":
    """Return the calls of some days, with somebody, or that ended in some way; newest first.

    Whoever has a protected identity is found by no number and by no name.
    """
    found = Call.objects.filter(client__in=clients)
    if since is not None:
        found = found.filter(began_at__gte=_midnight(since))
    if until is not None:
        found = found.filter(began_at__lt=_midnight(until + timedelta(days=1)))
    if outcome in set(Outcome):
        found = found.filter(outcome=outcome)
    if q:
        number = number_of(q)
        about = Q(contact__customer__name__icontains=q)
        if number:
            about |= Q(party=number)
        found = found.filter(about).exclude(contact__customer__protected=True)
    return found.select_related(*WITH).order_by("-began_at", "-pk")


def row_of(call: Call, *, at: datetime) -> CallRow:
    who, number = who_calls(call)
    ended = call.ended_at or at
    outcome = str(OUTCOME_NAMES[Outcome(call.outcome)]) if call.outcome else str(_("Goes on"))
    return CallRow(
        call=call,
        who=who,
        number=number if number != who else "",
        outcome=outcome,
        seconds=max(0, round((ended - call.began_at).total_seconds())),
    )


def way_of(call: Call) -> list[Stopped]:
    return [Stopped(str(PLACES[State(one.state)]), one) for one in path_of(call.contact)]


def outcomes() -> list[tuple[str, Any]]:
    return [(one.value, name) for one, name in OUTCOME_NAMES.items()]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=get_current_timezone())


def watches_of(call: Call, *, seen_by: Agent) -> list[tuple[Watch, str]]:
    """Return who has listened to a call, and in which ways: for the agent and the coach alone."""
    found = call.watches.filter(Q(agent=seen_by) | Q(coach=seen_by)).order_by("pk")
    return [
        (one, ", ".join(str(WAYS[monitoring.Watch(way)]) for way in one.ways))
        for one in found.select_related("coach")
    ]
