"""A call as a table: `(state, event)` gives the next state and what is to be done.

House rules. What is written down (`records`) is written before the engine is told anything
(`commands`), in the order in which both stand here. Sound and music stop before anybody is joined.
Whoever is released is released by name: an event about them later on concerns nobody.
"""

from collections.abc import Iterable

from gensvar.channels.voice.rules.inbound import INBOUND
from gensvar.channels.voice.rules.inbound import NO_NEWS as NO_NEWS_INBOUND
from gensvar.channels.voice.rules.telephonist import AGAIN_OF, LEGS_OF, NO_NEWS_IN, TELEPHONIST
from gensvar.channels.voice.rules.vocabulary import (
    Command,
    Event,
    Outcome,
    Record,
    Role,
    State,
    Step,
)

__all__ = [
    "NO_NEWS",
    "Command",
    "Event",
    "Outcome",
    "Record",
    "Role",
    "State",
    "Step",
]


NO_NEWS = NO_NEWS_INBOUND | NO_NEWS_IN
C, R = Command, Record
CALLER, AGENT, COLLEAGUE = Role.CALLER, Role.AGENT, Role.COLLEAGUE
RELEASE = {
    CALLER: C.RELEASE_CALLER,
    AGENT: C.RELEASE_AGENT,
    COLLEAGUE: C.RELEASE_COLLEAGUE,
}
# Whose legs there are in each state; all that is left of a call is released by this.
LEGS: dict[State, tuple[Role, ...]] = {
    State.OFFERED: (CALLER,),
    State.GREETING: (CALLER,),
    State.CLOSED: (CALLER,),
    State.MENU: (CALLER,),
    State.CHOOSING: (CALLER,),
    State.INVITED: (CALLER,),
    State.LEAVING: (CALLER,),
    State.THANKED: (CALLER,),
    State.QUEUED: (CALLER,),
    State.CONFIRMING: (CALLER,),
    State.DICTATING: (CALLER,),
    State.TIMING: (CALLER,),
    State.PROMISED: (CALLER,),
    State.RINGING: (CALLER, AGENT),
    State.PICKING_UP: (CALLER, AGENT),
    State.TALKING: (CALLER, AGENT),
    State.HELD: (CALLER, AGENT),
    State.ASKING: (CALLER, AGENT, COLLEAGUE),
    State.CONSULTING: (CALLER, AGENT, COLLEAGUE),
    State.CONFERENCE: (CALLER, AGENT, COLLEAGUE),
    State.TRANSFERRING: (CALLER, COLLEAGUE),
    State.RETURNING: (CALLER, AGENT),
    State.HANDED_OVER: (CALLER, COLLEAGUE),
    State.CALLBACK: (),
    State.DIALLING_AGENT: (AGENT,),
    State.DIALLING: (AGENT, CALLER),
    **LEGS_OF,
}
# A wait in the queue is open in these, and an agent has the contact in hand in those.
WAITS = frozenset(
    {State.QUEUED, State.CONFIRMING, State.DICTATING, State.TIMING, State.RINGING}
    | {State.PROMISED, State.CALLBACK}
)
IN_HAND = frozenset(
    {
        State.PICKING_UP,
        State.TALKING,
        State.HELD,
        State.ASKING,
        State.CONSULTING,
        State.CONFERENCE,
        State.TRANSFERRING,
        State.RETURNING,
        State.DIALLING_AGENT,
        State.DIALLING,
    }
)
BRIDGED = frozenset(
    {State.TALKING, State.HELD, State.ASKING, State.CONSULTING, State.CONFERENCE}
    | {State.HANDED_OVER}
)


def _end(
    state: State, outcome: Outcome, *, gone: Iterable[Role] = (), records: tuple[Record, ...] = ()
) -> Step:
    """Return the end of a call: everybody who is left is released, and nothing stays open."""
    left = tuple(RELEASE[role] for role in LEGS[state] if role not in set(gone))
    if not records and state in IN_HAND:
        records = (R.END_CONVERSATION,)
    bridge = (C.END_BRIDGE,) if state in BRIDGED else ()
    return Step(State.ENDED, (*left, *bridge), records, outcome)


