"""Presence out of three things: what was chosen, when the browser was seen, what is in hand."""

from datetime import datetime, timedelta
from enum import StrEnum

from gensvar.science.routing.rows import Presence

# A browser that has not been heard of for so long is gone.
GONE = timedelta(seconds=30)
# What is proposed after a heated call.
RECOVERY = timedelta(minutes=10)


class Reason(StrEnum):
    """Why somebody is away."""

    BREAK = "break"
    LUNCH = "lunch"
    MEETING = "meeting"
    TRAINING = "training"
    OTHER_WORK = "other-work"
    RECOVERY = "recovery"
    SIGNED_OUT = "signed-out"
    # Chosen by nobody: they let an offer pass.
    NO_ANSWER = "no-answer"
    # Chosen by nobody: their phone could not be rung.
    NO_PHONE = "no-phone"


# What somebody may choose themselves.
CHOSEN = frozenset(Reason) - {Reason.NO_ANSWER, Reason.NO_PHONE}
# Work like any other: never told as absence, break or anything else of a person's own.
AS_WORK = frozenset({Reason.MEETING, Reason.TRAINING, Reason.OTHER_WORK, Reason.RECOVERY})


def presence(status: str, *, seen_at: datetime | None, has_wrap_up: bool, at: datetime) -> Presence:
    """Return what an agent counts as; nothing is offered to somebody whose browser is gone.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 5, 4, 10, tzinfo=UTC)
    >>> presence("ready", seen_at=noon - timedelta(seconds=31), has_wrap_up=False, at=noon).value
    'away'
    """
    if status == "away" or is_gone(seen_at, at=at):
        return Presence.AWAY
    return Presence.BUSY if status == "busy" or has_wrap_up else Presence.READY


def is_gone(seen_at: datetime | None, *, at: datetime) -> bool:
    return seen_at is None or at - seen_at >= GONE


def counts_as_work(status: str, reason: str) -> bool:
    """Say whether time of a kind is counted as time at work.

    >>> counts_as_work("away", Reason.RECOVERY), counts_as_work("away", Reason.LUNCH)
    (True, False)
    """
    return status != "away" or reason in AS_WORK
