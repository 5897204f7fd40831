"""What has been sent about a department, late with some answers, and the meetings with it."""

from datetime import date, datetime, timedelta

from gensvar.config.demo.present import Opening, open_one
from gensvar.config.demo.volumes import FIRST_DAY, ZONE
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.oversight.reports.actions import (
    hold_meeting,
    plan_meeting,
    send_counted,
)
from gensvar.oversight.reports.figures import counted
from gensvar.oversight.reports.rules import ReportKind, issue_of

DEPARTMENT = "Tekniska kontoret"
# A small one: a month of a large department would take half a second to count.
COUNTED = "Fritidskontoret"
# Handed over weeks ago, and still not answered.
LATE = (
    Opening(
        "Brunnslock som skramlar, Ågatan",
        "Vatten, avlopp",
        "Olof Rask",
        "olof.rask@example.com",
        "Varje bil som kör över locket väcker oss. Kan det bytas?",
        24 * 26,
        need="opinion",
        agent="bo",
        to_group="TEK-VA",
        question="När byts brunnslocket vid Ågatan 9?",
    ),
    Opening(
        "Slamtömning uteblev, Norrbyn",
        "Slamtömning",
        "Siv Norberg",
        "siv.norberg@example.com",
        "Bilen skulle ha kommit förra veckan. När kommer den?",
        24 * 16,
        need="status",
        agent="ada",
        to_group="TEK-AVF",
        question="När töms brunnen i Norrbyn 14?",
    ),
)
# By weeks ago; the meeting of a week without decisions was not held.
DECIDED = {
    3: "Frågor om gatubelysning ska alltid ha stolpens nummer.",
    2: "",
    1: "De äldsta ärendena tas först. Gatukontoret ringer dem som väntat längst.",
}


def send_reports(client: Client, *, at: datetime) -> None:
    """Send the lists of this week and the last, and the first month's figures, to who leads."""
    karin, mats, ingrid = (
        Agent.objects.get(email=f"{name}@exempelby.example") for name in ("karin", "mats", "ingrid")
    )
    for opening in LATE:
        open_one(client, opening, at=at - timedelta(hours=opening.hours_ago))
    _meet(client, karin, at=at)
    refresh_deadlines(client, at=at)
    last_week, this_week = ((at - timedelta(weeks=ago)).date() for ago in (1, 0))
    first_month = (FIRST_DAY + timedelta(days=31)).replace(day=1)
    _send(client, COUNTED, ReportKind.STATISTICS, first_month, [karin, ingrid], at=at)
    _send(client, DEPARTMENT, ReportKind.OVERDUE, last_week, [mats], at=at)
    _send(client, DEPARTMENT, ReportKind.OVERDUE, this_week, [mats, karin], at=at)
    _send(client, DEPARTMENT, ReportKind.AGENDA, this_week, [mats], at=at)


def _send(
    client: Client,
    department: str,
    kind: ReportKind,
    day: date,
    recipients: list[Agent],
    *,
    at: datetime,
) -> None:
    """Send what left in the week or month of a day, as far as it has come."""
    calendar = office_calendar(client, at=at)
    issue = issue_of(kind, day, is_working_day=calendar.is_working_day, zone=ZONE)
    if issue is None or issue.leaves_at > at:
        return
    found = counted(client, department, issue, calendar=calendar, at=issue.leaves_at)
    for recipient in recipients:
        send_counted(
            client,
            department,
            issue,
            found,
            recipient=recipient,
            digest=calendar.digest,
            at=issue.leaves_at,
        )


def _meet(client: Client, by: Agent, *, at: datetime) -> None:
    """Meet every Thursday, but for one that came to nothing; the next is planned."""
    today = at.astimezone(ZONE)
    thursday = today - timedelta(days=(today.weekday() - 3) % 7 or 7)
    for ago in (*DECIDED, 0):
        held_at = thursday - timedelta(weeks=ago - 1)
        meeting = plan_meeting(client, DEPARTMENT, series="weekly", on=held_at.date(), by=by, at=at)
        if decided := DECIDED.get(ago):
            hold_meeting(meeting, decided, by=by, at=held_at)
