"""When open cases are due, worked out from their facts: states, hand-overs and the calendar.

Seam: another clock (a promise, say) is one more kind in `rules.clock_of`, and one more fact in
`FACTS`, so that the cache notices when it changes.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.calendars.words import DeadlineInWords, in_words
from gensvar.operations.cases.models import Case, Deadline
from gensvar.operations.cases.queries.typed import days_to_answer
from gensvar.operations.cases.rules import (
    LONGEST_WAIT_DAYS,
    Asked,
    Clock,
    ClockKind,
    clock_of,
    pauses_in,
)
from gensvar.operations.knowledge.rules import ANSWER_DAYS
from gensvar.science.worktime.calendar import Calendar, Unsatisfiable
from gensvar.science.worktime.deadlines import Pause, WorkingDays, due_at, longest, merged
from gensvar.science.worktime.explained import Explanation, explained
from gensvar.science.worktime.table import OutOfReach

# What the due time of a case follows from beside the calendar, as one line to compare.
FACTS = """concat_ws(' ', (extract(epoch FROM c.state_since) * 1000000)::bigint, c.state,
    coalesce(c.group_id, 0), coalesce(s.answer_days, 0), coalesce(t.days, 0))"""
# Open cases whose cached due time is missing, or was worked out from other facts.
STALE = f"""
    WITH types AS (
        SELECT t.id, t.is_default, nullif((v.content ->> 'answer_days')::int, 0) AS days
        FROM casetypes_casetype t
        JOIN casetypes_typeversion v ON v.case_type_id = t.id AND v.number = t.version
        WHERE t.client_id = %(client)s)
    SELECT c.id, c.opened_at, coalesce(least(s.answer_days, t.days), {ANSWER_DAYS}), {FACTS}
    FROM cases_case c LEFT JOIN knowledge_subject s ON s.id = c.subject_id
    LEFT JOIN types t ON t.id = coalesce(c.type_id, s.case_type_id,
        (SELECT id FROM types WHERE is_default))
    LEFT JOIN cases_deadline d ON d.case_id = c.id
    WHERE c.client_id = %(client)s AND c.state <> 'closed'
      AND (d.case_id IS NULL OR d.starts_at IS NULL OR d.digest <> %(digest)s OR d.facts <> {FACTS})
    ORDER BY c.id LIMIT %(most)s
"""  # noqa: S608
# A feedback is the department's answer, also where tries count as one by the agreed rule.
REACHED = "(f.outcome = 'answered' OR f.outcome = 'no-answer' AND f.rule_version IS NOT NULL)"
# The states and the hand-overs of cases, in the order they came.
HAPPENED = f"""
    SELECT c.id,
        (SELECT json_agg(json_build_array(state, since) ORDER BY since, id)::text
         FROM cases_casestate WHERE case_id = c.id),
        (SELECT json_agg(json_build_array(h.id, h.at, h.answer_days,
                EXISTS (SELECT FROM cases_feedback f
                        WHERE f.hand_over_id = h.id AND {REACHED}),
                EXISTS (SELECT FROM cases_feedback f
                        WHERE f.hand_over_id = h.id AND f.outcome = 'returned')
            ) ORDER BY h.at, h.id)::text
         FROM cases_handover h WHERE h.case_id = c.id)
    FROM cases_case c WHERE c.id = ANY (%s)
"""  # noqa: S608
# A department's hand-overs, when each was first answered, and its states where it has waited.
ANSWERED = f"""
    SELECT h.at, h.answer_days,
        (SELECT min(f.at) FROM cases_feedback f
         WHERE f.hand_over_id = h.id AND {REACHED}),
        CASE WHEN EXISTS (SELECT FROM cases_casestate w
                WHERE w.case_id = h.case_id AND w.state = 'waiting-for-customer')
            THEN (SELECT json_agg(json_build_array(state, since) ORDER BY since, id)::text
                  FROM cases_casestate WHERE case_id = h.case_id) END
    FROM cases_handover h JOIN people_group g ON g.id = h.to_group_id
    WHERE h.client_id = %s AND g.department = %s AND h.at >= %s AND h.at < %s
