"""A message that somebody left by a key of the menu, and that nobody has heard yet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from gensvar.channels.voice.actions import menus, messages
from gensvar.channels.voice.actions.leaving import begin_message, end_message
from gensvar.channels.voice.models import Call, Leg, PhoneNumber, Station
from gensvar.channels.voice.rules.calls import Event, Outcome, Role, State
from gensvar.channels.voice.rules.legs import LegState
from gensvar.foundation.agreements.models import Client
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.knowledge.models import Subject

SPOKEN = Path(__file__).parent / "prompts" / "message.al"
SAID = "Tryck 3 för att lämna ett meddelande."
PARTY, SUBJECT = "+46701740633", "Gatubelysning"
CAME, RATE = timedelta(hours=11), 8_000.0
# How long each stop on the way to the tone lasted.
WAY = (
    (State.MENU, Event.HAS_MENU, 9.0),
    (State.INVITED, Event.CHOSE_MESSAGE, 11.0),
)


def take_messages(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Let a key of the town's second number lead to a message, and somebody have left one."""
    client = clients["exempelby"]
    number = PhoneNumber.objects.in_use().get(client=client, is_shown=False)
    subject = Subject.objects.filter(client=client, name=SUBJECT).first()
    wish = messages.BoxWish(subject=subject)
    messages.set_message_box(number, wish, by=None, at=at - CAME)
    stands = menus.wish_of(number)
    assert stands is not None
    key = menus.ChoiceWish("3", "Lämna ett meddelande", takes_message=True)
    wider = replace(stands, words=f"{stands.words} {SAID}", choices=[*stands.choices, key])
    menus.set_menu(number, wider, by=None, at=at - CAME)
    track = SPOKEN.read_bytes()
    came = at - CAME
    began = came + timedelta(seconds=sum(seconds for _state, _event, seconds in WAY))
    ended = began + timedelta(seconds=len(track) / RATE)
    contact = register_contact(
        client,
        channel=Channel.PHONE,
        direction=Direction.IN,
        customer=None,
        at=came,
        ended_at=ended,
    )
    call = Call.objects.create(
        contact=contact,
        client=client,
        number=number,
        party=PARTY,
        state=State.ENDED.value,
        began_at=came,
        ended_at=ended,
        outcome=Outcome.MESSAGE.value,
    )
    _walk(call, len(track) / RATE)
    begin_message(call, began)
    end_message(call, ended)
    messages.keep_message(call.message, track, at=ended)


def _walk(call: Call, spoken_seconds: float) -> None:
    """Let the call have gone its way to the tone, and to its end."""
    left = (State.LEAVING, Event.SAID, spoken_seconds)
    at_stop = call.began_at
    for place, (state, event, seconds) in enumerate(
        (*WAY, left, (State.ENDED, Event.CALLER_GONE, 0.0)), start=1
    ):
        Station.objects.create(
            call=call,
            client_id=call.client_id,
            place=place,
            state=state.value,
            event=event.value,
            at=at_stop,
            seconds=seconds,
        )
        at_stop += timedelta(seconds=seconds)
    Leg.objects.create(
        name=f"demo-{call.pk}-caller",
        call=call,
        client_id=call.client_id,
        role=Role.CALLER.value,
        state=LegState.GONE.value,
        began_at=call.began_at,
        up_at=call.began_at,
        ended_at=call.ended_at,
    )