# Whoever hangs up in these has not given up.
OWN_END = {State.DIALLING, State.PROMISED, State.NOTED}
TABLE: dict[tuple[State, Event], Step] = (
    INBOUND
    | TELEPHONIST
    | {
        # No bridge was there: whoever stands in for us has spoken with them.
        (State.OFFERED, Event.UNSERVED): _end(State.OFFERED, Outcome.OVERFLOW, gone=[CALLER]),
        (State.CLOSED, Event.SAID): _end(State.CLOSED, Outcome.CLOSED),
        (State.THANKED, Event.SAID): _end(State.THANKED, Outcome.MESSAGE),
        # It is given to somebody.
        (State.RINGING, Event.TAKEN): Step(State.PICKING_UP),
        (State.RINGING, Event.TAKEN_BACK): Step(State.QUEUED, (C.RELEASE_AGENT,)),
        (State.RINGING, Event.AGENT_LATE): Step(State.QUEUED, (C.RELEASE_AGENT,)),
        (State.RINGING, Event.AGENT_FAILED): Step(State.QUEUED, (), (R.MISS,)),
        (State.RINGING, Event.AGENT_UP): Step(
            State.TALKING, (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_AGENT), (R.ACCEPT,)
        ),
        (State.PICKING_UP, Event.AGENT_UP): Step(
            State.TALKING, (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_AGENT)
        ),
        (State.PICKING_UP, Event.AGENT_FAILED): Step(State.QUEUED, (), (R.HAND_BACK,)),
        # Two talk.
        (State.TALKING, Event.HOLD): Step(State.HELD, (C.PART_CALLER, C.MUSIC)),
        (State.TALKING, Event.CONSULT): Step(
            State.ASKING, (C.PART_CALLER, C.MUSIC, C.RING_COLLEAGUE)
        ),
        (State.TALKING, Event.TRANSFER): Step(
            State.TRANSFERRING,
            (C.PART_CALLER, C.MUSIC, C.RELEASE_AGENT, C.END_BRIDGE, C.RING_COLLEAGUE),
        ),
        (State.TALKING, Event.RING_AGAIN): Step(
            State.RETURNING,
            (C.PART_CALLER, C.MUSIC, C.RELEASE_AGENT, C.END_BRIDGE, C.RING_AGENT),
        ),
        (State.HELD, Event.RING_AGAIN): Step(
            State.RETURNING, (C.RELEASE_AGENT, C.END_BRIDGE, C.RING_AGENT)
        ),
        (State.HELD, Event.RESUME): Step(State.TALKING, (C.STOP_MUSIC, C.JOIN_CALLER)),
        (State.HELD, Event.CONSULT): Step(State.ASKING, (C.RING_COLLEAGUE,)),
        (State.HELD, Event.TRANSFER): Step(
            State.TRANSFERRING, (C.RELEASE_AGENT, C.END_BRIDGE, C.RING_COLLEAGUE)
        ),
        # A third is asked.
        (State.ASKING, Event.COLLEAGUE_UP): Step(State.CONSULTING, (C.JOIN_COLLEAGUE,)),
        (State.ASKING, Event.COLLEAGUE_FAILED): Step(State.TALKING, (C.STOP_MUSIC, C.JOIN_CALLER)),
        (State.ASKING, Event.COME_BACK): Step(
            State.TALKING, (C.RELEASE_COLLEAGUE, C.STOP_MUSIC, C.JOIN_CALLER)
        ),
        # Whoever hangs up while a colleague is rung has transferred the call.
        (State.ASKING, Event.HAND_OVER): Step(State.TRANSFERRING, (C.RELEASE_AGENT, C.END_BRIDGE)),
        (State.ASKING, Event.AGENT_GONE): Step(State.TRANSFERRING, (C.END_BRIDGE,)),
        (State.CONSULTING, Event.COLLEAGUE_GONE): Step(
            State.TALKING, (C.STOP_MUSIC, C.JOIN_CALLER)
        ),
        (State.CONSULTING, Event.COME_BACK): Step(
            State.TALKING, (C.RELEASE_COLLEAGUE, C.STOP_MUSIC, C.JOIN_CALLER)
        ),
        (State.CONSULTING, Event.JOIN): Step(State.CONFERENCE, (C.STOP_MUSIC, C.JOIN_CALLER)),
        (State.CONSULTING, Event.HAND_OVER): Step(
            State.HANDED_OVER,
            (C.STOP_MUSIC, C.JOIN_CALLER, C.RELEASE_AGENT),
            (R.END_CONVERSATION,),
        ),
        (State.CONSULTING, Event.AGENT_GONE): Step(
            State.HANDED_OVER, (C.STOP_MUSIC, C.JOIN_CALLER), (R.END_CONVERSATION,)
        ),
        (State.CONFERENCE, Event.COLLEAGUE_GONE): Step(State.TALKING),
        (State.CONFERENCE, Event.COME_BACK): Step(State.TALKING, (C.RELEASE_COLLEAGUE,)),
        (State.CONFERENCE, Event.HAND_OVER): Step(
            State.HANDED_OVER, (C.RELEASE_AGENT,), (R.END_CONVERSATION,)
        ),
        (State.CONFERENCE, Event.AGENT_GONE): Step(State.HANDED_OVER, (), (R.END_CONVERSATION,)),
        # A transfer that nobody announced.
        (State.TRANSFERRING, Event.COLLEAGUE_UP): Step(
            State.HANDED_OVER,
            (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_COLLEAGUE),
            (R.END_CONVERSATION,),
        ),
        (State.TRANSFERRING, Event.COLLEAGUE_FAILED): Step(State.RETURNING, (C.RING_AGENT,)),
        (State.RETURNING, Event.AGENT_UP): Step(
            State.TALKING, (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_AGENT)
        ),
        (State.RETURNING, Event.AGENT_FAILED): Step(State.QUEUED, (), (R.HAND_BACK,)),
        (State.RETURNING, Event.AGENT_GONE): _end(State.RETURNING, Outcome.ANSWERED, gone=[AGENT]),
        (State.HANDED_OVER, Event.COLLEAGUE_GONE): _end(
            State.HANDED_OVER, Outcome.ANSWERED, gone=[COLLEAGUE]
        ),
        # We call: the agent first, so that nobody lifts the phone to silence.
        (State.CALLBACK, Event.GIVEN): Step(State.CALLBACK),
        (State.CALLBACK, Event.TAKEN_BACK): Step(State.CALLBACK),
        (State.CALLBACK, Event.TAKEN): Step(State.DIALLING_AGENT, (C.RING_AGENT,)),
        (State.DIALLING_AGENT, Event.AGENT_UP): Step(State.DIALLING, (C.DIAL_CALLER,)),
        (State.DIALLING_AGENT, Event.AGENT_FAILED): _end(
            State.DIALLING_AGENT, Outcome.NOT_MADE, gone=[AGENT]
        ),
        (State.DIALLING_AGENT, Event.AGENT_LATER): Step(State.CALLBACK, (), (R.HAND_BACK,)),
        (State.DIALLING, Event.AGENT_LATER): Step(
            State.CALLBACK, (C.RELEASE_CALLER,), (R.HAND_BACK,)
        ),
        (State.DIALLING, Event.CALLER_UP): Step(State.TALKING, (C.JOIN_CALLER, C.JOIN_AGENT)),
        (State.DIALLING, Event.CALLER_FAILED): _end(
            State.DIALLING, Outcome.NO_ANSWER, gone=[CALLER]
        ),
        (State.DIALLING, Event.CALLER_LATER): Step(
            State.CALLBACK, (C.RELEASE_AGENT,), (R.TRY_LATER,)
        ),
        (State.DIALLING, Event.AGENT_GONE): _end(State.DIALLING, Outcome.NOT_MADE, gone=[AGENT]),
    }
)

