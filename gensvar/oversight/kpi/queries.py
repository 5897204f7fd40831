"""Figures counted from the rows they open down to."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Avg, Count, ExpressionWrapper, F, Q, QuerySet, fields
from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone, now

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.cases.models import Case, HandOver, NeedType
from gensvar.operations.contacts.models import Contact, Direction, VolumeBefore
from gensvar.oversight.kpi.models import Goal, UsualPeriod
from gensvar.oversight.kpi.rules import Share, is_met, ranked

TOP = 20
WEEKS_AFTER_START = 4
ANSWER_LIMIT = 120
FEEDBACK_DAYS = 3


@dataclass(frozen=True)
class Period:
    """Whole local days, the end not included."""

    starts_on: date
    ends_on: date

    @property
    def last_day(self) -> date:
        return self.ends_on - timedelta(days=1)

    def instants(self) -> tuple[datetime, datetime]:
        zone = get_default_timezone()
        start, end = (datetime.combine(day, time(), zone) for day in (self.starts_on, self.ends_on))
        return start, end


def usual_period(client: Client, *, today: date) -> Period:
    """Return the client's usual period, or the year so far."""
    usual = UsualPeriod.objects.filter(client=client).first()
    if usual:
        return Period(usual.starts_on, usual.ends_on)
    return Period(today.replace(month=1, day=1), today + timedelta(days=1))


@dataclass(frozen=True)
class SubjectRow:
    rank: int
    subject: str
    count: int
    share: Share
    # Of the largest count, for a bar.
    of_largest: float


@dataclass(frozen=True)
class Ranking:
    """How often each subject was asked about; `total` counts cases without a subject too."""

    rows: list[SubjectRow]
    total: int

    @property
    def top(self) -> list[SubjectRow]:
        return self.rows[:TOP]

    @property
    def top_share(self) -> Share:
        return Share(sum(row.count for row in self.top), self.total)


def subject_ranking(client: Client, period: Period) -> Ranking:
    cases = _cases(client, period)
    counted = list(cases.values_list("subject__name").annotate(n=Count("pk")).order_by())
    total = sum(count for _name, count in counted)
    named = [(name, count) for name, count in counted if name]
    largest = max((count for _name, count in named), default=1)
    rows = [
        SubjectRow(rank, name, count, Share(count, total), 100 * count / largest)
        for rank, name, count in ranked(named)
    ]
    return Ranking(rows, total)


@dataclass(frozen=True)
class SubjectFacts:
    """Why people ask about one subject, and who solves it."""

    needs: list[tuple[str, Share]]
    front: Share
    department: Share


def subject_facts(client: Client, period: Period, subject: str) -> SubjectFacts | None:
    cases = _cases(client, period).filter(subject__name=subject)
    counts = dict(cases.values_list("need_type").annotate(n=Count("pk")).order_by("-n"))
    total = sum(counts.values())
    if not total:
        return None
    handed = cases.filter(hand_overs__isnull=False).distinct().count()
    labels = dict(NeedType.choices)
    return SubjectFacts(
        needs=[(str(labels.get(need, "–")), Share(n, total)) for need, n in counts.items()],
        front=Share(total - handed, total),
        department=Share(handed, total),
    )


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


