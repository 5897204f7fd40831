"""A department's month in figures (CLI-03). Counts only, over all cases, small ones hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Alarm
from gensvar.operations.cases.queries.deadlines import answered_in_time
from gensvar.oversight.reports.rules import all_shown, share_shown, shown
from gensvar.science.worktime.calendar import Calendar

MOST_SUBJECTS = 20
OF_MONTH = """
    SELECT s.name, count(*), count(*) FILTER (WHERE c.state = 'closed' AND NOT EXISTS (
            SELECT FROM cases_handover h WHERE h.case_id = c.id))
    FROM cases_case c JOIN knowledge_subject s ON s.id = c.subject_id
    JOIN knowledge_servicearea a ON a.id = s.area_id
    WHERE c.client_id = %s AND a.department = %s AND c.opened_at >= %s AND c.opened_at < %s
    GROUP BY s.name ORDER BY 2 DESC, 1
"""
WAIT = """
    SELECT avg(extract(epoch FROM t.answered_at - t.started_at)), count(*)
    FROM contacts_contact t
    WHERE t.client_id = %s AND t.channel = 'phone' AND t.direction = 'in'
      AND t.answered_at IS NOT NULL AND t.started_at >= %s AND t.started_at < %s
      AND EXISTS (SELECT FROM cases_casecontact l JOIN cases_case c ON c.id = l.case_id
                  JOIN knowledge_subject s ON s.id = c.subject_id
                  JOIN knowledge_servicearea a ON a.id = s.area_id
                  WHERE l.contact_id = t.id AND a.department = %s)
"""


@dataclass(frozen=True)
class SubjectCount:
    """A subject's cases; a count that could point at a person is hidden."""

    name: str
    count: int
    solved: int


@dataclass(frozen=True)
class Statistics:
    """`count_before` is the month before; `wait_seconds` is None where few called."""

    count: int
    count_before: int
    solved: int
    handed_over: int
    feedback_due: int
    feedback_in_time: int
    alarms: int
    wait_seconds: int | None
    calls: int
    subjects: tuple[SubjectCount, ...]


def statistics_of(
    client: Client,
    department: str,
    *,
    starts_on: date,
    ends_on: date,
    calendar: Calendar,
    at: datetime,
    is_brief: bool = False,
) -> Statistics:
    """Return what was asked about the department's subjects, and how its groups answered.

    A brief one says nothing of the month before and of waits on the phone, which cost the most.
    """
    zone = calendar.schedule.zone
    start, end = (datetime.combine(day, time(), zone) for day in (starts_on, ends_on))
    before = datetime.combine((starts_on - timedelta(days=1)).replace(day=1), time(), zone)
    rows = _subjects(client, department, start, end)
    in_time, due, handed = answered_in_time(
        client, department, start=start, end=end, calendar=calendar, at=at
    )
    wait, calls = (None, 0) if is_brief else _wait(client, department, start, end)
    earlier = [] if is_brief else _subjects(client, department, before, start)
    alarms = Alarm.objects.filter(
        client=client, at__gte=start, at__lt=end, hand_over__to_group__department=department
    )
    solved, count = share_shown(sum(row[2] for row in rows), sum(row[1] for row in rows))
    in_time, due = share_shown(in_time, due)
    return Statistics(
        count=count,
        count_before=shown(sum(row[1] for row in earlier)),
        solved=solved,
        handed_over=shown(handed),
        feedback_due=due,
        feedback_in_time=in_time,
        alarms=shown(alarms.values("hand_over").distinct().count()),
        wait_seconds=wait,
        calls=calls,
        subjects=_shown(rows)[:MOST_SUBJECTS],
    )


def _subjects(
    client: Client, department: str, start: datetime, end: datetime
) -> list[tuple[str, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(OF_MONTH, [client.pk, department, start, end])
        return [(str(name), int(count), int(solved)) for name, count, solved in cursor.fetchall()]


def _shown(rows: Sequence[tuple[str, int, int]]) -> tuple[SubjectCount, ...]:
    """Hide small counts, and with each the part of it, from which it could be told."""
    counts = all_shown([count for _name, count, _solved in rows])
    parts = all_shown([solved for _name, _count, solved in rows])
    return tuple(
        SubjectCount(name, count, part if count >= 0 else count)
        for (name, _count, _solved), count, part in zip(rows, counts, parts, strict=True)
    )


def _wait(
    client: Client, department: str, start: datetime, end: datetime
) -> tuple[int | None, int]:
    with connection.cursor() as cursor:
        cursor.execute(WAIT, [client.pk, start, end, department])
        mean, count = cursor.fetchone() or (None, 0)
    told = shown(int(count))
    return (round(float(mean)) if mean is not None and told >= 0 else None), told
