"""Questions that nothing answered (PRO-12), and how fresh the answers are that were given (K75)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.operations.knowledge.models import Article, Gap
from gensvar.operations.knowledge.queries.articles import Freshness, freshness
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.subjects import subject_ranking
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, share_of


@dataclass(frozen=True)
class Missed:
    """How often an answer about a subject was missed, and the article that then answered."""

    subject: str
    group: str
    count: int
    # Of them, those that nothing answers yet.
    open: int
    # The subject's cases in the same days; None where so few are not told.
    cases: int | None
    first_on: date
    article: Article | None = None
    answered_on: date | None = None

    @property
    def share(self) -> Share | None:
        return None if self.cases is None else Share(self.count, self.cases)

    @property
    def days(self) -> int | None:
        """Return how many days it took from the first question missed to the article."""
        return (self.answered_on - self.first_on).days if self.answered_on else None


@dataclass(frozen=True)
class AnswerSupport:
    """How well the articles of a client answered in a period."""

    missed: list[Missed]
    fresh: Freshness
    # K75 weighted by use: of the times that somebody was answered with an article, those with one
    # that is within its day of review. None where so few are not told.
    used: Share | None

    @property
    def count(self) -> int:
        return sum(row.count for row in self.missed)

    @property
    def open(self) -> int:
        return sum(row.open for row in self.missed)


def answer_support(client: Client, period: Period, *, today: date) -> AnswerSupport:
    """Return the subjects about which answers were missed, the most missed first."""
    start, end = period.instants()
    gaps: dict[int, list[Gap]] = defaultdict(list)
    noted = Gap.objects.filter(client=client, at__gte=start, at__lt=end)
    for gap in noted.select_related("subject__group", "filled_by").order_by("at", "pk"):
        gaps[gap.subject_id].append(gap)
    cases = {row.subject_id: row.count for row in subject_ranking(client, period).rows}
    missed = [_missed(found, cases.get(subject)) for subject, found in gaps.items()]
    missed.sort(key=lambda row: (-row.open, -row.count, row.subject))
    return AnswerSupport(
        missed, freshness([client.pk], on=today), _used(client, period, today=today)
    )


def _missed(found: list[Gap], cases: int | None) -> Missed:
    subject, still = found[0].subject, sum(gap.filled_at is None for gap in found)
    filled = [gap for gap in found if gap.filled_at is not None]
    last = max(filled, key=lambda gap: gap.filled_at or gap.at) if not still else None
    return Missed(
        subject=subject.name,
        group=subject.group.code if subject.group else "",
        count=len(found),
        open=still,
        cases=cases,
        first_on=localdate(found[0].at),
        article=last.filled_by if last else None,
        answered_on=localdate(last.filled_at) if last else None,
    )


def _used(client: Client, period: Period, *, today: date) -> Share | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT fresh, used FROM kpi_answers_used(%s, %s, %s, %s)",
            [client.pk, *period.instants(), today],
        )
        fresh, used = cursor.fetchone()
    if 0 < used < FEWEST_TOLD:
        return None
    return share_of("K75", key="used", uses_of_fresh=fresh, uses=used)
