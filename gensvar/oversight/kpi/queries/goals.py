"""How it went against what was agreed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Max, Min, Q, QuerySet, Sum
from django.utils.timezone import get_default_timezone, localtime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.oversight.kpi.models import CaseCount, ContactCount, FeedbackTime, Goal
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, is_met, share_of
from gensvar.science.kpi.reading import registry

ANSWER_LIMIT = 120
FEEDBACK_DAYS = 3


@dataclass(frozen=True)
class GoalResult:
    """A measure beside its goal; `share` where it is one, `seconds` where it is a time."""

    measure: str
    label: str
    goal: Goal | None
    share: Share | None = None
    seconds: Fraction | None = None
    count: int = 0
    is_met: bool | None = None
    is_too_small: bool = False

    @property
    def value(self) -> float | None:
        """Return the share (0–1) or the seconds."""
        exact = self.share.value if self.share else self.seconds
        return None if exact is None else round(float(exact), 6)

    def as_told(self) -> "GoalResult":
        """Return the result without its figure where that would tell of a few people's cases."""
        if 0 < (self.share.whole if self.share else self.count) < FEWEST_TOLD:
            empty = Share(0, 0) if self.share else None
            return replace(self, share=empty, seconds=None, count=0, is_met=None, is_too_small=True)
        return self


def goal_results(client: Client, period: Period, *, at: datetime) -> list[GoalResult]:
    """Return each measure of the client's goal sheet with what came of it."""
    goals = _goals(client, period)
    measured = {
        Goal.Measure.SOLVED_AT_FRONT: solved_at_front(client, period),
        Goal.Measure.ANSWERED_IN_TIME: answered_in_time(
            client, period, seconds=_limit(goals, Goal.Measure.ANSWERED_IN_TIME, ANSWER_LIMIT)
        ),
        Goal.Measure.FEEDBACK_IN_TIME: feedback_in_time(
            client,
            period,
            days=_limit(goals, Goal.Measure.FEEDBACK_IN_TIME, FEEDBACK_DAYS),
            at=at,
        ),
    }
    return [
        _length_result(client, period, goals.get(Goal.Measure.CALL_LENGTH))
        if measure == Goal.Measure.CALL_LENGTH
        else _share_result(measure, measured[measure], goals.get(measure))
        for measure in Goal.Measure
    ]


def solved_at_front(client: Client, period: Period) -> Share:
    """Incoming cases closed without ever being handed over, of all incoming cases."""
    counts = CaseCount.objects.filter(period.sums(), client=client).aggregate(
        whole=Sum("cases", default=0), part=Sum("solved_at_front", default=0)
    )
    return share_of("K23", closed_at_front=counts["part"], cases=counts["whole"])


def answered_in_time(client: Client, period: Period, *, seconds: int) -> Share:
    """Incoming calls answered within the limit, of those whose wait was measured.

    Of a call that an agent wrote down by hand nobody knows how long it had waited.
    """
    counts = (
        _calls(client, period)
        .filter(waited_seconds__isnull=False)
        .aggregate(
            whole=Sum("contacts", default=0),
            part=Sum("contacts", filter=Q(waited_seconds__lte=seconds), default=0),
        )
    )
    return share_of("K02", key="D", ans_T=counts["part"], ans=counts["whole"])


def call_length(client: Client, period: Period) -> tuple[Fraction | None, int]:
    """Mean seconds from answer to end of the calls that were answered, and how many they are."""
    talked = _calls(client, period).aggregate(
        length=Sum("talked", default=timedelta()), count=Sum("talks", default=0)
    )
    seconds = Fraction(talked["length"] // timedelta(microseconds=1), 10**6)
    counted = {"talk_seconds": seconds, "talks": talked["count"]}
    return registry().figure("K40", counted).value, talked["count"]


def feedback_in_time(client: Client, period: Period, *, days: int, at: datetime) -> Share:
    """Hand-overs answered before the office closed on the last day, of those answered or due.

    Each day counts with the hours that held on it, whatever holds now.
    """
    starts, ends, dues = days_due(client, period, days=days, at=at)
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*) FILTER (WHERE f.answered_at <= due.at),
                      count(*) FILTER (WHERE f.answered_at IS NOT NULL OR due.at < %s)
               FROM unnest(%s::timestamptz[], %s::timestamptz[], %s::timestamptz[])
                   AS due (starts_at, ends_at, at)
               JOIN kpi_feedbacktime f ON f.client_id = %s
                   AND f.handed_at >= due.starts_at AND f.handed_at < due.ends_at""",
            [
                at,
                starts,
                ends,
                dues,
                client.pk,
            ],
        )
        part, whole = cursor.fetchone()
    return share_of("K26", feedback_in_time=part, feedback_due=whole)


def days_due(
    client: Client, period: Period, *, days: int, at: datetime
) -> tuple[list[datetime], list[datetime], list[datetime]]:
    """Return when each day begins and ends on which cases were handed over, and when it is due."""
    start, end = period.instants()
    handed = FeedbackTime.objects.filter(client=client, handed_at__gte=start, handed_at__lt=end)
    reached = handed.aggregate(first=Min("handed_at"), last=Max("handed_at"))
    if reached["first"] is None:
        return [], [], []
    first, last = (localtime(reached[name]).date() for name in ("first", "last"))
    dates = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    calendar = office_calendar(client, at=at)
    return (
        [_at(day, 0) for day in dates],
        [_at(day + timedelta(days=1), 0) for day in dates],
        [calendar.add_days(_at(day, 12), days) for day in dates],
    )


def limits(client: Client, period: Period) -> tuple[int, int]:
    """Return within how many seconds, and how many working days, “in time” is for a client."""
    goals = _goals(client, period)
    return (
        _limit(goals, Goal.Measure.ANSWERED_IN_TIME, ANSWER_LIMIT),
        _limit(goals, Goal.Measure.FEEDBACK_IN_TIME, FEEDBACK_DAYS),
    )


def _calls(client: Client, period: Period) -> QuerySet[ContactCount]:
    return ContactCount.objects.filter(
        period.sums(), client=client, channel=Channel.PHONE, direction=Direction.IN
    )


def _goals(client: Client, period: Period) -> dict[str, Goal]:
    """Return the goals in force at the end of the period."""
    rows = Goal.objects.filter(client=client, valid_from__lt=period.ends_on).select_related("owner")
    return {goal.measure: goal for goal in rows.order_by("valid_from")}


def _limit(goals: dict[str, Goal], measure: str, default: int) -> int:
    goal = goals.get(measure)
    return goal.limit if goal and goal.limit else default


def _at(day: date, hour: int) -> datetime:
    zone = get_default_timezone()
    assert isinstance(zone, ZoneInfo)
    return datetime.combine(day, time(hour), zone)


def _target(goal: Goal | None) -> Fraction | None:
    return Fraction(goal.target) if goal and goal.target is not None else None


def _share_result(measure: Goal.Measure, share: Share, goal: Goal | None) -> GoalResult:
    met = is_met(share.value, _target(goal), more_is_better=True)
    return GoalResult(measure, str(measure.label), goal, share=share, is_met=met)


def _length_result(client: Client, period: Period, goal: Goal | None) -> GoalResult:
    seconds, count = call_length(client, period)
    measure = Goal.Measure.CALL_LENGTH
    met = is_met(seconds, _target(goal), more_is_better=False)
    return GoalResult(measure, str(measure.label), goal, seconds=seconds, count=count, is_met=met)