def goal_results(client: Client, period: Period) -> list[GoalResult]:
    """Return each measure of the client's goal sheet with what came of it."""
    goals = _goals(client, period)
    measured = {
        Goal.Measure.SOLVED_AT_FRONT: solved_at_front(client, period),
        Goal.Measure.ANSWERED_IN_TIME: answered_in_time(
            client, period, seconds=_limit(goals, Goal.Measure.ANSWERED_IN_TIME, ANSWER_LIMIT)
        ),
        Goal.Measure.FEEDBACK_IN_TIME: feedback_in_time(
            client, period, days=_limit(goals, Goal.Measure.FEEDBACK_IN_TIME, FEEDBACK_DAYS)
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
    counts = _cases(client, period).aggregate(
        whole=Count("pk"),
        part=Count("pk", filter=Q(state="closed") & ~Q(pk__in=HandOver.objects.values("case_id"))),
    )
    return Share(counts["part"], counts["whole"])


def answered_in_time(client: Client, period: Period, *, seconds: int) -> Share:
    """Incoming calls that somebody answered within the limit, of all incoming calls."""
    counts = _calls(client, period).aggregate(
        whole=Count("pk"),
        part=Count("pk", filter=Q(answered_at__lte=F("started_at") + timedelta(seconds=seconds))),
    )
    return Share(counts["part"], counts["whole"])


def call_length(client: Client, period: Period) -> tuple[Fraction | None, int]:
    """Mean seconds from answer to end of the calls that were answered, and how many they are."""
    answered = _calls(client, period).filter(answered_at__isnull=False, ended_at__isnull=False)
    length = ExpressionWrapper(F("ended_at") - F("answered_at"), fields.DurationField())
    found = answered.aggregate(mean=Avg(length), count=Count("pk"))
    mean = found["mean"]
    return (Fraction(mean / timedelta(microseconds=1)) / 10**6 if mean else None), found["count"]


def feedback_in_time(client: Client, period: Period, *, days: int) -> Share:
    """Hand-overs answered before the office closed on the last day, of those answered or due."""
    start, end = period.instants()
    handed = HandOver.objects.filter(client=client, at__gte=start, at__lt=end)
    dates = list(handed.values_list(TruncDate("at"), flat=True).distinct().order_by())
    calendar = office_calendar(client, at=now())
    dues = [calendar.add_days(_midday(day), days) for day in dates if day is not None]
    with connection.cursor() as cursor:
        cursor.execute(
            """WITH due AS (SELECT * FROM unnest(%s::date[], %s::timestamptz[]) AS d (day, at)),
               answered AS (SELECT f.hand_over_id, min(f.at) AS at FROM cases_feedback f
                            WHERE f.outcome = 'answered' GROUP BY f.hand_over_id)
               SELECT count(*) FILTER (WHERE a.at <= due.at),
                      count(*) FILTER (WHERE a.at IS NOT NULL OR due.at < now())
               FROM cases_handover h
               JOIN due ON due.day = (h.at AT TIME ZONE %s)::date
               LEFT JOIN answered a ON a.hand_over_id = h.id
               WHERE h.client_id = %s AND h.at >= %s AND h.at < %s""",
            [dates, dues, str(get_default_timezone()), client.pk, start, end],
        )
        part, whole = cursor.fetchone()
    return Share(part, whole)


@dataclass(frozen=True)
class Week:
    label: str
    count: int
    is_approximate: bool


def weeks_since_start(client: Client, period: Period) -> list[Week]:
    """Return the imported week before, and the first weeks counted from rows."""
    before = VolumeBefore.objects.filter(client=client, count__isnull=False).order_by("pk").first()
    weeks = [Week("", before.count or 0, before.is_approximate)] if before else []
    for number in range(WEEKS_AFTER_START):
        starts = period.starts_on + timedelta(weeks=number)
        if starts + timedelta(weeks=1) > period.ends_on:
            break  # half a week would look like a fall
        week = Period(starts, starts + timedelta(weeks=1))
        start, end = week.instants()
        count = Contact.objects.filter(
            client=client, direction=Direction.IN, started_at__gte=start, started_at__lt=end
        ).count()
        weeks.append(Week(str(number + 1), count, is_approximate=False))
    return weeks


def imported_shares(client: Client) -> list[VolumeBefore]:
    """Return what was brought in as a sum from elsewhere, each with its source."""
    return list(VolumeBefore.objects.filter(client=client).order_by("pk"))


def _cases(client: Client, period: Period) -> QuerySet[Case]:
    start, end = period.instants()
    return Case.objects.filter(client=client, opened_at__gte=start, opened_at__lt=end)


def _calls(client: Client, period: Period) -> QuerySet[Contact]:
    start, end = period.instants()
    return Contact.objects.filter(
        client=client,
        channel="phone",
        direction=Direction.IN,
        started_at__gte=start,
        started_at__lt=end,
    )


def _goals(client: Client, period: Period) -> dict[str, Goal]:
    """Return the goals in force at the end of the period."""
    rows = Goal.objects.filter(client=client, valid_from__lt=period.ends_on).select_related("owner")
    return {goal.measure: goal for goal in rows.order_by("valid_from")}


def _limit(goals: dict[str, Goal], measure: str, default: int) -> int:
    goal = goals.get(measure)
    return goal.limit if goal and goal.limit else default


def _midday(day: date) -> datetime:
    zone = get_default_timezone()
    assert isinstance(zone, ZoneInfo)
    return datetime.combine(day, time(12), zone)


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
