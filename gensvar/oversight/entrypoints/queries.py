"""The ways in that are published, with whoever owns each and when it was last tried (K115)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from gensvar.oversight.entrypoints.models import EntryPoint, Trial
from gensvar.oversight.entrypoints.rules import ALL, FAILED, ORPHANS, UNTRIED, is_due

ORPHAN = Q(owner=None) | Q(owner__is_active=False)


@dataclass(frozen=True)
class Way:
    """A way in as the register shows it."""

    entry: EntryPoint
    tried_at: datetime | None
    worked: bool
    is_orphan: bool
    is_due: bool


def published(clients: Iterable[int]) -> QuerySet[EntryPoint]:
    """Return the ways in that customers are told of now."""
    newest = Trial.objects.filter(entry=OuterRef("pk")).order_by("-at", "-pk")
    rows = EntryPoint.objects.filter(client__in=list(clients), withdrawn_at=None)
    rows = rows.annotate(
        tried_at=Subquery(newest.values("at")[:1]), worked=Subquery(newest.values("worked")[:1])
    )
    return rows.select_related("owner", "leads_to", "client").order_by("kind", "address")


def ways(clients: Iterable[int], *, today: date) -> list[Way]:
    return [_way(entry, today) for entry in published(clients)]


def among(found: Iterable[Way], wanted: str) -> list[Way]:
    """Return those that are asked for: nobody's, not tried for long, or found not to work."""
    asks: dict[str, Callable[[Way], bool]] = {
        ALL: lambda _way: True,
        ORPHANS: lambda way: way.is_orphan,
        UNTRIED: lambda way: way.is_due,
        FAILED: lambda way: way.tried_at is not None and not way.worked,
    }
    return [way for way in found if asks[wanted](way)]


def orphan_count(clients: Iterable[int]) -> int:
    """Count the published ways in that nobody owns (K115)."""
    return published(clients).filter(ORPHAN).count()


def _way(entry: EntryPoint, today: date) -> Way:
    tried_at: datetime | None = entry.tried_at  # type: ignore[attr-defined]
    return Way(
        entry=entry,
        tried_at=tried_at,
        worked=bool(entry.worked),  # type: ignore[attr-defined]
        is_orphan=entry.owner is None or not entry.owner.is_active,
        is_due=is_due(localdate(tried_at) if tried_at else None, today=today),
    )
