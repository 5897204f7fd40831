"""Send each report once a period, and again as it was; plan meetings and keep what they decided."""

import hashlib
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar, zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import bound_as, identity_of, reach
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.routing.queries.balance import withheld_days
from gensvar.oversight.reports.events import (
    CommentWritten,
    MeetingHeld,
    MeetingPlanned,
    ReportSent,
)
from gensvar.oversight.reports.figures import Counted, counted
from gensvar.oversight.reports.letters import subject_of, text_of
from gensvar.oversight.reports.models import Comment, Meeting, Report, Sending
from gensvar.oversight.reports.queries.departments import departments, recipients
from gensvar.oversight.reports.rules import EDITION, Issue, ReportKind, issue_of
from gensvar.science.worktime.calendar import Calendar

WRITTEN_IN = ("sv", "en")
# A worker that was not there at seven sends until so late, then when the office is next open.
GRACE = timedelta(hours=1)


class NothingWritten(Refused):
    message = _("Write something first.")
    status = 422


class AlreadyPlanned(Refused):
    message = _("There is a meeting with the department on that day already.")


class AlreadyHeld(Refused):
    message = _("What that meeting decided is written down already.")


class NotYetHeld(Refused):
    message = _("The meeting is planned for a day to come. Write down what it decided afterwards.")


def issue_due(client: Client, *, at: datetime) -> int:
    """Send every report whose time has come and that has not been sent; return how many."""
    calendar = office_calendar(client, at=at)
    sent = 0
    for kind in ReportKind:
        issue = current_issue(kind, calendar=calendar, at=at)
        if issue is None or not _is_time(issue, calendar, at):
            continue
        if kind == ReportKind.STATISTICS and withheld_days(
            [client.pk], since=issue.starts_on, until=issue.ends_on
        ):
            # A contact is lost or doubled: nothing is published until it is found or explained.
            continue
        for department in departments(client):
            for recipient in recipients(client, department, at=at):
                sent += issue_report(
                    client, department, issue, recipient=recipient, calendar=calendar, at=at
                )
    return sent


def current_issue(kind: ReportKind, *, calendar: Calendar, at: datetime) -> Issue | None:
    """Return the report of the week or month that it is now."""
    zone = calendar.schedule.zone
    today = at.astimezone(zone).date()
    return issue_of(kind, today, is_working_day=calendar.is_working_day, zone=zone)


def next_issue(kind: ReportKind, *, calendar: Calendar, at: datetime) -> Issue | None:
    """Return the report that leaves next."""
    now = current_issue(kind, calendar=calendar, at=at)
    if now is not None and now.leaves_at > at:
        return now
    zone = calendar.schedule.zone
    today = at.astimezone(zone).date()
    ahead = 32 - today.day if kind == ReportKind.STATISTICS else 7
    later = today + timedelta(days=ahead)
    return issue_of(kind, later, is_working_day=calendar.is_working_day, zone=zone)


@action
def issue_report(
    client: Client,
    department: str,
    issue: Issue,
    *,
    recipient: Agent,
    calendar: Calendar,
    at: datetime,
) -> bool:
    """Count, write and send one report; false where it has been sent before."""
    same = {"kind": issue.kind, "client": client, "department": department}
    sent = Report.objects.filter(**same, recipient=recipient, starts_on=issue.starts_on)
    if sent.exists():
        return False
    found = _counted_for(client, department, issue, recipient, calendar=calendar, at=at)
    return send_counted(
        client, department, issue, found, recipient=recipient, digest=calendar.digest, at=at
    )


