"""What a key means, where the call stands: keys choose, and none of them ends a call."""

from collections.abc import Collection
from dataclasses import dataclass

from gensvar.channels.voice.rules.numbers import number_of
from gensvar.channels.voice.rules.vocabulary import Event, State

# After so many keys that mean nothing, a person helps.
MOST_WRONG = 3
PERSON, BACK, FINISH = "0", "*", "#"
TURN = "1"
CHOICES = frozenset("123456789")
# Keys that are taken while somebody keys in a number; the longest is 15 digits and a plus.
LONGEST_NUMBER = 16
# How long nothing may be pressed: after a menu was said, and where a question is being asked.
QUIET_SECONDS = {
    State.CHOOSING: 4.0,
    State.CONFIRMING: 25.0,
    State.DICTATING: 30.0,
    State.TIMING: 50.0,
}


@dataclass(frozen=True)
class Heard:
    """What is known when a key comes. choices: keys to a queue; more: keys to another menu."""

    choices: Collection[str] = ()
    more: Collection[str] = ()
    # Keys after which whoever calls may leave a message.
    messages: Collection[str] = ()
    wrong: int = 0
    has_party: bool = False
    offers_callback: bool = False
    typed: str = ""
    # How many times there are to choose among, beside when it is their turn.
    times: int = 0
    # The call may be recorded, and nobody has said no yet.
    may_decline: bool = False


def meaning(state: State, key: str, heard: Heard) -> Event | None:
    """Return what a key means; nothing for one that is let be, or is the next of a number."""
    if state is State.DICTATING:
        return _with_times(_in_number(key, heard), heard)
    if state in {State.INVITED, State.LEAVING, State.THANKED}:
        return Event.SKIPPED if state is State.INVITED and key == FINISH else None
    if key == FINISH and heard.may_decline:
        return Event.DECLINED
    if state in {State.GREETING, State.MENU, State.CHOOSING}:
        return _in_menu(state, key, heard)
    if state is State.QUEUED:
        return Event.WANTS_CALLBACK if key == "1" and heard.offers_callback else None
    return _in_times(key, heard) if state is State.TIMING else _confirmed(state, key, heard)


def typed_with(typed: str, key: str) -> str:
    """Return what has been keyed in by now, of which only digits count."""
    return typed + key if key.isdigit() and len(typed) < LONGEST_NUMBER else typed


def dictated(typed: str) -> str:
    """Return the number that was keyed in, or nothing where nobody can be called at it.

    >>> dictated("0701111111"), dictated("0046701111111"), dictated("12"), dictated("")
    ('+46701111111', '+46701111111', '', '')
    """
    number = number_of(typed)
    return number if number.startswith("+") else ""


def _in_number(key: str, heard: Heard) -> Event | None:
    if key == BACK:
        return Event.STAYS
    if key == FINISH:
        return Event.CONFIRMED if dictated(heard.typed) else Event.OTHER_NUMBER
    return None


def _confirmed(state: State, key: str, heard: Heard) -> Event | None:
    if state is not State.CONFIRMING:
        return None
    if key == "1" and heard.has_party:
        return _with_times(Event.CONFIRMED, heard)
    return Event.OTHER_NUMBER if key in {"1", "2"} else Event.STAYS


def _with_times(event: Event | None, heard: Heard) -> Event | None:
    """Ask for the time before a promise, where there is any to choose."""
    return Event.MAY_CHOOSE_TIME if event is Event.CONFIRMED and heard.times else event


def _in_times(key: str, heard: Heard) -> Event | None:
    """1 is when it is their turn; the keys after it are the times, in their order."""
    if key == BACK:
        return Event.STAYS
    if key == TURN or place_in_times(key) < heard.times:
        return Event.CONFIRMED
    return Event.NO_SUCH_CHOICE


def place_in_times(key: str) -> int:
    """Return which of the times a key means, the first being 0; one too many for other keys.

    >>> place_in_times("2"), place_in_times("5"), place_in_times("#") > 9, place_in_times("1") > 9
    (0, 3, True, True)
    """
    return int(key) - 2 if key in CHOICES and key != TURN else len(CHOICES) + 1


def _in_menu(state: State, key: str, heard: Heard) -> Event | None:
    has_menu = bool(heard.choices or heard.more or heard.messages)
    if not has_menu:
        # A menu that was taken away while somebody was in it leads to a person.
        return Event.SKIPPED if state is State.GREETING else Event.CHOSE_NOTHING
    if key == PERSON or heard.wrong >= MOST_WRONG:
        return Event.SKIPPED if state is State.GREETING else Event.CHOSE_NOTHING
    if key in heard.choices:
        return Event.CHOSE
    if key in heard.more:
        return Event.CHOSE_MORE
    if key in heard.messages:
        return Event.CHOSE_MESSAGE
    # Before the menu has been heard nobody can have chosen wrongly.
    return None if state is State.GREETING else Event.NO_SUCH_CHOICE
