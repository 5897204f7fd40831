"""How hard the approved answers are to read, by the group that answers for them (CUS-06)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import floor

from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.operations.knowledge.models import Form, Wording
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.science.readability import lix


@dataclass(frozen=True)
class GroupLix:
    """The mean LIX of a group's texts when a period began and when it ended, and how many texts."""

    group: str
    texts: int
    before: int | None
    after: int | None


def readability(client: Client, period: Period) -> list[GroupLix]:
    """Return each group with Swedish answers in force at either end, by its code."""
    begins, ends = period.instants()
    before, after = _in_force(client, begins), _in_force(client, ends)
    return [
        GroupLix(
            group, len(after.get(group, [])), _mean(before.get(group)), _mean(after.get(group))
        )
        for group in sorted({*before, *after})
    ]


def _in_force(client: Client, at: datetime) -> dict[str, list[int]]:
    """Return the index of each Swedish text that could be answered with at a moment, by group."""
    rows = (
        Wording.objects.filter(
            Q(version__withdrawn_at=None) | Q(version__withdrawn_at__gt=at),
            client=client,
            form=Form.TEXT,
            language="sv",
            version__approved_at__lte=at,
        )
        .order_by("article", "-version__number")
        .distinct("article")
    )
    found: dict[str, list[int]] = defaultdict(list)
    for group, body in rows.values_list("article__group__code", "body"):
        measured = lix(body)
        if measured.words:
            found[group].append(measured.value)
    return found


def _mean(values: list[int] | None) -> int | None:
    """Return the mean, rounded half up as the index itself is."""
    return floor(Fraction(sum(values), len(values)) + Fraction(1, 2)) if values else None
