"""How soon those who write are answered: K11 by working days, K12 by working hours (LAW-01)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from math import ceil
from statistics import median
from typing import Any, Final

from django.db import connection
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import Share, hidden
from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.deadlines import DayZero, WorkingDays, due_at

ONE_DAY: Final = WorkingDays(1, DayZero.OF_OPENING)
TWO_DAYS: Final = WorkingDays(2, DayZero.OF_OPENING)
HOUR: Final = 3_600
SECOND: Final = timedelta(seconds=1)

# Mail that began a case, or with which its customer went on, and when somebody first answered it:
# in writing, by calling, or a department as its feedback says. What only went on needed no answer
# where the case came to rest without one: whoever read it has judged so.
ASKED: Final = """
    WITH mail AS (
        SELECT DISTINCT ON (t.id) t.id, t.started_at AS came, l.case_id,
            EXISTS (SELECT FROM cases_casecontact k JOIN contacts_contact b ON b.id = k.contact_id
                    WHERE k.case_id = l.case_id AND b.direction = 'in'
                      AND (b.started_at, b.id) < (t.started_at, t.id)) AS goes_on,
            t.customer_id = c.customer_id AS is_theirs
        FROM contacts_contact t
        JOIN cases_casecontact l ON l.contact_id = t.id
        JOIN cases_case c ON c.id = l.case_id
        WHERE t.client_id = %s AND t.channel = 'mail' AND t.direction = 'in'
          AND t.started_at >= %s AND t.started_at < %s
          AND NOT EXISTS (SELECT FROM contacts_message m
                          WHERE m.contact_id = t.id AND m.direction = 'in' AND m.automatic <> '')
        ORDER BY t.id, l.case_id)
    SELECT mail.came, least(spoken.at, told.at), mail.goes_on AND coalesce(
        rest.at < least(spoken.at, told.at), rest.at IS NOT NULL)
    FROM mail,
    LATERAL (
        SELECT min(CASE WHEN o.id IS NULL THEN a.started_at ELSE m.at END) AS at
        FROM cases_casecontact k JOIN contacts_contact a ON a.id = k.contact_id
        LEFT JOIN contacts_message m ON m.contact_id = a.id AND m.direction = 'out'
        LEFT JOIN contacts_outgoing o ON o.message_id = m.id
        WHERE k.case_id = mail.case_id AND (
            o.purpose = 'answer' AND NOT o.is_automatic AND m.at >= mail.came
                AND o.state NOT IN ('cancelled', 'failed', 'bounced', 'suppressed')
            OR a.channel = 'phone' AND a.direction = 'out' AND o.id IS NULL
                AND a.started_at >= mail.came)) spoken,
    LATERAL (
        SELECT min(coalesce(f.reached_at, f.at)) AS at
        FROM cases_handover h JOIN cases_feedback f ON f.hand_over_id = h.id
        WHERE h.case_id = mail.case_id AND f.outcome = 'answered'
          AND coalesce(f.reached_at, f.at) >= mail.came) told,
    LATERAL (
        SELECT min(s.since) AS at FROM cases_casestate s
        WHERE mail.goes_on AND s.case_id = mail.case_id AND s.since >= mail.came
          AND s.state IN ('closed', 'waiting-for-customer')
          AND NOT EXISTS (  -- an answer that was taken back left no rest
            SELECT FROM cases_casecontact k JOIN contacts_message m ON m.contact_id = k.contact_id
            JOIN contacts_outgoing o ON o.message_id = m.id
            WHERE k.case_id = mail.case_id AND m.at = s.since AND o.state = 'cancelled')) rest
    WHERE is_theirs OR NOT goes_on"""
# Automatic mail, bounces among it, and what somebody said became no case.
EXCLUDED: Final = """
    SELECT count(*) FROM contacts_contact t
    WHERE t.client_id = %s AND t.channel = 'mail' AND t.direction = 'in'
      AND t.started_at >= %s AND t.started_at < %s
      AND (EXISTS (SELECT FROM contacts_message m
                   WHERE m.contact_id = t.id AND m.direction = 'in' AND m.automatic <> '')
           OR EXISTS (SELECT FROM contacts_nocase n WHERE n.contact_id = t.id)
              AND NOT EXISTS (SELECT FROM cases_casecontact l WHERE l.contact_id = t.id))"""


@dataclass
class AnswerTimes:
    """The mail of a month, or of all days (`month` None); times in hours of the office."""

    month: date | None
    mails: int = 0
    one_day: Share = field(default_factory=lambda: Share(0, 0))
    two_days: Share = field(default_factory=lambda: Share(0, 0))
    # Of each letter that was answered, by the office's clock.
    seconds: list[int] = field(default_factory=list)
    is_hidden: bool = False

    @property
    def hours(self) -> list[Fraction]:
        return [Fraction(one, HOUR) for one in self.seconds]

    @property
    def half(self) -> float | None:
        """Return the hours within which half were answered (K12)."""
        return _hours(median(self.seconds)) if self.seconds else None

    @property
    def nine_in_ten(self) -> float | None:
        return _hours(percentile(self.seconds, 90)) if self.seconds else None


def answer_times(
    client: Client, period: Period, *, at: datetime
) -> tuple[AnswerTimes, list[AnswerTimes], int]:
    """Return all mail together, that of each month, and how many letters needed no answer.

    What is unanswered counts from when its day has passed. Only what the reader may see counts.
    """
    given: list[Any] = [client.pk, *period.instants()]
    with connection.cursor() as cursor:
        cursor.execute(ASKED, given)
        asked: list[tuple[datetime, datetime | None, bool]] = cursor.fetchall()
        cursor.execute(EXCLUDED, given)
        excluded = cursor.fetchone()[0] + sum(needed_none for *_times, needed_none in asked)
    whole, months = AnswerTimes(None), dict[date, AnswerTimes]()
    needing = [(came, answered) for came, answered, needed_none in asked if not needed_none]
    for timed in _timed(needing, calendar=office_calendar(client, at=at), at=at):
        month = timed.on.replace(day=1)
        for row in (whole, months.setdefault(month, AnswerTimes(month))):
            _add(row, timed)
    rows = [months[month] for month in sorted(months)]
    masks = hidden([row.mails for row in rows])
    for place, row in enumerate(rows):
        row.is_hidden = place in masks
    whole.is_hidden = bool(hidden([whole.mails]))
    return whole, rows, excluded


def mail_answered(client: Client, period: Period, *, at: datetime) -> AnswerTimes:
    """Return all mail of a period together, also what the reader may not see: only times leave."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT came, answered FROM kpi_mail_answers(%s, %s, %s)",
            [client.pk, *period.instants()],
        )
        asked: list[tuple[datetime, datetime | None]] = cursor.fetchall()
    whole = AnswerTimes(None)
    for timed in _timed(asked, calendar=office_calendar(client, at=at), at=at):
        _add(whole, timed)
    return whole


