"""Pure decisions about cases: codes that open one, numbers in text, what closing asks for."""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from gensvar.science.worktime.deadlines import Pause, WorkingDays

# Letters and digits that are not mistaken for each other when read aloud or copied by hand.
CODE_LETTERS = "ABCDEFGHJKLMNPRSTUVXYZ23456789"
CODE_LENGTH = 8
# Wrong codes within the window that close the door until they are older than it: for one case
# number, existing or not, and for one sender, behind whom a whole library may sit.
CODE_WINDOW = timedelta(minutes=15)
MOST_WRONG_FOR_NUMBER = 5
MOST_WRONG_FROM_SENDER = 20
# How sure each way of checking makes us of who asks (see `knowledge.models.IdentityLevel`).
LEVEL_OF_METHOD = {"stated": 1, "called-back": 2, "code": 2, "id-shown": 3, "electronic": 3}
# Who asks is known for the conversation, not for the rest of the week.
IDENTITY_LASTS = timedelta(hours=1)
# Somebody beside the customer follows a case for so long, unless another day is said.
PARTICIPATES_USUALLY = timedelta(days=30)
PARTICIPATES_AT_MOST = timedelta(days=365)
NUMBER = re.compile(r"(?<![\d-])(\d{2}-\d{6,9})(?![\d-])")


def follow_code(secret: str, *, number: str, version: int) -> str:
    """Return the code with which a customer follows a case; nothing of it is stored."""
    digest = _digest(secret, "follow", number, version)
    letters = (CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in digest[:CODE_LENGTH])
    return "".join(letters)


def participant_code(secret: str, *, number: str, participant_id: int, version: int) -> str:
    """Return the code with which one participant follows a case; nothing of it is stored."""
    return follow_code(secret, number=f"{number}/{participant_id}", version=version)


def reply_tag(secret: str, *, number: str, version: int) -> str:
    """Return the unguessable tag of a case's reply address: kundtjanst+26-000123.k7d2…@…"""
    mark = base64.b32encode(_digest(secret, "reply", number, version)[:10]).decode().lower()
    return f"{number}.{mark}"


def number_in_tag(tag: str) -> str | None:
    """Return the case number that an address tag claims; the tag is still to be checked."""
    number = tag.partition(".")[0]
    return number if NUMBER.fullmatch(number) else None


def is_same(given: str, right: str) -> bool:
    """Compare what somebody typed with a code, forgiving case, spaces and hyphens; in even time."""
    written = re.sub(r"[\s-]", "", given).upper()
    return hmac.compare_digest(written.encode(), re.sub(r"[\s-]", "", right).upper().encode())


def numbers_in(text: str) -> list[str]:
    """Return the case numbers that a text mentions, in order, each once."""
    return list(dict.fromkeys(NUMBER.findall(text)))


def written_number(given: str) -> str:
    """Return a case number as we write it, however somebody typed its digits."""
    digits = re.sub(r"\D", "", given)[:11]
    return f"{digits[:2]}-{digits[2:]}"


def is_closed_for_codes(*, of_number: int, of_sender: int) -> bool:
    """Say whether so many recent wrong codes close the door."""
    return of_number >= MOST_WRONG_FOR_NUMBER or of_sender >= MOST_WRONG_FROM_SENDER


def missing_for_closing(*, has_subject: bool, need_type: str) -> list[str]:
    """Name what must be filled in before a case may be closed, the same in every channel."""
    missing = []
    if not has_subject:
        missing.append("subject")
    if not need_type:
        missing.append("need_type")
    return missing


def _digest(secret: str, use: str, number: str, version: int) -> bytes:
    text = f"{use}:{number}:{version}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()


class ClockKind(StrEnum):
    """What a case is due by: our own answer time, or that of the department asked."""

    ANSWER = "answer"
    HAND_OVER = "hand-over"


# A wait for the customer stops the clock for so many working days at most.
LONGEST_WAIT_DAYS = 10
# The states, by what they mean to a clock.
_STANDING, _DONE = "waiting-for-customer", "closed"


@dataclass(frozen=True)
class Asked:
    """A hand-over as the clock sees it; `is_settled` once the department has answered it, or
    `is_returned` given it back."""

    pk: int
    at: datetime
    answer_days: int
    is_settled: bool = False
    is_returned: bool = False


@dataclass(frozen=True)
class Clock:
    """What a due time follows from: since when, how long, and when it stood still."""

    kind: ClockKind
    starts_at: datetime
    target: WorkingDays
    pauses: tuple[Pause, ...] = ()
    hand_over_id: int | None = None


