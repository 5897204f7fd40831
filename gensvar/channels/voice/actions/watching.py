"""A coach comes to a call: asked for in the browser, done by the bridge, and the agent knows.

House rules. The agent is told before anything is heard. Whoever has said no to being recorded, has
a protected identity, or calls about a subject that forbids it, is listened to by nobody else.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.waking import wake_bridges
from gensvar.channels.voice.events import CoachMoved
from gensvar.channels.voice.models import Call, Leg, Phone, Watch, WatchPurpose
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.recorded import forbidding
from gensvar.channels.voice.rules import monitoring
from gensvar.channels.voice.rules.calls import Command, Role, State
from gensvar.channels.voice.rules.legs import Heard, LegState
from gensvar.channels.voice.rules.monitoring import (
    BEGIN,
    OF_COACHES,
    WATCHABLE,
    WatchCommand,
    WatchEvent,
    watch_step,
)
from gensvar.channels.voice.rules.recordings import WhyNot, forbidden
from gensvar.channels.voice.watched import watch_of, watches_with_legs
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer, Seat, Status

RING_SECONDS = 20.0
WHY: Mapping[WhyNot, str | Promise] = {
    WhyNot.DECLINED: _("The caller does not want to be recorded. Nobody else listens either."),
    WhyNot.SUBJECT: _("The call is about a subject that nobody else may hear of."),
    WhyNot.PROTECTED: _("Nobody else listens to whoever has a protected identity."),
}
COMMANDS = {
    WatchCommand.RING: Command.RING_COACH,
    WatchCommand.LISTEN: Command.LISTEN,
    WatchCommand.WHISPER: Command.WHISPER,
    WatchCommand.STOP_LISTENING: Command.STOP_LISTENING,
    WatchCommand.JOIN: Command.JOIN_COACH,
    WatchCommand.PART: Command.PART_COACH,
    WatchCommand.RELEASE: Command.RELEASE_COACH,
}


class NobodyMayListen(Refused):
    message = _("%(why)s")


class NothingToHear(Refused):
    message = _("They do not talk with a customer just now. Wait until they do.")


class NotYourAgent(Refused):
    message = _("You listen only to those whom you coach.")
    status = 403


class ListensAlready(Refused):
    message = _("Somebody listens to that call already.")


class CoachInACall(Refused):
    message = _("You are in a call already. End it first.")


class CoachHasNoPhone(Refused):
    message = _("You have no phone here. Ask an administrator for one.")


class NoLongerThere(Refused):
    message = _("The call has moved on, and you are no longer in it.")


@action
def watch(call: Call, *, purpose: WatchPurpose, by: Agent, at: datetime) -> Watch:
    """Listen to a call of somebody whom one coaches: one's own phone rings first."""
    call = _held(call.pk)
    leg = call.legs.filter(role=Role.AGENT, state=LegState.UP).select_related("agent").first()
    if call.state not in WATCHABLE or leg is None or leg.agent is None:
        raise NothingToHear
    if leg.agent.manager_id != by.pk:
        raise NotYourAgent
    why = forbidden(forbidding(call))
    if why is not None:
        raise NobodyMayListen(why=WHY[why])
    if not Phone.objects.filter(agent=by).exists():
        raise CoachHasNoPhone
    if watch_of(by.pk) is not None or Leg.objects.open().filter(agent=by).exists():
        raise CoachInACall
    if Watch.objects.going_on().filter(call=call).exists():
        raise ListensAlready
    _take_nothing_meanwhile(by, at=at)
    made = Watch.objects.create(
        call=call,
        client_id=call.client_id,
        agent=leg.agent,
        coach=by,
        purpose=purpose,
        asked_at=at,
    )
    _tell(made, before="", at=at)
    wake_bridges()
    return made


@action
def ask_watch(own: Watch, event: WatchEvent, *, by: Agent, at: datetime) -> None:
    """Ask to whisper, to join, to listen only, or to leave."""
    found = Watch.objects.going_on().select_for_update().filter(pk=own.pk, coach=by).first()
    if found is None or event not in OF_COACHES:
        raise NoLongerThere
    if watch_step(monitoring.Watch(found.state), event) is None:
        raise NoLongerThere
    found.asked = event.value
    found.save(update_fields=["asked"])
    wake_bridges()


@action
def see_to_watch(watch_id: int, *, at: datetime) -> list[Order]:
    """Ring the coach, do what they ask for, or let them go where nobody else may hear it."""
    call = _held(Watch.objects.values_list("call", flat=True).get(pk=watch_id))
    found = call.watches.going_on().filter(pk=watch_id).first()
    if found is None:
        return []
    if forbidden(forbidding(call)) is not None or not _is_at(found, call):
        return _step(found, WatchEvent.CALL_OVER, at=at)
    if found.state == monitoring.Watch.ASKED and not found.asked:
        return _step(found, WatchEvent.RING, at=at)
    event, found.asked = WatchEvent(found.asked), ""
    found.save(update_fields=["asked"])
    return _step(found, event, at=at)


