"""What the past weeks and today say of each queue: who came when, and how long things took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import Any

from django.db import connection

from gensvar.operations.routing.models import HandlingPlan, Intake
from gensvar.science.simulation import measuring
from gensvar.science.simulation.chance import NOTHING, Spread
from gensvar.science.simulation.foreseeing import SoFar

WEEKS = 8
HALF_HOUR = timedelta(minutes=30)
# So many of the newest are measured of each queue.
MOST_TIMES = 1000
# How long things take where too few have been measured yet.
USUAL = {
    "phone": Spread(300, 0.9),
    "visit": Spread(420, 0.9),
    "chat": Spread(600, 0.8),
}
WRITTEN = Spread(600, 1.0)
# What is over was counted once; what has come since then is counted now.
ARRIVALS = """
    SELECT queue_id, (came_at AT TIME ZONE %(zone)s)::date,
        (extract(hour FROM came_at AT TIME ZONE %(zone)s) * 2
         + floor(extract(minute FROM came_at AT TIME ZONE %(zone)s) / 30))::int,
        sum(count)::int
    FROM (
        SELECT queue_id, begins_at AS came_at, count FROM routing_intake
        WHERE begins_at >= %(since)s AND begins_at < %(counted)s
        UNION ALL
        SELECT queue_id, entered_at, 1 FROM routing_waiting
        WHERE entered_at >= %(counted)s AND entered_at < %(until)s
    ) AS came
    GROUP BY 1, 2, 3"""
TIMES = """
    SELECT q.id, o.talked, o.wrapped FROM routing_queue q CROSS JOIN LATERAL (
        SELECT extract(epoch FROM talked_until - accepted_at)::float8 AS talked,
            extract(epoch FROM ended_at - talked_until)::float8 AS wrapped
        FROM routing_offer o
        WHERE o.queue_id = q.id AND o.state = 'done' AND o.talked_until IS NOT NULL
          AND o.ended_at >= %(begin)s AND o.ended_at < %(end)s
        ORDER BY o.id DESC LIMIT %(most)s) o
    WHERE q.ended_at IS NULL"""
PATIENCE = """
    SELECT queue_id, sum(extract(epoch FROM left_at - entered_at))::float8,
        count(*) FILTER (WHERE outcome = 'abandoned')
    FROM routing_waiting WHERE entered_at >= %(since)s AND left_at IS NOT NULL GROUP BY 1"""
TODAY = """
    SELECT queue_id, count(*),
        count(*) FILTER (WHERE outcome = 'answered'
            AND left_at <= arrived_at + make_interval(secs => goal_seconds))
    FROM routing_waiting
    WHERE left_at >= %(today)s AND outcome IN ('answered', 'abandoned') GROUP BY 1"""


# Of each queue, how long the customer was spoken with and the wrap-up took, the newest first.
Times = Mapping[int, Sequence[tuple[float, float]]]


@dataclass(frozen=True)
class Handled:
    """How long contacts took on average, wrap-up included, and of how many that is known."""

    seconds: float | None = None
    count: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether it is known of so many that one odd contact does not decide."""
        return self.count >= measuring.FEWEST_TIMES


@dataclass(frozen=True)
class Measured:
    """What is known of one queue. rest: how many are expected in each half hour of today (0 to 47).

    came, expected: today so far. days: from how many days the rates are; none: from today's pace.
    usual, came_in: by half hours, what such days bring and what today has.
    handled, handled_before: what took how long today, and in the weeks before.
    """

    rest: Sequence[float]
    came: int
    expected: float
    days: int
    swing: float
    handling: Spread
    wrap_up: Spread
    patience: Spread
    so_far: SoFar = field(default_factory=SoFar)
    usual: Sequence[float] = ()
    came_in: Mapping[int, int] = field(default_factory=dict)
    handled: Handled = Handled()
    handled_before: Handled = Handled()


