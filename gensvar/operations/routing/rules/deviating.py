"""What about somebody on the floor a lead should look at; never how well or fast they work."""

from datetime import datetime, timedelta
from enum import Enum

from gensvar.operations.routing.rules.coming_back import is_away_too_long
from gensvar.operations.routing.rules.presence import Reason

# Wrap-up and conversations so many times as long as usual are worth a question.
TIMES = 3
LONG_WRAP_UP, LONG_TALK = timedelta(minutes=5), timedelta(minutes=15)
TALKED_IN = frozenset({"phone", "chat", "visit"})


class Deviation(Enum):
    """The most pressing first."""

    GONE = "gone"
    NO_ANSWER = "no-answer"
    AWAY_LONG = "away-long"
    LONG_WRAP_UP = "long-wrap-up"
    LONG_TALK = "long-talk"


def of_presence(
    status: str, reason: str, since: datetime, *, is_gone: bool, at: datetime
) -> Deviation | None:
    """Return what is the matter with somebody's being here."""
    if is_gone:
        return Deviation.GONE
    if status != "away":
        return None
    if reason == Reason.NO_ANSWER:
        return Deviation.NO_ANSWER
    return Deviation.AWAY_LONG if is_away_too_long(reason, since, at=at) else None


def of_work(
    state: str, channel: str, *, lasted: timedelta, cap: timedelta, usual: timedelta
) -> Deviation | None:
    """Return what is the matter with what somebody has in hand.

    cap: how long wrap-up may take in the queue. usual: how long such contacts usually take.

    >>> minute = timedelta(minutes=1)
    >>> of_work("wrap-up", "phone", lasted=6 * minute, cap=2 * minute, usual=5 * minute).value
    'long-wrap-up'
    """
    if state == "wrap-up":
        is_long = lasted > max(cap, LONG_WRAP_UP)
        return Deviation.LONG_WRAP_UP if is_long else None
    is_talk = state == "in-hand" and channel in TALKED_IN
    return Deviation.LONG_TALK if is_talk and lasted > max(LONG_TALK, TIMES * usual) else None
