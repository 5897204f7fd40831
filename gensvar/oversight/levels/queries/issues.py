"""Faults that come back, issues on their level, and the trend that the highest level sees."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.operations.register.models import Place, ServiceType
from gensvar.oversight.levels.models import Decision, Issue, Lift
from gensvar.oversight.levels.queries.facts import (
    Days,
    cost_of,
    days_until,
    faults_of,
    orders_of,
    wishes_of,
)
from gensvar.oversight.levels.rules import REPEATED, WINDOW, Level, Quarter, quarters_until

TREND_QUARTERS = 5


@dataclass(frozen=True)
class Counts:
    """How many cases and orders there were, and what they cost in öre."""

    days: Days
    cases: int
    orders: int
    cost: int | None


@dataclass(frozen=True)
class Cluster:
    """Faults of one kind at one place, so many that they stand out."""

    place: Place
    service: ServiceType | None
    counts: Counts


@dataclass(frozen=True)
class Trend:
    """A quarter as the highest level sees it: no places, no titles, no cases."""

    quarter: Quarter
    faults: int
    issues: int
    wishes: int
    cost: int | None


def clusters(client: Client, *, today: date) -> list[Cluster]:
    """Return the faults that stand out and are no open issue yet, the most first."""
    days = days_until(today, window=WINDOW)
    grouped = (
        faults_of(client, days)
        .values_list("located__place", "located__service")
        .annotate(cases=Count("pk"))
        .filter(cases__gte=REPEATED)
        .order_by("-cases", "located__place")
    )
    lifted = set(
        Issue.objects.filter(client=client, closed_at=None).values_list("place", "service")
    )
    keys = [(place, service) for place, service, _cases in grouped]
    places = Place.objects.in_bulk([place for place, _service in keys])
    services = ServiceType.objects.in_bulk([service for _place, service in keys if service])
    return [
        Cluster(
            places[place],
            services.get(service),
            counts_at(places[place], services.get(service), days),
        )
        for place, service in keys
        if (place, service) not in lifted and place in places
    ]


def counts_at(place: Place, service: ServiceType | None, days: Days) -> Counts:
    """Count the faults of one kind at a place, and the orders and cost that they gave."""
    cases = faults_of(place.client, days).filter(located__place=place, located__service=service)
    orders = orders_of(place.client, days).filter(place=place, service=service)
    return Counts(days, cases.count(), orders.count(), cost_of(orders))


def issues_on(client: Client, level: Level) -> QuerySet[Issue]:
    """Return the issues of a level, those not closed first, then the newest."""
    rows = with_history().filter(client=client, level=level)
    return rows.order_by("-closed_at", "-at", "-pk")


def with_history() -> QuerySet[Issue]:
    """Return issues with their decisions, the newest first, and with where they have been."""
    decided = Decision.objects.select_related("by").order_by("-at", "-pk")
    lifted = Lift.objects.select_related("by").order_by("at", "pk")
    rows = Issue.objects.select_related("client", "place", "service", "by")
    return rows.prefetch_related(Prefetch("decisions", decided), Prefetch("lifts", lifted))


def trend(client: Client, *, today: date) -> list[Trend]:
    """Return the last quarters, the oldest first."""
    quarters = quarters_until(today, count=TREND_QUARTERS)
    found = []
    for quarter in quarters:
        days = Days(quarter.starts_on, quarter.ends_on)
        lifted = Issue.objects.filter(client=client, at__gte=days.starts_at, at__lt=days.ends_at)
        found.append(
            Trend(
                quarter=quarter,
                faults=faults_of(client, days).count(),
                issues=lifted.count(),
                wishes=wishes_of(client, days).count(),
                cost=cost_of(orders_of(client, days)),
            )
        )
    return found
