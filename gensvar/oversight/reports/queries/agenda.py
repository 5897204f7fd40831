"""What a department and customer service have to talk about this week (CLI-05, SKE-13)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import Deviation
from gensvar.operations.cases.models import Case, Feedback, NeedType
from gensvar.operations.knowledge.models import Gap
from gensvar.oversight.reports.models import Meeting
from gensvar.oversight.reports.queries.overdue import Late, overdue_in
from gensvar.science.worktime.calendar import Calendar

MOST_ROWS = 20
AHEAD = timedelta(days=14)
BACK = timedelta(days=7)


@dataclass(frozen=True)
class Missing:
    """A subject about which nothing in the answer support answered, and how often so far."""

    subject: str
    count: int


@dataclass(frozen=True)
class Coming:
    """Something that the department, or its office, has announced."""

    on: str
    what: str


@dataclass(frozen=True)
class Agenda:
    """`decisions` are those of the last meeting."""

    overdue: int
    late: tuple[Late, ...]
    missing: tuple[Missing, ...]
    events: tuple[Coming, ...]
    answered: int
    returned: int
    unreached: int
    opinions: int
    last_meeting: str
    decisions: str


def agenda_of(
    client: Client, department: str, *, starts_on: date, calendar: Calendar, at: datetime
) -> Agenda:
    """Return what there is to talk about, of what the caller may see."""
    zone = calendar.schedule.zone
    until = datetime.combine(starts_on, time(), zone)
    since = until - BACK
    late = overdue_in(client, department, calendar=calendar, at=at)
    given = _feedback(client, department, since, until)
    opinions = Case.objects.filter(
        client=client,
        need_type=NeedType.OPINION,
        subject__area__department=department,
        opened_at__gte=since,
        opened_at__lt=until,
    )
    held = Meeting.objects.filter(client=client, department=department, held_at__lte=at).order_by(
        "-planned_on"
    )
    last = held.first()
    return Agenda(
        overdue=late.overdue,
        late=late.late[:MOST_ROWS],
        missing=tuple(_missing(client, department)),
        events=tuple(_events(client, starts_on)),
        answered=given["answered"],
        returned=given["returned"],
        unreached=given["unreached"],
        opinions=opinions.count(),
        last_meeting=last.planned_on.isoformat() if last else "",
        decisions=last.decisions if last else "",
    )


def _missing(client: Client, department: str) -> list[Missing]:
    """Count the answers that were missed and that no article has filled in since, by subject."""
    gaps = Gap.objects.filter(
        client=client, subject__area__department=department, filled_at__isnull=True
    )
    counted = gaps.values_list("subject__name").annotate(n=Count("pk"))
    return [Missing(name, count) for name, count in counted.order_by("-n", "subject__name")]


def _events(client: Client, starts_on: date) -> list[Coming]:
    days = Deviation.objects.filter(client=client, on__gte=starts_on, on__lt=starts_on + AHEAD)
    found = days.order_by("on", "pk").values_list("on", "reason")
    return [Coming(on.isoformat(), reason) for on, reason in dict(found).items()]


def _feedback(client: Client, department: str, since: datetime, until: datetime) -> dict[str, Any]:
    given = Feedback.objects.filter(
        client=client, hand_over__to_group__department=department, at__gte=since, at__lt=until
    )
    return given.aggregate(
        answered=Count("pk", filter=Q(outcome=Feedback.Outcome.ANSWERED)),
        returned=Count("pk", filter=Q(outcome=Feedback.Outcome.RETURNED)),
        unreached=Count("pk", filter=Q(outcome=Feedback.Outcome.NO_ANSWER)),
    )
