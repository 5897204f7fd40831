"""What was solved in the first contact (K20), with what was referred elsewhere apart (LAW-01)."""

from dataclasses import dataclass

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.operations.contacts.models import Channel
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, hidden, share_of


@dataclass(frozen=True)
class FirstContact:
    """The cases that began in a channel; `channel` is empty for all of them together."""

    channel: str
    cases: int
    solved: int
    # Another authority's to meet, and the customer was told which: met too, but not by us.
    referred: int
    is_hidden: bool = False

    @property
    def label(self) -> str:
        return str(Channel(self.channel).label) if self.channel else ""

    @property
    def share(self) -> Share:
        """Return K20: a need that was referred elsewhere at once counts as solved."""
        return self._share("all")

    @property
    def referred_share(self) -> Share:
        return self._share("referred")

    def _share(self, key: str) -> Share:
        return share_of(
            "K20",
            key=key,
            solved_at_once=self.solved,
            referred=self.referred,
            cases_begun=self.cases,
        )

    @property
    def tells_referred(self) -> bool:
        """Say whether the two parts may be told apart without telling of a few people's cases."""
        return not self.is_hidden and not 0 < self.referred < FEWEST_TOLD


def first_contacts(client: Client, period: Period) -> tuple[FirstContact, list[FirstContact]]:
    """Return all cases of a period together, and those of each channel, the most first."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT channel, cases, solved, referred FROM kpi_solved_at_once(%s, %s, %s)
               ORDER BY cases DESC, channel""",
            [client.pk, *period.instants()],
        )
        counted = cursor.fetchall()
    masks = hidden([cases for _channel, cases, _solved, _referred in counted])
    rows = [
        FirstContact(channel, cases, solved, referred, is_hidden=place in masks)
        for place, (channel, cases, solved, referred) in enumerate(counted)
    ]
    cases, solved, referred = (sum(row[place] for row in counted) for place in (1, 2, 3))
    few = bool(hidden([cases]))
    return FirstContact("", cases, solved, referred, is_hidden=few), rows
