"""How promises were kept, and why cases were handed over; all are counted, sums are told."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import HandOver, PromiseEnd
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import Share, gathered, hidden, share_of

OUTCOMES = PromiseEnd.Outcome
OUTCOME_KEYS: Final = ("kept", "renegotiated", "broken")
WHYS: Final = [HandOver.Why.CANNOT, HandOver.Why.SHOULD_NOT]


@dataclass(frozen=True)
class Keeping:
    """How promises due in a time were kept (K30); those still standing are not in it."""

    kept: int
    renegotiated: int
    broken: int

    @property
    def due(self) -> int:
        return self.kept + self.renegotiated + self.broken

    @property
    def is_told(self) -> bool:
        """Say whether none of the numbers is so small that it would tell of single cases."""
        return not hidden([self.kept, self.renegotiated, self.broken])

    @property
    def shares(self) -> list[Share]:
        """Return which part was kept, given a new time in advance, and broken."""
        return [
            share_of(
                "K30",
                key=key,
                promises_kept=self.kept,
                promises_renegotiated=self.renegotiated,
                promises_broken=self.broken,
            )
            for key in OUTCOME_KEYS
        ]


@dataclass(frozen=True)
class Reasons:
    """Why cases of a subject were handed over; the rest are subjects with too few to tell of."""

    subject: str
    cannot: int
    should_not: int
    is_rest: bool = False

    @property
    def count(self) -> int:
        return self.cannot + self.should_not

    @property
    def share(self) -> Share:
        """Return how many could not be answered: what a wider mission or more support would do."""
        return Share(self.cannot, self.count)


def promises_kept(client: Client, period: Period) -> Keeping:
    """Return how promises due in a period ended; one taken over by another is not counted."""
    counted = dict(_asked("SELECT outcome, promises FROM kpi_promises(%s, %s, %s)", client, period))
    return Keeping(
        kept=counted.get(OUTCOMES.KEPT, 0),
        renegotiated=counted.get(OUTCOMES.RENEGOTIATED, 0),
        broken=counted.get(OUTCOMES.BROKEN, 0),
    )


def hand_over_reasons(client: Client, period: Period) -> tuple[Reasons, list[Reasons]]:
    """Return all hand-overs together, and those of each subject, the most first."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for subject, why, n in _asked(
        "SELECT subject_id, why, hand_overs FROM kpi_hand_overs(%s, %s, %s)", client, period
    ):
        counts[subject or 0][WHYS.index(why)] += n
    names = dict(Subject.objects.filter(pk__in=counts).values_list("pk", "name"))
    told, rest = gathered({key: (found[0], found[1]) for key, found in counts.items()})
    rows = [Reasons(names.get(key, ""), *found) for key, found in told.items()]
    rows.sort(key=lambda row: (-row.count, row.subject))
    if rest is not None:
        rows.append(Reasons("", *rest, is_rest=True))
    cannot, should_not = (sum(found[place] for found in counts.values()) for place in (0, 1))
    return Reasons("", cannot, should_not), rows


def sent_round(client: Client, period: Period) -> Share | None:
    """Return, of the cases handed over in a period, those handed over again (K114).

    None where so few are not told.
    """
    ((bounced, handed),) = _asked(
        "SELECT bounced, handed_over FROM kpi_bounced(%s, %s, %s)", client, period
    )
    if hidden([bounced, handed - bounced]):
        return None
    return share_of("K114", handed_over_again=bounced, handed_over=handed)


def _asked(query: str, client: Client, period: Period) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, [client.pk, *period.instants()])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
