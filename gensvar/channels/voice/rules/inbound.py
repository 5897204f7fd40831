"""The rows of the table before somebody is rung: what a caller hears, chooses and is promised.

House rules. Whoever waits, or presses 0, comes to a person; no key ends a call. A caller who is
asked something in the queue keeps their place in it, and is answered as soon as somebody is free.
"""

from gensvar.channels.voice.rules.vocabulary import (
    Command,
    Event,
    Record,
    State,
    Step,
)

C, R = Command, Record
# Said to its end it changes nothing: the music goes on, or a key is waited for.
NO_NEWS = frozenset(
    {
        (State.QUEUED, Event.SAID),
        (State.CONFIRMING, Event.SAID),
        (State.DICTATING, Event.SAID),
        (State.TIMING, Event.SAID),
    }
)
_TO_QUEUE = Step(State.QUEUED, (C.STOP_SAYING, C.MUSIC), (R.ENTER_QUEUE,))
_TO_MENU = Step(State.MENU, (C.STOP_SAYING, C.SAY_MENU))
_PROMISED = Step(State.PROMISED, (C.STOP_SAYING, C.STOP_MUSIC, C.SAY_PROMISE), (R.PROMISE,))
_BACK = Step(State.QUEUED, (C.STOP_SAYING, C.MUSIC))

INBOUND: dict[tuple[State, Event], Step] = {
    # A call comes.
    (State.OFFERED, Event.IS_OPEN): Step(State.GREETING, (C.ANSWER, C.SAY_GREETING)),
    (State.OFFERED, Event.HAS_MENU): Step(State.MENU, (C.ANSWER, C.SAY_MENU)),
    (State.OFFERED, Event.IS_OPEN_IN_SILENCE): Step(
        State.QUEUED, (C.ANSWER, C.MUSIC), (R.ENTER_QUEUE,)
    ),
    (State.OFFERED, Event.IS_CLOSED): Step(State.CLOSED, (C.ANSWER, C.SAY_CLOSED)),
    (State.GREETING, Event.SAID): Step(State.QUEUED, (C.MUSIC,), (R.ENTER_QUEUE,)),
    (State.GREETING, Event.HAS_MENU): Step(State.MENU, (C.SAY_MENU,)),
    (State.GREETING, Event.SKIPPED): _TO_QUEUE,
    # It is told what there is to choose.
    (State.MENU, Event.SAID): Step(State.CHOOSING),
    # It waits, and is told how long.
    (State.QUEUED, Event.TIME_TO_TELL): Step(State.QUEUED, (C.SAY_PLACE,)),
    # Not to be recorded costs nobody their place.
    (State.QUEUED, Event.DECLINED): Step(State.QUEUED, (C.STOP_SAYING, C.SAY_NOT_RECORDED)),
    (State.QUEUED, Event.WANTS_CALLBACK): Step(State.CONFIRMING, (C.STOP_SAYING, C.ASK_NUMBER)),
    (State.CONFIRMING, Event.OTHER_NUMBER): Step(
        State.DICTATING, (C.STOP_SAYING, C.ASK_OTHER_NUMBER)
    ),
    (State.DICTATING, Event.OTHER_NUMBER): Step(
        State.DICTATING, (C.STOP_SAYING, C.ASK_OTHER_NUMBER)
    ),
    (State.TIMING, Event.NO_SUCH_CHOICE): Step(State.TIMING, (C.STOP_SAYING, C.ASK_TIME)),
    # Nobody waits on the line any more; the place in the queue stays.
    (State.PROMISED, Event.SAID): Step(State.CALLBACK, (C.RELEASE_CALLER,)),
    (State.PROMISED, Event.CALLER_GONE): Step(State.CALLBACK),
    (State.PROMISED, Event.GIVEN): Step(State.PROMISED),
    (State.PROMISED, Event.TAKEN_BACK): Step(State.PROMISED),
    (State.PROMISED, Event.TAKEN): Step(
        State.DIALLING_AGENT, (C.STOP_SAYING, C.RELEASE_CALLER, C.RING_AGENT)
    ),
    (State.PROMISED, Event.LOST): Step(State.CALLBACK, (C.RELEASE_CALLER,)),
    (State.QUEUED, Event.UNSERVED): Step(
        State.CLOSED, (C.STOP_SAYING, C.STOP_MUSIC, C.SAY_CLOSED), (R.OVERFLOW,)
    ),
}
# Somebody may leave a message: where it is closed, or because a key leads there.
LEAVE_MESSAGE: dict[tuple[State, Event], Step] = {
    (State.CLOSED, Event.MAY_LEAVE): Step(State.INVITED, (C.SAY_INVITATION,)),
    (State.INVITED, Event.SAID): Step(State.LEAVING, (C.TAKE_MESSAGE,), (R.BEGIN_MESSAGE,)),
    (State.INVITED, Event.SKIPPED): Step(
        State.LEAVING, (C.STOP_SAYING, C.TAKE_MESSAGE), (R.BEGIN_MESSAGE,)
    ),
    (State.LEAVING, Event.LEFT): Step(State.THANKED, (C.SAY_THANKS,), (R.END_MESSAGE,)),
}
INBOUND |= LEAVE_MESSAGE
# A key is as good in the greeting, and after what was said, as while it is said.
for _state in (State.GREETING, State.MENU, State.CHOOSING):
    INBOUND[_state, Event.CHOSE] = _TO_QUEUE
    INBOUND[_state, Event.CHOSE_MORE] = _TO_MENU
    INBOUND[_state, Event.CHOSE_MESSAGE] = Step(State.INVITED, (C.STOP_SAYING, C.SAY_INVITATION))
for _state in (State.MENU, State.CHOOSING):
    INBOUND[_state, Event.NO_SUCH_CHOICE] = _TO_MENU
    INBOUND[_state, Event.CHOSE_NOTHING] = _TO_QUEUE
for _state in (State.CONFIRMING, State.DICTATING):
    INBOUND[_state, Event.MAY_CHOOSE_TIME] = Step(State.TIMING, (C.STOP_SAYING, C.ASK_TIME))
for _state in (State.CONFIRMING, State.DICTATING, State.TIMING):
    INBOUND[_state, Event.STAYS] = _BACK
    INBOUND[_state, Event.CONFIRMED] = _PROMISED
    INBOUND[_state, Event.UNSERVED] = INBOUND[State.QUEUED, Event.UNSERVED]
# Somebody is free: whoever is asked something is answered all the same.
for _state in (State.QUEUED, State.CONFIRMING, State.DICTATING, State.TIMING):
    INBOUND[_state, Event.GIVEN] = Step(State.RINGING, (C.STOP_SAYING, C.RING_AGENT))
    INBOUND[_state, Event.TAKEN] = Step(State.PICKING_UP, (C.STOP_SAYING, C.RING_AGENT))
