"""The recording of a call as it goes on: begun, paused and ended as its table says."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.tapes import delete_recording
from gensvar.channels.voice.actions.waking import wake_bridges
from gensvar.channels.voice.events import CallRecordingBegun, CallRecordingEnded, RecordingDeclined
from gensvar.channels.voice.models import Call, CallRecording, Notice
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import is_played
from gensvar.channels.voice.recorded import facts_of, forbidding, plan_of
from gensvar.channels.voice.rules.calls import Command, Role, State
from gensvar.channels.voice.rules.recordings import (
    Tape,
    TapeEvent,
    expires_on,
    forbidden,
    meant_for_tape,
    tape_step,
    why_not,
)
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

OF_AGENTS = (TapeEvent.PAUSE, TapeEvent.RESUME)


class NotBeingRecorded(Refused):
    message = _("The call is not being recorded now.")


def tell_of(call: Call, *, at: datetime) -> None:
    """Note that a caller is told that the call may be recorded."""
    Notice.objects.create(call=call, client_id=call.client_id, at=at)


@action
def decline(call: Call, *, at: datetime) -> bool:
    """Never record this call; said twice it is said once."""
    if not Notice.objects.filter(call=call, declined_at=None).update(declined_at=at):
        return False
    announce(
        RecordingDeclined(call_id=call.pk, contact_id=call.contact_id, client_id=call.client_id),
        at=at,
    )
    return True


def follow(call: Call, *, at: datetime) -> list[Order]:
    """Let the recording of a call follow where the call stands now."""
    tape = call.recordings.going_on().first()
    if tape is not None:
        return _step(call, tape, meant_for_tape(State(call.state)), at=at)
    if call.state != State.TALKING or why_not(facts_of(call, at=at)) is not None or is_played():
        return []
    leg = call.legs.open().filter(role=Role.AGENT).first()
    caller = call.legs.open().filter(role=Role.CALLER).first()
    plan = plan_of(call, at=at)
    if leg is None or leg.agent_id is None or caller is None or plan is None:
        return []
    made = CallRecording.objects.create(
        call=call,
        client_id=call.client_id,
        plan=plan,
        agent_id=leg.agent_id,
        state=Tape.RUNNING.value,
        began_at=at,
        expires_on=expires_on(localdate(at), days=plan.kept_days),
    )
    announce(
        CallRecordingBegun(
            recording_id=made.pk,
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            plan_id=plan.pk,
            agent_id=leg.agent_id,
        ),
        at=at,
    )
    return [Order(command=Command.RECORD, call=call.pk, leg=caller.name, track=made.track)]


@action
def ask_tape(call: Call, event: TapeEvent, *, by: Agent, at: datetime) -> None:
    """Ask for the recording of one's own call to be paused, or to go on."""
    tape = call.recordings.going_on().filter(agent=by).select_for_update().first()
    if tape is None or event not in OF_AGENTS or tape_step(Tape(tape.state), event) is None:
        raise NotBeingRecorded
    tape.asked = event.value
    tape.save(update_fields=["asked"])
    wake_bridges()


@action
def see_to(recording_id: int, *, at: datetime) -> list[Order]:
    """Do what was asked of a recording, or end one that turns out to be forbidden."""
    # The call is locked, as for everything that happens to it, so that the two never disagree.
    calls = Call.objects.select_for_update(of=("self",), no_key=True)
    call = calls.get(recordings=recording_id)
    tape = call.recordings.going_on().filter(pk=recording_id).first()
    if tape is None:
        return []
    forbids = forbidden(forbidding(call))
    if forbids is not None:
        orders = _step(call, tape, TapeEvent.END, at=at)
        delete_recording(tape, because=forbids, by=None, at=at)
        return orders
    if not tape.asked:
        return []
    event, tape.asked = TapeEvent(tape.asked), ""
    tape.save(update_fields=["asked"])
    return _step(call, tape, event, at=at)


def _step(call: Call, tape: CallRecording, event: TapeEvent, *, at: datetime) -> list[Order]:
    stepped = tape_step(Tape(tape.state), event)
    if stepped is None:
        return []
    tape.state = stepped.to.value
    if stepped.to is Tape.OVER:
        tape.ended_at = at
        announce(
            CallRecordingEnded(
                recording_id=tape.pk,
                call_id=call.pk,
                contact_id=call.contact_id,
                client_id=call.client_id,
                agent_id=tape.agent_id,
                seconds=(at - tape.began_at).total_seconds(),
            ),
            at=at,
        )
    tape.save(update_fields=["state", "ended_at"])
    if stepped.command is None:
        return []
    return [Order(command=stepped.command, call=call.pk, track=tape.track)]
