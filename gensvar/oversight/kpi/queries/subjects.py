"""What people ask about, why, and where it is solved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import NeedType
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.kpi.models import CaseCount, SelfServiceUse
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Hidden, Share, hidden, ranked

TOP = 20


@dataclass(frozen=True)
class SubjectRow:
    """A subject in the ranking; what is hidden has neither rank, count nor share."""

    subject_id: int
    subject: str
    hidden: Hidden | None = None
    rank: int | None = None
    count: int | None = None
    share: Share | None = None
    # Of the largest count, for a bar.
    of_largest: float = 0.0


@dataclass(frozen=True)
class Ranking:
    """How often each subject was asked about; `total` counts cases without a subject too."""

    rows: list[SubjectRow]
    total: int
    # Of them all: those of a subject that is told, or not told, and those without any.
    without_subject: int

    @property
    def top(self) -> list[SubjectRow]:
        return self.rows[:TOP]

    @property
    def is_told(self) -> bool:
        return not 0 < self.total < FEWEST_TOLD

    def together(self, rows: Iterable[SubjectRow]) -> Share | None:
        """Return the sum of some rows, unless one of them is hidden."""
        counts = [row.count for row in rows]
        told = [count for count in counts if count is not None]
        return Share(sum(told), self.total) if len(told) == len(counts) else None


def subject_ranking(client: Client, period: Period) -> Ranking:
    counted = list(
        _counted(client, period)
        .values_list("subject_id", "subject__name")
        .annotate(n=Sum("cases"))
        .order_by()
    )
    total = sum(count for _key, _name, count in counted)
    named = sorted((name, count, key) for key, name, count in counted if key and count)
    without = total - sum(count for _name, count, _key in named)
    masks = hidden([*(count for _name, count, _key in named), without])
    shown = {row[0]: row for place, row in enumerate(named) if place not in masks}
    largest = max((count for _name, count, _key in shown.values()), default=1)
    rows = [
        SubjectRow(shown[name][2], name, None, rank, n, Share(n, total), 100 * n / largest)
        for rank, name, n in ranked((name, count) for name, count, _key in shown.values())
    ]
    rows += [
        SubjectRow(key, name, masks[place])
        for place, (name, _count, key) in enumerate(named)
        if place in masks
    ]
    return Ranking(rows, total, without)


@dataclass(frozen=True)
class Reason:
    """Why people ask: a need type, how often; without a number where that would tell too much."""

    label: str
    share: Share | None


@dataclass(frozen=True)
class SubjectFacts:
    """Why people ask about one subject, and who solves it."""

    reasons: list[Reason]
    tiers: "Tiers"


def subject_facts(client: Client, period: Period, subject_id: int) -> SubjectFacts | None:
    rows = _counted(client, period).filter(subject=subject_id)
    counts = list(rows.values_list("need_type").annotate(n=Sum("cases")).order_by("-n"))
    counts = [(need, count) for need, count in counts if count]
    total = sum(count for _need, count in counts)
    if total < FEWEST_TOLD:
        return None
    labels = dict(NeedType.choices)
    masks = hidden([count for _need, count in counts])
    return SubjectFacts(
        reasons=[
            Reason(str(labels.get(need, "–")), None if place in masks else Share(count, total))
            for place, (need, count) in enumerate(counts)
        ],
        tiers=next(tiers(client, period, subject_id=subject_id)),
    )


@dataclass(frozen=True)
class Tiers:
    """Where a subject's needs were met, beside where they should be (SKE-19)."""

    subject_id: int
    subject: str
    target: int
    self_service: int
    front: int
    department: int

    @property
    def whole(self) -> int:
        return self.self_service + self.front + self.department

    @property
    def shares(self) -> list[Share | None]:
        """Return the share of each tier, 1 to 3; none where a small number could be worked out."""
        counts = (self.self_service, self.front, self.department)
        masks = hidden(counts)
        return [None if n in masks else Share(c, self.whole) for n, c in enumerate(counts)]

    @property
    def actual(self) -> int:
        """Return the tier that meets most of the needs."""
        counts = (self.self_service, self.front, self.department)
        return 1 + max(range(3), key=lambda tier: counts[tier])

    @property
    def has_drifted(self) -> bool:
        """Say whether most needs were met further away than they should be."""
        return self.actual > self.target


def tiers(client: Client, period: Period, *, subject_id: int | None = None) -> Iterator[Tiers]:
    """Yield each subject that somebody asked about, the most first."""
    rows = _counted(client, period)
    rows = rows.filter(subject=subject_id) if subject_id else rows.exclude(subject=None)
    summed = rows.values_list("subject_id").annotate(n=Sum("cases"), away=Sum("handed_over"))
    counted = {key: (n, away) for key, n, away in summed.order_by() if n}
    helped = dict(
        SelfServiceUse.objects.filter(
            client=client, starts_on__gte=period.starts_on, ends_on__lte=period.ends_on
        )
        .values_list("subject_id")
        .annotate(n=Sum("count"))
        .order_by()
    )
    subjects = {subject.pk: subject for subject in Subject.objects.filter(pk__in=counted)}
    for key, (n, away) in sorted(counted.items(), key=lambda row: -row[1][0]):
        yield Tiers(key, subjects[key].name, subjects[key].tier, helped.get(key, 0), n - away, away)


def _counted(client: Client, period: Period) -> QuerySet[CaseCount]:
    return CaseCount.objects.filter(period.sums(), client=client)
