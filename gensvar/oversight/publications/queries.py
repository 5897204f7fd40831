"""What was published, by whom it is read, and whether it would be other today."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import PERMISSIONS
from gensvar.oversight.kpi.models import PublishedFigure
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.published import published, standing
from gensvar.oversight.publications.models import Publication

READING = [role for role, held in PERMISSIONS.items() if "reports.read" in held]


def reports_of(clients: Collection[Client]) -> QuerySet[Publication]:
    """Return the reports of some clients, the newest first."""
    rows = Publication.objects.filter(client__in=clients)
    return rows.select_related("client", "outline", "by", "restates").order_by("-pk")


def newest_of(clients: Collection[Client]) -> QuerySet[Publication]:
    """Return of each report the one that stands now."""
    return reports_of(clients).filter(restated_by=None).order_by("-starts_on", "name", "-pk")


def versions_of(report: Publication) -> list[Publication]:
    """Return a report with those it stands in place of, and those in its place, the newest last."""
    rows = Publication.objects.filter(outline=report.outline_id, starts_on=report.starts_on)
    return list(rows.select_related("by", "client", "outline").order_by("pk"))


def changed_since(report: Publication, *, at: datetime) -> list[PublishedFigure]:
    """Return the figures of a report that would be others today, or were restated since."""
    found = []
    period = Period(report.starts_on, report.ends_on)
    for one in report.content["measures"]:
        versions = published(one["code"], report.client, period) if one["figure"] else []
        if not versions:
            continue
        if versions[-1].pk != one["figure"] or standing(versions, at=at).is_changed:
            found.append(versions[-1])
    return found


def readers(client: Client, *, at: datetime) -> QuerySet[Agent]:
    """Return those whose role lets them read a client's reports."""
    grants = RoleGrant.objects.in_force(at=at).filter(
        Q(client=client) | Q(client=None), role__in=READING
    )
    return Agent.objects.filter(pk__in=grants.values("agent"), is_active=True).order_by("name")
