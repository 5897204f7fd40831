"""Who has opened confidential cases."""

from dataclasses import dataclass
from datetime import datetime

from gensvar.operations.cases.models import Case, Reading

MOST = 500


@dataclass(frozen=True)
class ReadingRow:
    """A reading; the number and the reason are empty to whoever may not know of the case."""

    at: datetime
    who: str
    access: str
    number: str
    reason: str


def readings(client_id: int) -> list[ReadingRow]:
    """Return the newest readings of a client's confidential cases."""
    rows = Reading.objects.filter(client=client_id).select_related("agent", "access")
    newest = list(rows.order_by("-at", "-pk")[:MOST])
    seen = dict(
        Case.objects.filter(pk__in={row.case_id for row in newest}).values_list("pk", "number")
    )
    return [
        ReadingRow(
            row.at,
            row.agent.name,
            row.access.name,
            seen.get(row.case_id, ""),
            row.reason if row.case_id in seen else "",
        )
        for row in newest
    ]
