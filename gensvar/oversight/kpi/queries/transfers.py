"""How many calls were transferred, and why (K15, SKE-04)."""

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext

from gensvar.foundation.agreements.models import Client
from gensvar.operations.contacts.models import TransferReason
from gensvar.oversight.kpi.queries.counting import counts
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, share_of


@dataclass(frozen=True)
class Transferred:
    """Calls transferred for a reason, of those answered; `reason` is None for all of them."""

    reason: str | None
    calls: int
    # Of them: without a word to whoever received it.
    cold: int
    answered: int

    @property
    def label(self) -> str:
        known = dict(TransferReason.choices)
        return str(known.get(self.reason or "", gettext("Nobody was asked why")))

    @property
    def is_hidden(self) -> bool:
        """Say whether so few were answered that nothing is told of them."""
        return self.answered < FEWEST_TOLD

    @property
    def share(self) -> Share:
        return share_of("K15", key="all", transferred=self.calls, ans=self.answered)


def transfers(client: Client, period: Period) -> tuple[Transferred, list[Transferred]]:
    """Return the transferred calls of a period together, and by reason, the most first.

    What has been read of the record counts, also of the day that goes on.
    """
    found = counts(client, period, is_whole=False)
    answered = found.values("waits_answered").count - int(found["talks_elsewhere"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT why, calls, cold FROM kpi_transfers(%s, %s, %s) ORDER BY calls DESC, why",
            [client.pk, period.starts_on, period.ends_on],
        )
        counted = cursor.fetchall()
    calls, cold = (sum(row[place] for row in counted) for place in (1, 2))
    rows = [Transferred(why, calls, cold, answered) for why, calls, cold in counted]
    return Transferred(None, calls, cold, answered), rows
