"""What leaves by itself: each report once, on the first working day after its days, at seven."""

from datetime import datetime, timedelta

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.refusals import Refused
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.publications.actions import deliver, publish_report, subscribed
from gensvar.oversight.publications.models import Outline, Publication
from gensvar.oversight.publications.rules import Due, Span, due_of

# A worker that was not there at seven sends until so late, then when the office is next open.
GRACE = timedelta(hours=1)


def issue_due(client: Client, *, at: datetime) -> int:
    """Publish and send every subscribed report whose time has come; return how many mails left.

    What cannot be published yet, because a day is half read or does not balance, is tried again.
    """
    sent = 0
    outlines = Outline.objects.filter(client=client, subscriptions__until=None)
    for outline in outlines.exclude(subscriptions=None).distinct().order_by("pk"):
        due = due_for(outline, at=at)
        if due is None or not _is_time(due, client, at):
            continue
        try:
            report = _published(outline, due, at=at)
        except Refused:
            continue
        sent += sum(deliver(report, one.recipient, by=None, at=at) for one in subscribed(outline))
    return sent


def due_for(outline: Outline, *, at: datetime) -> Due | None:
    """Return the report that leaves in the week, month or half-year that it is now."""
    calendar = office_calendar(outline.client, at=at)
    zone = calendar.schedule.zone
    today = at.astimezone(zone).date()
    return due_of(Span(outline.span), today, is_working_day=calendar.is_working_day, zone=zone)


def _published(outline: Outline, due: Due, *, at: datetime) -> Publication:
    known = Publication.objects.filter(outline=outline, starts_on=due.starts_on)
    newest = known.order_by("-pk").first()
    if newest is not None:
        return newest
    # Whoever composed the report answers for its being published by itself.
    return publish_report(outline, Period(due.starts_on, due.ends_on), by=outline.by, at=at)


def _is_time(due: Due, client: Client, at: datetime) -> bool:
    if due.leaves_at > at:
        return False
    return at - due.leaves_at <= GRACE or office_calendar(client, at=at).is_open(at)
