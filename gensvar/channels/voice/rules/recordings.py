"""The recording of a talk, as a table: it runs while caller and agent talk with each other alone.

House rules. Music, a colleague who was asked in and whoever a call is handed to are never recorded:
nobody has told them. What an agent has paused stays so until the agent says otherwise.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gensvar.channels.voice.rules.vocabulary import Command, State

LONGEST_KEPT_DAYS = 365
# The sentence is longer than this: of a shorter greeting nobody can have heard it to its end.
NOTICE_SECONDS = 3.0


class Tape(StrEnum):
    RUNNING = "running"
    # By the agent.
    PAUSED = "paused"
    # The caller is on hold, or somebody else is there as well.
    WAITING = "waiting"
    WAITING_PAUSED = "waiting-paused"
    OVER = "over"


class TapeEvent(StrEnum):
    TALK = "talk"
    PART = "part"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


class WhyNot(StrEnum):
    """Why a talk is not recorded, or a recording was deleted."""

    NOT_PLANNED = "not-planned"
    NOT_TOLD = "not-told"
    DECLINED = "declined"
    SUBJECT = "subject"
    PROTECTED = "protected"
    EXPIRED = "expired"
    ASKED = "asked"
    # The case was erased, and everything of it.
    ERASED = "erased"
    # The telephone system had nothing.
    LOST = "lost"


@dataclass(frozen=True)
class TapeStep:
    to: Tape
    command: Command | None = None


T, E, C = Tape, TapeEvent, Command
TAPING: dict[tuple[Tape, TapeEvent], TapeStep] = {
    (T.RUNNING, E.PART): TapeStep(T.WAITING, C.PAUSE_RECORDING),
    (T.RUNNING, E.PAUSE): TapeStep(T.PAUSED, C.PAUSE_RECORDING),
    (T.PAUSED, E.RESUME): TapeStep(T.RUNNING, C.RESUME_RECORDING),
    (T.PAUSED, E.PART): TapeStep(T.WAITING_PAUSED),
    (T.WAITING, E.TALK): TapeStep(T.RUNNING, C.RESUME_RECORDING),
    (T.WAITING, E.PAUSE): TapeStep(T.WAITING_PAUSED),
    (T.WAITING_PAUSED, E.TALK): TapeStep(T.PAUSED),
    (T.WAITING_PAUSED, E.RESUME): TapeStep(T.WAITING),
}
for _state in T:
    if _state is not T.OVER:
        TAPING[_state, E.END] = TapeStep(T.OVER, C.STOP_RECORDING)
# The talk is over for whoever was recorded, though the call may go on with another.
ENDS = frozenset({State.ENDED, State.QUEUED, State.CALLBACK, State.HANDED_OVER})


def tape_step(tape: Tape, event: TapeEvent) -> TapeStep | None:
    """Return what an event leads to, or nothing where it changes nothing."""
    return TAPING.get((tape, event))


def meant_for_tape(state: State) -> TapeEvent:
    """Return what it means for a recording where its call stands now."""
    if state is State.TALKING:
        return TapeEvent.TALK
    return TapeEvent.END if state in ENDS else TapeEvent.PART


@dataclass(frozen=True)
class Facts:
    """What is known when a talk begins."""

    is_planned: bool = False
    was_told: bool = False
    has_declined: bool = False
    subject_forbids: bool = False
    is_protected: bool = False


def why_not(facts: Facts) -> WhyNot | None:
    """Return why this talk may not be recorded; nothing where it may.

    >>> why_not(Facts(is_planned=True, was_told=True)) is None
    True
    >>> why_not(Facts(is_planned=True, was_told=True, has_declined=True)).value
    'declined'
    """
    if not facts.is_planned:
        return WhyNot.NOT_PLANNED
    return forbidden(facts) or (None if facts.was_told else WhyNot.NOT_TOLD)


def forbidden(facts: Facts) -> WhyNot | None:
    """Return what forbids that anybody else hears this talk, planned or not.

    >>> forbidden(Facts(subject_forbids=True)).value
    'subject'
    """
    reasons = (
        (WhyNot.DECLINED, facts.has_declined),
        (WhyNot.SUBJECT, facts.subject_forbids),
        (WhyNot.PROTECTED, facts.is_protected),
    )
    return next((why for why, holds in reasons if holds), None)


def expires_on(recorded_on: date, *, days: int) -> date:
    """Return the day on which a recording is gone.

    >>> expires_on(date(2026, 3, 1), days=30)
    datetime.date(2026, 3, 31)
    """
    return recorded_on + timedelta(days=days)