@action
def send_counted(
    client: Client,
    department: str,
    issue: Issue,
    found: Counted,
    *,
    recipient: Agent,
    digest: str,
    at: datetime,
) -> bool:
    """Write and send one report of figures that the recipient may see; false if it was sent before.

    digest: the calendar that days were counted by.
    """
    same = {"kind": issue.kind, "client": client, "department": department}
    earlier = Report.objects.filter(**same, recipient=recipient)
    before = earlier.order_by("-starts_on").first()
    report = Report(
        **same,
        recipient=recipient,
        starts_on=issue.starts_on,
        ends_on=issue.ends_on,
        made_at=at,
        figures={**found.figures, "comment": found.comment},
        edition=EDITION,
        calendar=digest,
    )
    language = recipient.language if recipient.language in WRITTEN_IN else "sv"
    with translation.override(language):
        report.subject = subject_of(issue, department)[:200]
        text = text_of(
            issue,
            department,
            found.figures,
            comment=found.comment,
            before=before.figures if before else None,
            digest=digest,
            link=f"{settings.BASE_URL}{reverse('reports:list')}",
            at=at,
        )
    report.content = text.encode()
    report.sha256 = hashlib.sha256(report.content).hexdigest()
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError:
        if earlier.filter(starts_on=issue.starts_on).exists():  # another worker was faster
            return False
        raise
    _send(report, by=None, at=at)
    return True


@action
def send_again(report: Report, *, by: Agent, at: datetime) -> None:
    """Send a report once more, to the byte as it was."""
    _send(report, by=by, at=at)


@action
def write_comment(
    client: Client, department: str, issue: Issue, text: str, *, by: Agent, at: datetime
) -> None:
    """Have something said in the coming report."""
    if not text.strip():
        raise NothingWritten
    comment = Comment.objects.create(
        client=client,
        department=department,
        kind=issue.kind,
        starts_on=issue.starts_on,
        text=text.strip(),
        by=by,
        at=at,
    )
    announce(CommentWritten(client_id=client.pk, agent_id=by.pk, comment_id=comment.pk), at=at)


@action
def plan_meeting(
    client: Client, department: str, *, series: str, on: date, by: Agent, at: datetime
) -> Meeting:
    """Decide on a day to meet the department."""
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(
                client=client, department=department, series=series, planned_on=on, by=by, at=at
            )
    except IntegrityError:
        raise AlreadyPlanned from None
    announce(MeetingPlanned(client_id=client.pk, agent_id=by.pk, meeting_id=meeting.pk), at=at)
    return meeting


@action
def hold_meeting(meeting: Meeting, decisions: str, *, by: Agent, at: datetime) -> None:
    """Write down that the meeting was held, and what it decided; the next agenda brings it up."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if meeting.held_at is not None:
        raise AlreadyHeld
    if meeting.planned_on > at.astimezone(zone()).date():
        raise NotYetHeld
    meeting.held_at, meeting.decisions = at, decisions.strip()
    meeting.save(update_fields=["held_at", "decisions"])
    announce(MeetingHeld(client_id=meeting.client_id, agent_id=by.pk, meeting_id=meeting.pk), at=at)


def _is_time(issue: Issue, calendar: Calendar, at: datetime) -> bool:
    return issue.leaves_at <= at and (at - issue.leaves_at <= GRACE or calendar.is_open(at))


def _counted_for(
    client: Client,
    department: str,
    issue: Issue,
    recipient: Agent,
    *,
    calendar: Calendar,
    at: datetime,
) -> Counted:
    """Count as the recipient would see it on a page; published statistics read all the facts."""
    if issue.kind == ReportKind.STATISTICS:
        return counted(client, department, issue, calendar=calendar, at=at)
    with bound_as(reach(identity_of(recipient, at=at), "cases.read")):
        return counted(client, department, issue, calendar=calendar, at=at)


def _send(report: Report, *, by: Agent | None, at: datetime) -> None:
    draft = Draft(
        text=report.text,
        recipients=[report.recipient.email],
        subject=report.subject,
        purpose="report",
        is_automatic=True,
    )
    outgoing = request_message(report.client, draft, channel="mail", customer=None, by=None, at=at)
    Sending.objects.create(
        report=report, client_id=report.client_id, outgoing=outgoing, by=by, at=at
    )
    announce(
        ReportSent(
            client_id=report.client_id,
            agent_id=by.pk if by else None,
            report_id=report.pk,
            kind=report.kind,
            department=report.department,
            recipient_id=report.recipient_id,
            sha256=report.sha256,
        ),
        at=at,
    )
