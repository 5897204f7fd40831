"""Why people ask, subject by subject: need types crossed with subjects (SKE-20)."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from django.db import connection
from django.db.models import Count, F, Sum
from django.utils.translation import get_language_info

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case, CaseNeed, NeedMet, NeedOutcome, NeedType
from gensvar.oversight.kpi.models import CaseCount
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.subjects import subject_ranking
from gensvar.oversight.kpi.rules import Hidden, Share, hidden

NEEDS: Final = tuple(NeedType)
# Where at least so large a share only asks how it goes, of at least so many cases, something
# before the question could be better.
IMPROVE_FROM: Final = Fraction(1, 3)
FEWEST_TO_IMPROVE: Final = 20


@dataclass(frozen=True)
class Cell:
    """The cases of one subject and need; `count` is None where it is not told."""

    need: str
    count: int | None
    hidden: Hidden | None = None


@dataclass(frozen=True)
class NeedsMet:
    """What became of needs: a cell each for met, referred, not met and unsaid; `share` if told."""

    cells: tuple[Cell, ...]
    share: Share | None

    @property
    def is_empty(self) -> bool:
        return all(cell.count == 0 for cell in self.cells)


@dataclass(frozen=True)
class NeedsAsked:
    """Cases in which the customer needed something to be understood, and how much was met (CUS-04).

    Each is None where so few are not told.
    """

    noted: Share | None
    met: Share | None


@dataclass(frozen=True)
class WordsUsed:
    """Cases in which ready words were put into answers, in one variant of them (CUS-04)."""

    # Nothing: the client's own.
    language: str
    is_easy: bool
    count: int | None
    hidden: Hidden | None = None

    @property
    def name(self) -> str:
        """Return the language in words, where it is known; else its code."""
        try:
            return str(get_language_info(self.language)["name_translated"]).capitalize()
        except KeyError:
            return self.language


@dataclass(frozen=True)
class NeedRow:
    """A subject with its cases by need; `unsaid` are those whose need nobody has said yet."""

    subject_id: int
    subject: str
    count: int
    cells: tuple[Cell, ...]
    unsaid: Cell

    @property
    def status(self) -> Share | None:
        """Return the share of questions about how it goes; none where it is not told."""
        asked = next(cell.count for cell in self.cells if cell.need == NeedType.STATUS)
        return None if asked is None else Share(asked, self.count)

    @property
    def is_to_improve(self) -> bool:
        """Say whether so many only ask how it goes that the subject deserves a card."""
        value = self.status.value if self.status else None
        return value is not None and self.count >= FEWEST_TO_IMPROVE and value >= IMPROVE_FROM


def need_matrix(client: Client, period: Period) -> list[NeedRow]:
    """Return the subjects that may be told of, the most asked about first, each by need."""
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    rows = CaseCount.objects.filter(period.sums(), client=client).exclude(subject=None)
    for subject, need, count in (
        rows.values_list("subject_id", "need_type").annotate(n=Sum("cases")).order_by()
    ):
        counts[subject][need] = count
    return [
        _row(row.subject_id, row.subject, row.count, counts[row.subject_id])
        for row in subject_ranking(client, period).rows
        if row.count is not None
    ]


def needs_met(client: Client, period: Period) -> NeedsMet:
    """Return what became of the needs of the cases closed in a period and still closed.

    A need referred to whose it is counts as met. Only cases that the reader may see are counted.
    """
    start, end = period.instants()
    closed = Case.objects.filter(client=client, closed_at__gte=start, closed_at__lt=end)
    said = (
        NeedOutcome.objects.filter(case__in=closed, at=F("case__closed_at"), undone_at=None)
        .order_by()
        .values_list("met")
        .annotate(n=Count("pk"))
    )
    found = {str(met): count for met, count in said}
    counted = [found.get(met, 0) for met in NeedMet]
    counted.append(closed.count() - sum(counted))
    masks = hidden(counted)
    cells = tuple(
        Cell(key, None if place in masks else counted[place], masks.get(place))
        for place, key in enumerate([*map(str, NeedMet), "unsaid"])
    )
    known = Share(found.get(NeedMet.MET, 0) + found.get(NeedMet.REFERRED, 0), sum(counted[:-1]))
    # With the share and the cells beside it, a hidden one could be worked out.
    return NeedsMet(cells, None if masks or not known.whole else known)


def needs_asked(client: Client, period: Period) -> NeedsAsked:
    """Return in how many cases of a period a need was noted; met, of those where it was said."""
    start, end = period.instants()
    opened = Case.objects.filter(client=client, opened_at__gte=start, opened_at__lt=end)
    asked = CaseNeed.objects.filter(case__in=opened)
    whole, part = opened.count(), asked.values("case").distinct().count()
    met = asked.filter(met=CaseNeed.Met.MET).count()
    not_met = asked.filter(met=CaseNeed.Met.NOT_MET).count()
    noted = None if hidden([part, whole - part]) else Share(part, whole)
    return NeedsAsked(
        noted if part else None,
        None if hidden([met, not_met]) or not met + not_met else Share(met, met + not_met),
    )


def words_used(client: Client, period: Period) -> list[WordsUsed]:
    """Return in how many cases of a period each variant of ready words was used, the most first."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT language, is_easy, cases FROM kpi_words_used(%s, %s, %s)
               ORDER BY cases DESC, language, is_easy""",
            [client.pk, *period.instants()],
        )
        found = cursor.fetchall()
    masks = hidden([cases for _language, _easy, cases in found])
    return [
        WordsUsed(language, is_easy, None if place in masks else cases, masks.get(place))
        for place, (language, is_easy, cases) in enumerate(found)
    ]


def _row(subject_id: int, subject: str, count: int, by_need: dict[str, int]) -> NeedRow:
    """Return a row; within it no small count can be worked out from the others and their sum."""
    needs = [*NEEDS, ""]
    counted = [by_need.get(need, 0) for need in needs]
    masks = hidden(counted)
    cells = [
        Cell(str(need), None if place in masks else counted[place], masks.get(place))
        for place, need in enumerate(needs)
    ]
    return NeedRow(subject_id, subject, count, tuple(cells[:-1]), cells[-1])