def clock_of(
    *,
    opened_at: datetime,
    answer_days: int,
    states: Sequence[tuple[str, datetime]],
    asked: Sequence[Asked],
) -> Clock:
    """Return the clock of an open case.

    states, asked: its states and its hand-overs, in the order they came.

    The department's clock starts at the hand-over and goes on from group to group: only a return
    to the front desk ends it. Otherwise it is ours, from the opening, or the latest new opening.
    """
    pauses = tuple(pauses_in(states))
    last = asked[-1] if asked else None
    if last is None or last.is_settled or last.is_returned:
        start = max([opened_at, *_reopenings(states)])
        return Clock(ClockKind.ANSWER, start, WorkingDays(answer_days), pauses)
    first = _first_of_chain(asked)
    return Clock(
        ClockKind.HAND_OVER, first.at, WorkingDays(first.answer_days), pauses, hand_over_id=last.pk
    )


def _first_of_chain(asked: Sequence[Asked]) -> Asked:
    first = asked[-1]
    for one in reversed(asked[:-1]):
        if one.is_settled or one.is_returned:
            break
        first = one
    return first


def _reopenings(states: Sequence[tuple[str, datetime]]) -> list[datetime]:
    return [since for (before, _then), (_state, since) in pairwise(states) if before == _DONE]


def pauses_in(states: Iterable[tuple[str, datetime]]) -> list[Pause]:
    """Return when the case waited for the customer; the last wait may go on."""
    found: list[Pause] = []
    began: datetime | None = None
    for state, since in states:
        if state == _STANDING:
            began = began or since
        elif began is not None:
            found.append(Pause(began, since))
            began = None
    return [*found, Pause(began)] if began is not None else found


# From this hand-over on a case is being sent round.
BOUNCED_FROM_HOP = 2
# From this hand-over on one says why it is handed over yet again, and managers are told.
EXPLAINED_FROM_HOP = 3
# A question that its holder has not opened in so much working time goes to the deputy.
UNREAD_FOR = timedelta(hours=4)
# Working days in which somebody in the group takes the question.
ACCEPTED_WITHIN_DAYS = 1


def is_bounced(hop: int) -> bool:
    """Say whether a case with so many hand-overs is being sent round."""
    return hop >= BOUNCED_FROM_HOP


def asks_why_again(hop: int) -> bool:
    return hop >= EXPLAINED_FROM_HOP


def is_reached(*, attempts_agreed: int, tried: int, has_left_message: bool) -> bool:
    """Say whether tries count as having reached the customer, by what has been agreed (0: never).

    >>> is_reached(attempts_agreed=3, tried=3, has_left_message=True)
    True
    >>> is_reached(attempts_agreed=0, tried=9, has_left_message=True)
    False
    """
    return 0 < attempts_agreed <= tried and has_left_message


# What ready words may ask to be filled in; braces around anything else are only braces.
BLANKS = frozenset(
    {"customer", "first_name", "number", "subject", "agent", "organisation", "link", "code"}
)
BLANK = re.compile(r"\{(\w+)\}")


def filled_with(text: str, values: Mapping[str, str]) -> str:
    """Return a text with what is known filled in; what is not stands as it stood.

    >>> filled_with("Hej {first_name}, om {number}", {"number": "26-000001", "first_name": ""})
    'Hej {first_name}, om 26-000001'
    """
    return BLANK.sub(lambda found: values.get(found[1]) or found[0], text)


def blanks_in(text: str) -> list[str]:
    """Return what a text still wants filled in, in order, each once.

    >>> blanks_in("Hej {first_name}! {first_name}, {annat}")
    ['first_name']
    """
    return [name for name in dict.fromkeys(BLANK.findall(text)) if name in BLANKS]


def unknown_blanks(text: str) -> list[str]:
    """Return what a text wants filled in that nobody will fill in.

    >>> unknown_blanks("{number} {shoe_size}")
    ['shoe_size']
    """
    return [name for name in dict.fromkeys(BLANK.findall(text)) if name not in BLANKS]


# Where the booking of an interpreter may go from where it stands; what is over goes nowhere.
BOOKING_MOVES: Final = {
    "asked-for": ("confirmed", "declined", "cancelled"),
    "confirmed": ("done", "declined", "cancelled"),
}
BOOKINGS_AHEAD: Final = tuple(BOOKING_MOVES)


def moves_from(state: str) -> tuple[str, ...]:
    """Return where the booking of an interpreter may go.

    >>> moves_from("done")
    ()
    """
    return BOOKING_MOVES.get(state, ())


def one_line(words: str) -> str:
    """Return words on one line, without what no database keeps.

    >>> one_line(" by\\n  phone ")
    'by phone'
    """
    return " ".join(words.replace("\0", "").split())
