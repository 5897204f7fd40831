"""Handling times as the floor shows them: today beside the plan, and by how much it differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from gensvar.operations.routing.explaining import minutes, span
from gensvar.operations.routing.queries.measured import Handled

# From so much longer than planned on it is said.
LONGER = 0.1


def percent(share: float) -> str:
    return f"{round(share * 100)}\N{NO-BREAK SPACE}%"


def points(change: float) -> str:
    """Return a difference of two shares, in points, with its sign.

    >>> points(0.034), points(-0.02)
    ('+3', '−2')
    """
    rounded = round(change * 100)
    sign = "+" if rounded > 0 else "\N{MINUS SIGN}" if rounded < 0 else "±"
    return f"{sign}{abs(rounded)}"


def change(share: float) -> str:
    """Return by how much something differs from what was expected."""
    return f"{points(share)}\N{NO-BREAK SPACE}%"


@dataclass(frozen=True)
class Handling:
    """How long contacts take today beside what is planned, or else beside the past weeks."""

    today: Handled
    planned: float | None
    is_planned: bool

    @classmethod
    def of(cls, told: Mapping[str, Any], plan: int | None) -> "Handling":
        before = Handled(**told.get("handled_before", {}))
        usual = before.seconds if before.is_sure else None
        return cls(Handled(**told.get("handled", {})), plan or usual, plan is not None)

    def __str__(self) -> str:
        if self.today.seconds is None and self.planned is None:
            return "–"
        return " / ".join(
            "–" if one is None else minutes(one) for one in (self.today.seconds, self.planned)
        )

    @property
    def deviation(self) -> float | None:
        """By what share today differs, once that is known of enough contacts."""
        if self.planned is None or self.today.seconds is None or not self.today.is_sure:
            return None
        return self.today.seconds / self.planned - 1

    @property
    def against(self) -> str:
        return "" if self.deviation is None else change(self.deviation)

    @property
    def more(self) -> str:
        """Say that contacts take longer, where that is part of why a goal breaks."""
        if (self.deviation or 0) < LONGER or self.today.seconds is None or self.planned is None:
            return ""
        words = (
            _("Contacts take %(more)s longer than planned.")
            if self.is_planned
            else _("Contacts take %(more)s longer than in past weeks.")
        )
        return words % {"more": span(self.today.seconds - self.planned)}
