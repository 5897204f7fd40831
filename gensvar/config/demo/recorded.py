"""A talk that was recorded while calls of the town were: so that coaching can be tried out."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from gensvar.channels.voice.actions import tapes
from gensvar.channels.voice.models import Call, CallRecording, Leg, PhoneNumber, Station
from gensvar.channels.voice.rules.calls import WAITS, Event, Outcome, Role, State
from gensvar.channels.voice.rules.legs import LegState
from gensvar.channels.voice.rules.recordings import Tape, expires_on
from gensvar.channels.voice.rules.sounds import as_heard
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions import join_contact
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Channel, Direction

PROMPTS = Path(__file__).parent / "prompts"
TRACKS = ("call-caller.al", "call-agent.al")
TITLE, PARTY = "Skolskjuts, Norrskolan", "+46701740619"
PURPOSE = "Coachning av nya handläggare (demoröst)"
AGREED_IN = "MBL-protokoll 2026-04-12, § 3"
BEGAN, ENDED, CAME = timedelta(days=9), timedelta(days=1), timedelta(days=1, hours=20)
# How long each stop on the way to the talk lasted.
WAY = (
    (State.GREETING, Event.IS_OPEN, 15.0),
    (State.QUEUED, Event.SAID, 4.0),
    (State.RINGING, Event.GIVEN, 6.0),
)


def remember_a_talk(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Let a customer have called about their case, and the talk be kept as it was recorded."""
    client = clients["exempelby"]
    case = Case.objects.get(client=client, title=TITLE)
    number = PhoneNumber.objects.in_use().get(client=client, is_shown=True)
    agent = Agent.objects.get(email="ada@exempelby.example")
    spoken = as_heard([(PROMPTS / track).read_bytes() for track in TRACKS])
    came = at - CAME
    answered = came + timedelta(seconds=sum(seconds for _state, _event, seconds in WAY))
    ended = answered + timedelta(seconds=spoken.seconds)
    contact = register_contact(
        client,
        channel=Channel.PHONE,
        direction=Direction.IN,
        customer=case.customer,
        agent=agent,
        at=came,
        answered_at=answered,
        ended_at=ended,
    )
    call = Call.objects.create(
        contact=contact,
        client=client,
        number=number,
        party=PARTY,
        queue=number.queue,
        state=State.ENDED.value,
        began_at=came,
        answered_at=answered,
        ended_at=ended,
        outcome=Outcome.ANSWERED.value,
    )
    _walk(call, agent)
    join_contact(case, contact, by=agent, at=answered)
    wish = tapes.PlanWish(
        queue=number.queue,
        purpose=PURPOSE,
        agreed_in=AGREED_IN,
        begins_at=at - BEGAN,
        ends_at=at - ENDED,
    )
    plan = tapes.plan_recording(client, wish, by=None, at=at - BEGAN)
    kept = CallRecording.objects.create(
        call=call,
        client=client,
        plan=plan,
        agent=agent,
        state=Tape.OVER.value,
        began_at=answered,
        ended_at=ended,
        expires_on=expires_on(answered.date(), days=plan.kept_days),
    )
    tapes.keep_recording(kept, spoken.content, seconds=spoken.seconds, at=ended)


def _walk(call: Call, agent: Agent) -> None:
    """Let a call have gone its way, on two legs."""
    assert call.answered_at is not None
    assert call.ended_at is not None
    talked = (call.ended_at - call.answered_at).total_seconds()
    at = call.began_at
    ways = (*WAY, (State.TALKING, Event.AGENT_UP, talked), (State.ENDED, Event.CALLER_GONE, 0.0))
    for place, (state, event, seconds) in enumerate(ways, start=1):
        Station.objects.create(
            call=call,
            client_id=call.client_id,
            place=place,
            state=state.value,
            event=event.value,
            queue=call.queue if state in WAITS else None,
            agent=agent if state in {State.RINGING, State.TALKING} else None,
            at=at,
            seconds=seconds,
        )
        at += timedelta(seconds=seconds)
    for role, owner in ((Role.CALLER, None), (Role.AGENT, agent)):
        Leg.objects.create(
            name=f"demo-{call.pk}-{role.value}",
            call=call,
            client_id=call.client_id,
            role=role.value,
            agent=owner,
            state=LegState.GONE.value,
            began_at=call.began_at,
            up_at=call.answered_at,
            ended_at=call.ended_at,
        )
