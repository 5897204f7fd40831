"""The rows of the table of a colleague who calls: whom they seek, where that one is, and what then.

House rules. 0, or no key for a while, leads to a person, from everywhere. A key too much never ends
the call. Who is rung and does not answer may still be left word.
"""

from gensvar.channels.voice.rules.vocabulary import (
    Command,
    Event,
    Outcome,
    Record,
    Role,
    State,
    Step,
)

C, R = Command, Record
MOST_WRONG = 3
PERSON, AGAIN, SEEK = "0", "*", "#"
CONNECT, LEAVE_WORD = "1", "2"
LONGEST_TYPED = 16
SEEKING = frozenset({State.SEEKING, State.LISTED, State.FOUND, State.CONNECTING})
QUIET = {State.SEEKING: 40.0, State.LISTED: 30.0, State.FOUND: 30.0}
LEGS_OF: dict[State, tuple[Role, ...]] = {
    State.SEEKING: (Role.CALLER,),
    State.LISTED: (Role.CALLER,),
    State.FOUND: (Role.CALLER,),
    State.NOTED: (Role.CALLER,),
    State.CONNECTING: (Role.CALLER, Role.COLLEAGUE),
}
NO_NEWS_IN = frozenset(
    {(State.SEEKING, Event.SAID), (State.LISTED, Event.SAID), (State.FOUND, Event.SAID)}
)
_SEEK_AGAIN = Step(State.SEEKING, (C.STOP_SAYING, C.ASK_WHOM))
_TO_PERSON = Step(State.QUEUED, (C.STOP_SAYING, C.MUSIC), (R.ENTER_QUEUE,))
_FOUND = Step(State.FOUND, (C.STOP_SAYING, C.SAY_FOUND))
_LISTED = Step(State.LISTED, (C.STOP_SAYING, C.SAY_HITS))

TELEPHONIST: dict[tuple[State, Event], Step] = {
    (State.OFFERED, Event.IS_INTERNAL): Step(State.SEEKING, (C.ANSWER, C.ASK_WHOM)),
    (State.SEEKING, Event.FOUND_NOBODY): _SEEK_AGAIN,
    (State.SEEKING, Event.FOUND_SEVERAL): _LISTED,
    (State.SEEKING, Event.FOUND_ONE): _FOUND,
    (State.LISTED, Event.FOUND_ONE): _FOUND,
    (State.LISTED, Event.NO_SUCH_CHOICE): _LISTED,
    (State.FOUND, Event.NO_SUCH_CHOICE): _FOUND,
    (State.FOUND, Event.CONNECT): Step(
        State.CONNECTING, (C.STOP_SAYING, C.MUSIC, C.RING_COLLEAGUE)
    ),
    (State.FOUND, Event.LEFT_WORD): Step(State.NOTED, (C.STOP_SAYING, C.SAY_NOTED)),
    (State.CONNECTING, Event.COLLEAGUE_UP): Step(
        State.HANDED_OVER, (C.STOP_MUSIC, C.JOIN_CALLER, C.JOIN_COLLEAGUE)
    ),
    (State.CONNECTING, Event.COLLEAGUE_FAILED): Step(State.FOUND, (C.STOP_MUSIC, C.SAY_FOUND)),
    (State.CONNECTING, Event.SEEK_AGAIN): Step(
        State.SEEKING, (C.RELEASE_COLLEAGUE, C.STOP_MUSIC, C.ASK_WHOM)
    ),
    (State.CONNECTING, Event.CHOSE_NOTHING): Step(
        State.QUEUED, (C.RELEASE_COLLEAGUE, C.MUSIC), (R.ENTER_QUEUE,)
    ),
    (State.NOTED, Event.SAID): Step(State.ENDED, (C.RELEASE_CALLER,), outcome=Outcome.LEFT_WORD),
    (State.NOTED, Event.CALLER_GONE): Step(State.ENDED, outcome=Outcome.LEFT_WORD),
}
for _state in (State.SEEKING, State.LISTED, State.FOUND):
    TELEPHONIST[_state, Event.CHOSE_NOTHING] = _TO_PERSON
    TELEPHONIST[_state, Event.SEEK_AGAIN] = _SEEK_AGAIN
# Told once more of a call that was left in the middle.
AGAIN_OF: dict[State, tuple[Command, ...]] = {
    State.SEEKING: (C.ANSWER, C.ASK_WHOM),
    State.LISTED: (C.SAY_HITS,),
    State.FOUND: (C.SAY_FOUND,),
    State.CONNECTING: (C.MUSIC,),
    State.NOTED: (C.SAY_NOTED,),
}


def sought(
    state: State,
    key: str,
    *,
    typed: str = "",
    hits: int = 0,
    wrong: int = 0,
    may_connect: bool = True,
    may_word: bool = True,
) -> Event | None:
    """Return what a key means to the telephonist; nothing for the next of a name or a number.

    hits: how many are meant by what has been `typed`. wrong: how often there was none before.
    A nought is a person, but within a number.

    >>> sought(State.SEEKING, "0"), sought(State.SEEKING, "0", typed="47")
    (<Event.CHOSE_NOTHING: 'chose-nothing'>, None)
    """
    if key == AGAIN:
        return Event.SEEK_AGAIN
    if key == PERSON and not (state is State.SEEKING and typed):
        return Event.CHOSE_NOTHING
    if state is State.SEEKING:
        return _sought(hits, wrong) if key == SEEK else None
    chosen = {
        State.LISTED: Event.FOUND_ONE if key.isdigit() and int(key) <= hits else None,
        State.FOUND: {
            CONNECT: Event.CONNECT if may_connect else None,
            LEAVE_WORD: Event.LEFT_WORD if may_word else None,
        }.get(key),
    }
    if state not in chosen:
        return None
    return chosen[state] or _wrong(Event.NO_SUCH_CHOICE, wrong)


def _sought(hits: int, wrong: int) -> Event:
    if hits == 0:
        return _wrong(Event.FOUND_NOBODY, wrong)
    return Event.FOUND_ONE if hits == 1 else Event.FOUND_SEVERAL


def _wrong(event: Event, wrong: int) -> Event:
    """Help by a person whoever has been wrong too often."""
    return Event.CHOSE_NOTHING if wrong + 1 >= MOST_WRONG else event