"""  # noqa: S608


@dataclass(frozen=True)
class Told:
    """A deadline for a page: in words, with its working days as ticks."""

    clock: Clock
    due_at: datetime | None
    words: DeadlineInWords
    days: int
    used: int
    is_overdue: bool


def clocks_of(opened: Mapping[int, tuple[datetime, int]]) -> dict[int, Clock]:
    """Return the clock of each open case that can be seen.

    opened: by case, when it was opened and within how many working days its subject is answered.
    """
    with connection.cursor() as cursor:
        cursor.execute(HAPPENED, [list(opened)])
        happened = cursor.fetchall()
    found = {}
    for case, states, asked in happened:
        opened_at, days = opened[case]
        found[case] = clock_of(
            opened_at=opened_at,
            answer_days=days,
            states=[(state, _instant(since)) for state, since in json.loads(states or "[]")],
            asked=[
                Asked(pk, _instant(at), days, is_settled=settled, is_returned=returned)
                for pk, at, days, settled, returned in json.loads(asked or "[]")
            ],
        )
    return found


def clock_now(case: Case) -> Clock:
    """Return the clock of one open case, from its facts as they stand."""
    return clocks_of({case.pk: (case.opened_at, days_to_answer(case))})[case.pk]


def due_by(clock: Clock, calendar: Calendar) -> datetime | None:
    """Return when a clock is due; None where the office does not open for two years."""
    return due_after(clock.starts_at, clock.target, clock.pauses, calendar)


def due_after(
    start: datetime, target: WorkingDays, pauses: Iterable[Pause], calendar: Calendar
) -> datetime | None:
    """Return when so much time has passed, waits for the customer not counted; None if never."""
    try:
        standing = _longest(pauses, start, calendar)
        return due_at(target, start=start, calendar=calendar, pauses=standing)
    except (Unsatisfiable, OutOfReach):
        return None


def told_deadline(case: Case, *, at: datetime) -> Told | None:
    """Return the deadline of an open case with its reasons; None where there is none."""
    if case.is_closed:
        return None
    clock, calendar = clock_now(case), office_calendar(case.client, at=at)
    try:
        told = explained(
            clock.target,
            start=clock.starts_at,
            calendar=calendar,
            pauses=_longest(clock.pauses, clock.starts_at, calendar),
        )
    except (Unsatisfiable, OutOfReach):
        return None
    return Told(
        clock=clock,
        due_at=told.due_at,
        words=in_words(told, now=at),
        days=len(told.counted),
        used=_used(told, calendar, at),
        is_overdue=told.due_at is not None and told.due_at < at,
    )


def soon_until(client: Client, *, at: datetime) -> datetime | None:
    """Return until when a due time is soon: the end of the next working day."""
    try:
        return office_calendar(client, at=at).add_days(at, 1)
    except (Unsatisfiable, OutOfReach):
        return None


def due_soon(clients: Iterable[Client], *, at: datetime) -> Q:
    """Say of a case that it is due before its client's next working day has ended."""
    found = Q(pk__in=[])
    for client in clients:
        until = soon_until(client, at=at)
        found |= Q(client=client, deadline__due_at__gte=at, deadline__due_at__lte=until or at)
    return found


def overdue(at: datetime) -> Q:
    """Say of a case that its due time has passed, as last worked out."""
    return Q(deadline__due_at__lt=at)


def deadline_row(
    client: Client, case: int, clock: Clock, calendar: Calendar, facts: str
) -> Deadline:
    return Deadline(
        case_id=case,
        client=client,
        kind=clock.kind,
        starts_at=clock.starts_at,
        due_at=due_by(clock, calendar),
        facts=facts,
        digest=calendar.digest,
    )


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _longest(pauses: Iterable[Pause], start: datetime, calendar: Calendar) -> list[Pause]:
    standing = merged(pauses, start=start)
    return longest(standing, working_days=LONGEST_WAIT_DAYS, calendar=calendar)


def _used(told: Explanation, calendar: Calendar, at: datetime) -> int:
    """Return how many of the counted days are over."""
    today = at.astimezone(calendar.schedule.zone).date()
    return sum(
        day.on < today or (told.due_at is not None and told.due_at < at) for day in told.counted
    )


def answered_in_time(
    client: Client,
    department: str,
    *,
    start: datetime,
    end: datetime,
    calendar: Calendar,
    at: datetime,
) -> tuple[int, int, int]:
    """Count a department's hand-overs of a time: answered in time, due by now, and all.

    As K26 counts: the first answer to the customer, by the end of the agreed working days, waits
    for the customer not counted; one that is neither answered nor due yet is not due.
    """
    with connection.cursor() as cursor:
        cursor.execute(ANSWERED, [client.pk, department, start, end])
        rows = cursor.fetchall()
    in_time = due = 0
    for handed_at, days, answered_at, states in rows:
        waits = pauses_in([(state, _instant(since)) for state, since in json.loads(states or "[]")])
        clock = Clock(ClockKind.HAND_OVER, handed_at, WorkingDays(days), tuple(waits))
        limit = due_by(clock, calendar)
        is_in_time = answered_at is not None and (limit is None or answered_at <= limit)
        in_time += is_in_time
        due += answered_at is not None or (limit is not None and limit < at)
    return in_time, due, len(rows)