def follow_watch(call: Call, *, at: datetime) -> list[Order]:
    """Let the coach go where the call is no longer one that they may hear."""
    found = call.watches.going_on().first()
    if found is None or _is_at(found, call):
        return []
    return _step(found, WatchEvent.CALL_OVER, at=at)


@action
def hear_coach(leg: str, heard: Heard, *, at: datetime) -> list[Order]:
    """Note what the telephone system says of a coach's leg, and do what it leads to."""
    known = Watch.objects.filter(pk=_number(leg)).values_list("call", flat=True).first()
    if known is None:
        return []
    _held(known)
    found = Watch.objects.select_related("call").get(pk=_number(leg))
    is_ringing = found.state == monitoring.Watch.RINGING
    if heard is Heard.UP:
        if found.ended_at is not None:
            return [_order(found, WatchCommand.RELEASE)]
        if not is_ringing:
            return []
        found.up_at = at
        found.save(update_fields=["up_at"])
        return _step(found, WatchEvent.UP, at=at)
    found.gone_at = found.gone_at or at
    found.save(update_fields=["gone_at"])
    return _step(found, WatchEvent.FAILED if is_ringing else WatchEvent.GONE, at=at)


@action
def reconcile_watches(call_id: int, *, known: Mapping[str, bool], at: datetime) -> list[Order]:
    """Bring the coach of a call in step with the telephone system; say once more what was meant."""
    call = _held(call_id)
    orders: list[Order] = []
    for one in watches_with_legs(call):
        if one.leg not in known:
            orders += hear_coach(one.leg, Heard.GONE, at=at)
        elif known[one.leg] and one.state == monitoring.Watch.RINGING:
            orders += hear_coach(one.leg, Heard.UP, at=at)
        elif one.ended_at is not None:
            orders.append(_order(one, WatchCommand.RELEASE))
        elif begun := BEGIN.get(monitoring.Watch(one.state)):
            orders.append(_order(one, begun))
    return orders


def is_coach(leg: str) -> bool:
    return leg.startswith("gensvar-") and "-coach-" in leg


def _number(leg: str) -> int:
    number = leg.rpartition("-")[2]
    return int(number) if is_coach(leg) and number.isdigit() else 0


def _held(call_id: int) -> Call:
    """Return a call, locked, as for everything that happens to it."""
    found = Call.objects.select_for_update(of=("self",), no_key=True)
    return found.select_related("contact__customer").get(pk=call_id)


def _is_at(found: Watch, call: Call) -> bool:
    """Say whether whoever is coached still talks with the caller alone."""
    theirs = call.legs.filter(role=Role.AGENT, state=LegState.UP, agent=found.agent_id)
    return State(call.state) in WATCHABLE and theirs.exists()


def _take_nothing_meanwhile(coach: Agent, *, at: datetime) -> None:
    """Let no contact be offered to the coach, whose phone is taken."""
    if Offer.objects.live().filter(agent=coach, channel="phone").exists():
        raise CoachInACall
    if Seat.objects.filter(agent=coach, status=Status.READY).exists():
        routing.be_busy(coach, at=at)


def _step(found: Watch, event: WatchEvent, *, at: datetime) -> list[Order]:
    stepped = watch_step(monitoring.Watch(found.state), event)
    if stepped is None:
        return []
    before, found.state = found.state, stepped.to.value
    orders = []
    for command in stepped.commands:
        if command in BEGIN.values():
            found.turn += 1
        if command is not WatchCommand.TELL_AGENT:
            orders.append(_order(found, command))
    if stepped.to in BEGIN:
        found.ways = [*found.ways, stepped.to.value]
    if stepped.to is monitoring.Watch.ENDED:
        found.ended_at, found.asked = at, ""
        if before == monitoring.Watch.ASKED:
            # Nobody was rung.
            found.gone_at, orders = at, []
    found.save(update_fields=["state", "turn", "ways", "ended_at", "asked", "gone_at"])
    _tell(found, before=before, at=at)
    return orders


def _order(found: Watch, command: WatchCommand) -> Order:
    order = Order(command=COMMANDS[command], call=found.call_id, leg=found.leg)
    if command is WatchCommand.RING:
        phone = Phone.objects.get(agent=found.coach_id)
        return replace(order, address=phone.address, seconds=RING_SECONDS)
    if command in {WatchCommand.JOIN, WatchCommand.PART}:
        return order
    theirs = Leg.objects.filter(call=found.call_id, role=Role.AGENT, agent=found.agent_id)
    last = theirs.order_by("-began_at").first()
    return replace(order, ear=found.ear, at_leg=last.name if last else "")


def _tell(found: Watch, *, before: str, at: datetime) -> None:
    announce(
        CoachMoved(
            watch_id=found.pk,
            call_id=found.call_id,
            contact_id=found.call.contact_id,
            client_id=found.client_id,
            agent_id=found.agent_id,
            coach_id=found.coach_id,
            purpose=found.purpose,
            before=before,
            state=found.state,
        ),
        at=at,
    )
