"""Whether every contact that came to us was registered: with a case, or with a reason (K76)."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import Share, hidden, share_of


@dataclass(frozen=True)
class Registered:
    """The contacts of some days; `day` is None for all of them together."""

    day: date | None
    contacts: int
    with_case: int
    with_reason: int
    # So few came that nothing is told, or a small number could be worked out.
    is_hidden: bool = False

    @property
    def neither(self) -> int:
        return self.contacts - self.with_case - self.with_reason

    @property
    def share(self) -> Share:
        return self._share("all")

    @property
    def share_neither(self) -> Share:
        return self._share("neither")

    def _share(self, key: str) -> Share:
        return share_of(
            "K76",
            key=key,
            with_case=self.with_case,
            with_reason=self.with_reason,
            contacts_answered=self.contacts,
        )


def registration(client: Client, period: Period) -> tuple[Registered, list[Registered]]:
    """Return the contacts of a period together, and of each day on which any came."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT day, contacts, with_case, with_reason
               FROM kpi_registration(%s, %s, %s) ORDER BY day""",
            [client.pk, *period.instants()],
        )
        counted = cursor.fetchall()
    masks = hidden([contacts for _day, contacts, _case, _reason in counted])
    days = [
        Registered(day, contacts, with_case, with_reason, is_hidden=place in masks)
        for place, (day, contacts, with_case, with_reason) in enumerate(counted)
    ]
    contacts, with_case, with_reason = (sum(row[place] for row in counted) for place in (1, 2, 3))
    few = bool(hidden([contacts]))
    return Registered(None, contacts, with_case, with_reason, is_hidden=few), days
