"""What has been sent, and the meetings that there were."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.reports.models import Meeting, Report

MOST_SHOWN = 100


def reports_to(agent_id: int, *, kind: str = "") -> QuerySet[Report]:
    """Return what somebody was sent, the newest first."""
    rows = Report.objects.filter(recipient=agent_id).select_related("client")
    rows = rows.filter(kind=kind) if kind else rows
    return rows.defer("content", "figures").order_by("-made_at", "-pk")


@dataclass(frozen=True)
class Held:
    """How many meetings of a series and year were due, and how many of them were held."""

    department: str
    series: str
    planned: int
    due: int
    held: int


def meetings_of(client: Client, departments: Collection[str]) -> list[Meeting]:
    rows = Meeting.objects.filter(client=client, department__in=departments)
    return list(rows.select_related("by").order_by("-planned_on", "department")[:MOST_SHOWN])


def held_of(client: Client, departments: Collection[str], *, year: int, today: date) -> list[Held]:
    """Count a year's meetings, by department and series."""
    rows = Meeting.objects.filter(
        client=client, department__in=departments, planned_on__year=year
    ).order_by("department", "series")
    found: dict[tuple[str, str], Held] = {}
    for meeting in rows:
        key = (meeting.department, meeting.series)
        known = found.get(key, Held(*key, 0, 0, 0))
        found[key] = Held(
            *key,
            known.planned + 1,
            known.due + (meeting.planned_on < today or meeting.held_at is not None),
            known.held + (meeting.held_at is not None),
        )
    return list(found.values())
