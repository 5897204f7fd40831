"""What an act on many cases changes, in words: who had the case, who gets it, what it is about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.rules import Act, Outcome
from gensvar.operations.cases.models import NeedType, State, Tag
from gensvar.operations.cases.queries.deeds import changed
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.desk.words import Moments

NAMES: Final = {
    "state": _("State"),
    "stage": _("Stage"),
    "title": _("Title"),
    "need_type": _("Need"),
    "subject": _("Subject"),
    "type": _("Case type"),
    "agent": _("Responsible"),
    "group": _("Group"),
    "tags": _("Tags"),
    "rest": _("Rests until"),
    "disruption": _("Disruption"),
    "watched": _("Followed by you"),
    "merged": _("Part of another"),
}
MODELS: Final[dict[str, Any]] = {
    "subject": Subject,
    "type": CaseType,
    "agent": Agent,
    "group": Group,
    "tags": Tag,
    "disruption": Disruption,
}
# What the outcome of each case is called, and how it is marked.
OUTCOMES: Final = {
    Outcome.UNWEIGHED: (_("Not looked at yet"), ""),
    Outcome.READY: (_("Would change"), ""),
    Outcome.REFUSED: (_("Stays as it is"), "warn"),
    Outcome.DONE: (_("Done"), "good"),
    Outcome.SKIPPED: (_("Left as it was"), "warn"),
    Outcome.UNDONE: (_("Undone"), ""),
    Outcome.KEPT: (_("Could not be undone"), "warn"),
}
# Who hears of an act on these cases, before it is confirmed.
TOLD: Final = {
    Act.WRITE: _("Each customer gets one message, ten minutes after you confirm."),
    Act.HAND_OVER: _(
        "The group gets one mail a case, without what the customer wrote. Each customer is "
        "promised an answer, in their own channel. This cannot be undone."
    ),
    Act.ATTACH: _("Nothing is sent now. Each customer hears once, when the disruption is over."),
}
NOT_TOLD: Final = _("Nothing is sent to the customers.")


@dataclass(frozen=True)
class Change:
    """One thing about a case, as it is and as it becomes."""

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.name}: {self.before} → {self.after}"


@dataclass(frozen=True)
class Row:
    pk: int
    number: str
    title: str
    customer: str
    changes: Sequence[Change]
    outcome: str
    tone: str
    reason: str


def rows(found: Iterable[BatchedCase], *, moments: Moments) -> list[Row]:
    """Return what is shown of each case; what ids stand for is looked up once for all of them."""
    listed = list(found)
    names = _names(listed)
    return [_row(row, names, moments) for row in listed]


def who_is_told(batch: Batch) -> str:
    return str(TOLD.get(Act(batch.act), NOT_TOLD))


def _row(row: BatchedCase, names: dict[tuple[str, int], str], moments: Moments) -> Row:
    label, tone = OUTCOMES[Outcome(row.outcome)]
    keys = changed(row.before, row.after) if row.before and row.after else []
    if "state" in keys:  # says it better than the stage of the type that it comes to
        keys = [key for key in keys if key != "stage"]
    return Row(
        pk=row.pk,
        number=row.case.number,
        title=row.case.title,
        customer=row.case.customer.name if row.case.customer else "",
        changes=[
            Change(
                str(NAMES[key]),
                _word(key, row.before[key], names, moments),
                _word(key, row.after[key], names, moments),
            )
            for key in keys
        ],
        outcome=str(label),
        tone=tone,
        reason=row.reason,
    )


def _names(listed: Iterable[BatchedCase]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in listed:
        for held in (row.before, row.after):
            for key in MODELS:
                value = held.get(key)
                wanted[key] |= set(value if isinstance(value, list) else [value] if value else [])
    return {
        (key, pk): str(one)
        for key, keys in wanted.items()
        if keys
        for pk, one in MODELS[key].objects.in_bulk(keys).items()
    }


def _word(key: str, value: Any, names: dict[tuple[str, int], str], moments: Moments) -> str:
    if value in (None, "", [], False):
        return "–"
    if key == "state":
        return str(State(value).label)
    if key == "need_type":
        return str(NeedType(value).label)
    if key == "rest":
        return moments.when(datetime.fromisoformat(value))
    if key == "tags":
        return ", ".join(sorted(names.get((key, one), "?") for one in value))
    if key in MODELS:
        return names.get((key, value), _now("unknown"))
    return _now("yes") if value is True else str(value)
