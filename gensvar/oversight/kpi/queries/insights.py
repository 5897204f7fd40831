"""Why customers have to ask, counted by cause."""

from dataclasses import dataclass

from django.db.models import Count

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.models import Insight
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import Hidden, hidden


@dataclass(frozen=True)
class CauseRow:
    cause: str
    label: str
    count: int | None
    hidden: Hidden | None
    page: str


def causes(client: Client, period: Period) -> list[CauseRow]:
    """Return each cause that the reader may see, the most first, with the page named most."""
    start, end = period.instants()
    noted = Insight.objects.filter(client=client, at__gte=start, at__lt=end)
    counted = dict(noted.values_list("cause").annotate(n=Count("pk")).order_by())
    pages: dict[str, str] = {}
    named = noted.exclude(page="").values_list("cause", "page").annotate(n=Count("pk"))
    for cause, page, _n in named.order_by("-n", "page"):
        pages.setdefault(cause, page)
    rows = [(value, str(label), counted.get(value, 0)) for value, label in Insight.Cause.choices]
    rows = sorted((row for row in rows if row[2]), key=lambda row: -row[2])
    masks = hidden([n for _cause, _label, n in rows])
    told = [
        CauseRow(
            cause, label, None if place in masks else n, masks.get(place), pages.get(cause, "")
        )
        for place, (cause, label, n) in enumerate(rows)
    ]
    return sorted(told, key=lambda row: (row.count is None, row.label if row.count is None else ""))