# How a call ends whose caller waited for nobody, and what is written of one that breaks off.
WITHOUT_WAIT = {
    State.CLOSED: Outcome.CLOSED,
    State.INVITED: Outcome.CLOSED,
    State.LEAVING: Outcome.MESSAGE,
    State.THANKED: Outcome.MESSAGE,
}
_LOST = dict.fromkeys((State.LEAVING, State.THANKED), Outcome.MESSAGE)
_LAST: dict[State, tuple[Record, ...]] = dict.fromkeys(WAITS, (R.ABANDON,))
_LAST[State.LEAVING] = (R.END_MESSAGE,)
for _state in State:
    if _state is State.ENDED:
        continue
    _is_answered = _state in BRIDGED | {State.TRANSFERRING, State.RETURNING}
    # The customer hangs up.
    if CALLER in LEGS[_state] and _state not in OWN_END:
        _abandoned = WITHOUT_WAIT.get(_state, Outcome.ABANDONED)
        TABLE[_state, Event.CALLER_GONE] = _end(
            _state,
            Outcome.ANSWERED if _is_answered else _abandoned,
            gone=[CALLER],
            records=_LAST.get(_state, ()),
        )
    # The engine is gone, and everybody with it. A callback has nobody on the line to lose.
    if LEGS[_state] and _state is not State.PROMISED:
        TABLE[_state, Event.LOST] = _end(
            _state,
            Outcome.ANSWERED if _is_answered else _LOST.get(_state, Outcome.LOST),
            gone=LEGS[_state],
            records=_LAST.get(_state, ()),
        )
    # Dealt with in another way while it waited; nobody is left on the line for it.
    if _state in WAITS:
        TABLE[_state, Event.SETTLED] = _end(_state, Outcome.SETTLED)
    # The agent says in the browser that it is over.
    if _state in IN_HAND and _state is not State.DIALLING_AGENT:
        TABLE[_state, Event.DONE] = _end(
            _state, Outcome.ANSWERED if _is_answered else Outcome.NOT_MADE
        )
