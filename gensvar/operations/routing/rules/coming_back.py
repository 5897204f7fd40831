"""How long people are usually away for a reason, and so when they are counted on again."""

from datetime import datetime, timedelta

from gensvar.operations.routing.rules.presence import RECOVERY, Reason

MINUTE = timedelta(minutes=1)
# An agreed break is as long as this; whoever is away longer is asked for, not blamed.
USUALLY = {
    Reason.BREAK: 15 * MINUTE,
    Reason.LUNCH: 45 * MINUTE,
    Reason.MEETING: 60 * MINUTE,
    Reason.TRAINING: 120 * MINUTE,
    Reason.OTHER_WORK: 60 * MINUTE,
    Reason.RECOVERY: RECOVERY,
}
# Busy, or away for a reason of the client's own.
ELSE = 30 * MINUTE
# So long over it is not yet told.
GRACE = 5 * MINUTE
# Whoever is late is counted on again after this.
SOON = 10 * MINUTE


def usual_end(reason: str, since: datetime) -> datetime | None:
    """Return when somebody who is away for a reason is usually back; None: not today."""
    if reason in {Reason.SIGNED_OUT, Reason.NO_ANSWER}:
        return None
    known = {str(code): lasts for code, lasts in USUALLY.items()}
    return since + known.get(reason, ELSE)


def counted_on(reason: str, since: datetime, *, at: datetime) -> datetime | None:
    """Return from when somebody is counted on again.

    >>> from datetime import UTC
    >>> ten = datetime(2026, 5, 4, 10, tzinfo=UTC)
    >>> counted_on("break", ten, at=ten + 20 * MINUTE) - ten
    datetime.timedelta(seconds=1800)
    """
    end = usual_end(reason, since)
    if end is None:
        return None
    return end if end > at else at + SOON


def is_away_too_long(reason: str, since: datetime, *, at: datetime) -> bool:
    end = usual_end(reason, since)
    return end is not None and at > end + GRACE