def measured(channels: Mapping[int, str], *, today: datetime, at: datetime) -> dict[int, Measured]:
    """Return what is known of queues (number → channel) by a moment of a day that began `today`."""
    since = today - timedelta(weeks=WEEKS)
    given = {
        "zone": str(today.tzinfo),
        "since": since,
        "today": today,
        "until": at,
        "counted": max(since, counted_until() or since),
    }
    counts: dict[int, dict[date, dict[int, int]]] = {}
    for queue, day, slot, count in _rows(ARRIVALS, given):
        counts.setdefault(queue, {}).setdefault(day, {})[slot] = count
    past, now = times(since, today), times(today, at)
    planned = plans_now()
    patience = {queue: (waited, left) for queue, waited, left in _rows(PATIENCE, given)}
    so_far = {queue: SoFar(settled, good) for queue, settled, good in _rows(TODAY, given)}
    found = {}
    for queue, channel in channels.items():
        ended_today = now.get(queue, ())
        taken = [*ended_today, *past.get(queue, ())][:MOST_TIMES]
        usual = USUAL.get(channel, WRITTEN)
        if queue in planned:
            usual = Spread(float(planned[queue]), usual.spread)
        found[queue] = Measured(
            **_coming(counts.get(queue, {}), today=today, at=at),
            handling=measuring.spread_of([one for one, _wrap in taken], usual=usual),
            wrap_up=measuring.spread_of([wrap for _one, wrap in taken], usual=NOTHING),
            patience=measuring.patience_of(*patience.get(queue, (0.0, 0))),
            so_far=so_far.get(queue, SoFar()),
            handled=handled(ended_today),
            handled_before=handled(past.get(queue, ())),
        )
    return found


def plans_now() -> dict[int, int]:
    """Return what contacts of each queue are planned to take, in seconds, where that is said."""
    return dict(HandlingPlan.objects.now().values_list("queue", "seconds"))


def usual_handling(*, today: datetime) -> dict[int, Handled]:
    """Return how long contacts of each queue took in the weeks before a day."""
    past = times(today - timedelta(weeks=WEEKS), today)
    return {queue: handled(taken) for queue, taken in past.items()}


def times(begin: datetime, end: datetime) -> Times:
    """Return how long the contacts took that ended between two moments."""
    found: dict[int, list[tuple[float, float]]] = {}
    for queue, talked, wrapped in _rows(TIMES, {"begin": begin, "end": end, "most": MOST_TIMES}):
        found.setdefault(queue, []).append((talked, wrapped))
    return found


def handled(taken: Sequence[tuple[float, float]]) -> Handled:
    """Return the mean of what contacts took, once there are enough without the extremes."""
    whole = [talked + wrapped for talked, wrapped in taken]
    if not whole:
        return Handled()
    return Handled(measuring.spread_of(whole, usual=Spread(fmean(whole))).mean, len(whole))


def counted_until() -> datetime | None:
    """Return until when all who came have been counted; None while nobody has."""
    newest = Intake.objects.order_by("-begins_at").values_list("begins_at", flat=True).first()
    return newest + HALF_HOUR if newest else None


def _coming(
    counts: Mapping[date, Mapping[int, int]], *, today: datetime, at: datetime
) -> dict[str, Any]:
    """Return what is expected of today, from days like it and from how it has been so far."""
    first = min((day for day in counts if day < today.date()), default=None)
    own = counts.get(today.date(), {})
    came, passed = sum(own.values()), (at - today).total_seconds() / measuring.HALF_HOUR
    days = [counts.get(day, {}) for day in _days_like(today.date(), first)]
    usual = measuring.by_half_hour(days)
    expected = sum(count * min(1.0, max(0.0, passed - slot)) for slot, count in enumerate(usual))
    times = measuring.level(came, expected)
    return {
        "rest": [times * count for count in usual] if days else measuring.pace(own, passed),
        "came": came,
        "expected": expected,
        "days": len(days),
        "swing": measuring.swing([sum(day.values()) for day in days]),
        "usual": usual,
        "came_in": own,
    }


def _days_like(today: date, first: date | None) -> list[date]:
    """Return the same weekday of the weeks before; while these are few, all days of its kind."""
    if first is None:
        return []
    same = [today - timedelta(weeks=back) for back in range(1, WEEKS + 1)]
    same = [day for day in same if day >= first]
    if len(same) >= measuring.FEWEST_DAYS:
        return same
    is_weekend = today.weekday() >= 5
    lately = [today - timedelta(days=back) for back in range(1, 29)]
    return [day for day in lately if day >= first and (day.weekday() >= 5) == is_weekend]


def _rows(words: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(words, given)
        return list(cursor.fetchall())
