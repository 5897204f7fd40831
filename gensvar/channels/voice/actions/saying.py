"""What is said to callers, made ready to send: announcements of the number, and about the wait."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from gensvar.channels.voice.models import Announcement, Call
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import announced, menu_of
from gensvar.channels.voice.rules.calls import Command, Event, State
from gensvar.channels.voice.seeking import heard_by_seeker
from gensvar.channels.voice.telling import Saying, said

OF_NUMBER = {Command.SAY_GREETING, Command.SAY_CLOSED, Command.SAY_MENU}
OF_WAIT = {
    Command.SAY_PLACE,
    Command.ASK_NUMBER,
    Command.ASK_OTHER_NUMBER,
    Command.ASK_TIME,
    Command.SAY_PROMISE,
    Command.SAY_NOT_RECORDED,
    Command.SAY_INVITATION,
    Command.SAY_THANKS,
}
TO_COLLEAGUE = {Command.ASK_WHOM, Command.SAY_HITS, Command.SAY_FOUND, Command.SAY_NOTED}
SAYS = OF_NUMBER | OF_WAIT | TO_COLLEAGUE
# Said in the queue, while the music goes on.
SAID_IN_QUEUE = {Event.TIME_TO_TELL, Event.DECLINED}
SPEAKING = {
    State.GREETING,
    State.MENU,
    State.INVITED,
    State.CONFIRMING,
    State.DICTATING,
    State.TIMING,
    State.PROMISED,
    State.SEEKING,
    State.LISTED,
    State.FOUND,
    State.NOTED,
}


def say(call: Call, command: Command, order: Order, *, at: datetime) -> Order:
    """What is said is known by the stop on the path at which it is said."""
    if command in TO_COLLEAGUE:
        sounds, words = heard_by_seeker(call, command, at=at)
        found = Saying(tuple(sounds), tuple(words))
    elif command in OF_WAIT:
        found = said(call, command, at=at)
    else:
        found = _of_number(call, command, at=at)
    saying = f"{call.pk}-{call.stations.count()}"
    return replace(order, sounds=found.sounds, words=found.words, saying=saying)


def stop_saying(call: Call, order: Order) -> Order | None:
    """Stop what was begun at the stop that the call has left; nothing where nobody spoke there."""
    left = call.stations.order_by("-place")[1]
    if left.state not in SPEAKING and left.event not in SAID_IN_QUEUE:
        return None
    return replace(order, saying=f"{call.pk}-{left.place}")


def _of_number(call: Call, command: Command, *, at: datetime) -> Saying:
    texts: Sequence[Announcement]
    if command is Command.SAY_MENU:
        texts = menu_of(call)
    else:
        now = announced(call.number, at=at)
        texts = now.closed if command is Command.SAY_CLOSED else now.greeting
    return Saying(tuple(one.media for one in texts if one.media), tuple(one.words for one in texts))