TABLE[State.PICKING_UP, Event.DONE] = _end(State.PICKING_UP, Outcome.SETTLED)
TABLE[State.DIALLING_AGENT, Event.DONE] = _end(State.DIALLING_AGENT, Outcome.NOT_MADE)
for _state in (State.TALKING, State.HELD):
    TABLE[_state, Event.AGENT_GONE] = _end(_state, Outcome.ANSWERED, gone=[AGENT])
# The phone of somebody who talks has died: whoever is on the line keeps their place.
for _state in (State.TALKING, State.HELD):
    _part = (C.PART_CALLER,) if _state is State.TALKING else ()
    _music = (C.MUSIC,) if _state is State.TALKING else ()
    TABLE[_state, Event.AGENT_LOST] = Step(
        State.QUEUED, (*_part, C.END_BRIDGE, *_music), (R.HAND_BACK,)
    )
for _state in (State.ASKING, State.CONSULTING, State.CONFERENCE):
    TABLE[_state, Event.AGENT_LOST] = TABLE[_state, Event.AGENT_GONE]


# What is told once more of a call that another bridge left, or that was left in the middle.
AGAIN: dict[State, tuple[Command, ...]] = {
    State.GREETING: (C.ANSWER, C.SAY_GREETING),
    State.CLOSED: (C.ANSWER, C.SAY_CLOSED),
    State.MENU: (C.ANSWER, C.SAY_MENU),
    State.INVITED: (C.ANSWER, C.SAY_INVITATION),
    State.LEAVING: (C.TAKE_MESSAGE,),
    State.THANKED: (C.SAY_THANKS,),
    State.QUEUED: (C.ANSWER, C.MUSIC),
    State.CONFIRMING: (C.ASK_NUMBER,),
    State.DICTATING: (C.ASK_OTHER_NUMBER,),
    State.TIMING: (C.ASK_TIME,),
    State.PROMISED: (C.SAY_PROMISE,),
    State.RINGING: (C.MUSIC,),
    State.PICKING_UP: (C.MUSIC,),
    State.TALKING: (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_AGENT),
    State.HELD: (C.MUSIC,),
    State.ASKING: (C.MUSIC,),
    State.CONSULTING: (C.MUSIC, C.JOIN_AGENT, C.JOIN_COLLEAGUE),
    State.CONFERENCE: (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_AGENT, C.JOIN_COLLEAGUE),
    State.TRANSFERRING: (C.MUSIC,),
    State.RETURNING: (C.MUSIC,),
    State.HANDED_OVER: (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_COLLEAGUE),
    **AGAIN_OF,
}


def meant(
    event: Event, state: State, *, is_of_queue: bool, is_callback: bool, is_last_try: bool
) -> Event:
    """Return what an event is for this call: of a queue, called back, or dialled by an agent.

    Only a call of a queue can wait again, and a callback is not over because one try failed.
    """
    if not is_of_queue:
        if event is Event.AGENT_LOST or (event, state) == (Event.AGENT_FAILED, State.RETURNING):
            return Event.AGENT_GONE
        return event
    if is_callback and state in {State.DIALLING_AGENT, State.DIALLING}:
        if event in {Event.AGENT_FAILED, Event.AGENT_GONE, Event.AGENT_LOST}:
            return Event.AGENT_LATER
        if event is Event.CALLER_FAILED and not is_last_try:
            return Event.CALLER_LATER
    return event


def step(state: State, event: Event) -> Step | None:
    """Return what an event leads to, or nothing where it concerns nobody any more."""
    return TABLE.get((state, event))
