"""What has been promised in a case, as its page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gensvar.operations.cases.models import Case, HandOver, Promise, PromiseEnd, State
from gensvar.operations.cases.queries.facts import given_facts
from gensvar.operations.cases.queries.promises import is_in_force
from gensvar.operations.cases.queries.responsibility import responsible_for
from gensvar.operations.cases.queries.updates import update_in
from gensvar.operations.cases.rules import is_bounced
from gensvar.screens.desk.words import Moments

OUTCOMES = PromiseEnd.Outcome
ICONS = {
    OUTCOMES.KEPT: "check-circle",
    OUTCOMES.BROKEN: "alert",
    OUTCOMES.RENEGOTIATED: "refresh",
    OUTCOMES.REPLACED: "transfer",
}


@dataclass(frozen=True)
class PromiseLine:
    """One promise: its words, what became of it, and by what it is drawn."""

    promise: Promise
    state: str
    icon: str
    tone: str
    due: str


@dataclass(frozen=True)
class Promised:
    """All promises of a case; `to_say` waits for an agent's voice, `broken` for a new day."""

    lines: tuple[PromiseLine, ...] = ()
    standing: Promise | None = None
    broken: Promise | None = None
    # By when the customer is next written to, as it stands.
    update: str = ""
    is_update_late: bool = False

    @property
    def to_say(self) -> Promise | None:
        one = self.standing
        return one if one and one.way == Promise.Way.VOICE and one.told_at is None else None


@dataclass(frozen=True)
class Handed:
    """Where a case that was handed over stands: how often, who answers for it, what is known."""

    hops: int
    is_bounced: bool
    responsible: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def promised_in(case: Case, *, moments: Moments) -> Promised:
    rows = Promise.objects.filter(case=case).select_related("end", "group").order_by("-pk")
    lines = tuple(_line(row, moments) for row in rows)
    newest = lines[0].promise if lines and not case.is_closed else None
    force = newest if newest is not None and is_in_force(newest) else None
    is_late = force is not None and hasattr(force, "end")
    update = update_in(force, at=moments.at) if force and not is_late else None
    return Promised(
        lines=lines,
        standing=None if is_late else force,
        broken=force if is_late else None,
        update=moments.when(update.due_at) if update else "",
        is_update_late=update is not None and update.is_late,
    )


def handed_in(case: Case, *, at: datetime) -> Handed | None:
    handed = HandOver.objects.filter(case=case).prefetch_related("warnings").order_by("pk")
    rows = list(handed)
    if not rows:
        return None
    is_there = case.state == State.HANDED_OVER
    person = responsible_for(case, at=at) if is_there else None
    warnings = rows[-1].warnings.all() if is_there else []
    return Handed(
        hops=len(rows),
        is_bounced=is_bounced(len(rows)),
        responsible=person.name if person else "",
        facts=tuple(given_facts(case)),
        warnings=tuple(str(one.get_kind_display()) for one in warnings),
    )


def _line(promise: Promise, moments: Moments) -> PromiseLine:
    due = moments.when(promise.due_at)
    end = getattr(promise, "end", None)
    if end is not None:
        outcome = OUTCOMES(end.outcome)
        tone = "bad" if outcome == OUTCOMES.BROKEN else ""
        return PromiseLine(promise, str(outcome.label).lower(), ICONS[outcome], tone, due)
    if promise.due_at < moments.at:
        return PromiseLine(promise, _("late"), "alert", "bad", due)
    return PromiseLine(promise, due, "clock", "", due)