def percentile(values: Sequence[int], of_hundred: int) -> int:
    """Return the least value that so many of a hundred do not exceed.

    >>> percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 20], 90)
    9
    """
    return sorted(values)[ceil(Fraction(of_hundred * len(values), 100)) - 1]


@dataclass(frozen=True)
class _Timed:
    """A letter on its local day: whether it came in time, of one (0 or 1), and its seconds."""

    on: date
    one_day: Share
    two_days: Share
    seconds: int | None


def _timed(
    letters: Sequence[tuple[datetime, datetime | None]], *, calendar: Calendar, at: datetime
) -> Iterator[_Timed]:
    """Time each letter. What came on one day, and before one closing, is due at the same time."""
    if not letters:
        return
    first, last = min(came for came, _answered in letters), max(came for came, _ in letters)
    closings = calendar.prepared(first, last).ends
    dues: dict[tuple[date, int], tuple[datetime | None, datetime | None]] = {}
    for came, answered in letters:
        on = localdate(came)
        key = on, bisect_right(closings, came)
        if key not in dues:
            dues[key] = (
                due_at(ONE_DAY, start=came, calendar=calendar),
                due_at(TWO_DAYS, start=came, calendar=calendar),
            )
        one, two = dues[key]
        worked = calendar.between(came, answered) // SECOND if answered is not None else None
        yield _Timed(on, _counted(answered, one, at), _counted(answered, two, at), worked)


def _add(row: AnswerTimes, timed: _Timed) -> None:
    row.mails += 1
    row.one_day += timed.one_day
    row.two_days += timed.two_days
    if timed.seconds is not None:
        row.seconds.append(timed.seconds)


def _counted(answered: datetime | None, due: datetime | None, at: datetime) -> Share:
    if due is None:  # Only what waits for somebody has none, and nothing waits here.
        return Share(0, 0)
    return Share(int(answered is not None and answered <= due), int(bool(answered) or due < at))


def _hours(seconds: float) -> float:
    return round(seconds / HOUR, 6)
