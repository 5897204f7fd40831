"""How many contacts each disruption caused: each contact counts, and the cause is one (PRO-14)."""

from dataclasses import dataclass

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.operations.disruptions.models import Disruption
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import Hidden, hidden


@dataclass(frozen=True)
class Cause:
    """One cause behind many contacts; `count` is None where so few are not told."""

    disruption_id: int
    cause: str
    area: str
    count: int | None
    hidden: Hidden | None


def causes_of_contacts(client: Client, period: Period) -> list[Cause]:
    """Return the disruptions that contacts of the period came from, the most first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disruption_id, contacts FROM kpi_disruption_contacts(%s, %s, %s)",
            [client.pk, *period.instants()],
        )
        counted = dict(cursor.fetchall())
    # No sum of them is told, so a small one cannot be worked out from the others.
    masks = {key: hidden([count]).get(0) for key, count in counted.items()}
    rows = [
        Cause(
            one.pk, one.cause, one.area, None if masks[one.pk] else counted[one.pk], masks[one.pk]
        )
        for one in Disruption.objects.filter(pk__in=counted)
    ]
    return sorted(rows, key=lambda row: (-(row.count or 0), row.disruption_id))
