"""What the dashboards ask and answer, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.operations.customers.models import Customer
from gensvar.oversight.levels.models import WishDecision
from gensvar.oversight.levels.queries.boards import NO_ANSWERS, NO_CASES, NO_ORDERS, Tile
from gensvar.ui.formats import language

BOARD_NAMES: Final[dict[str, str | Promise]] = {
    "management": _("What management must know"),
    "line": _("What the line must know"),
    "customer": _("What the customer must know"),
}
QUESTIONS: Final[dict[str, str | Promise]] = {
    "services": _("Which services matter to the customer's core business?"),
    "efficiency": _("How does delivery affect the customer's efficiency?"),
    "right-price": _("Is it the right service at the right price?"),
    "frequency": _("How often do faults come?"),
    "needs": _("Which new needs are there?"),
    "quality": _("How good is the work?"),
    "price": _("What does it cost?"),
    "bought": _("Which services are bought?"),
    "by-whom": _("By whom?"),
    "help": _("How do they help the business?"),
    "price-and-quality": _("What are price and quality?"),
}
MEANINGS: Final[dict[str, str | Promise]] = {
    "services": _("of all faults at places are about the commonest service"),
    "efficiency": _("of orders with a promised or planned time were finished in time"),
    "right-price": _("more or less than estimated, all finished orders together"),
    "frequency": _("faults at places"),
    "needs": _("wishes and new needs"),
    "quality": _("of orders were for a fault that had come back within 90 days"),
    "price": _("a finished order, on average"),
    "bought": _("work orders"),
    "by-whom": _("of cases come from internal units and tenants"),
    "help": _("of 5, from customers asked after a finished order"),
    "price-and-quality": _("a finished order, on average by service"),
}
WHY: Final[dict[str, str | Promise]] = {
    NO_CASES: _("No case of these days tells it."),
    NO_ORDERS: _("No finished work order of these days tells it."),
    NO_ANSWERS: _("No customer has answered the question after an order in these days."),
}
ROWS: Final[dict[str, str | Promise]] = {
    "on-time": _("In time"),
    "late": _("Too late"),
    "estimated": _("Estimated"),
    "spent": _("Spent"),
    "came-back": _("Came back"),
    "orders": _("All with a place"),
    "undecided": _("Not decided"),
    "not-said": _("Not said"),
    **dict(WishDecision.Outcome.choices),
    **dict(Customer.Type.choices),
}


@dataclass(frozen=True)
class ToldRow:
    """A line beneath a figure as people read it; the cost is in öre."""

    label: str
    count: int | None
    cost: int | None


@dataclass(frozen=True)
class Told:
    """A tile as people read it; without a figure, `why` says what is missing."""

    key: str
    question: str
    figure: str
    meaning: str
    why: str
    rows: tuple[ToldRow, ...]


def month(on: date) -> str:
    """Return the name of a month and its year, such as “oktober 2026”."""
    return f"{language(get_language() or 'en').months[on.month - 1]} {on.year}"


def told(tile: Tile) -> Told:
    return Told(
        key=tile.key,
        question=str(QUESTIONS[tile.key]),
        figure=_figure(tile),
        meaning=str(MEANINGS[tile.key]),
        why=str(WHY[tile.why]) if tile.why else "",
        rows=tuple(ToldRow(_label(row.label), row.count, row.cost) for row in tile.rows),
    )


def _figure(tile: Tile) -> str:
    if tile.value is None:
        return ""
    if tile.unit == "percent":
        sign = "+" if tile.key == "right-price" and tile.value > 0 else ""
        return f"{sign}{tile.value:.1f} %".replace(".", ",").replace("-", "−")
    if tile.unit == "score":
        return f"{tile.value:.1f}".replace(".", ",")
    whole = f"{tile.value:,.0f}".replace(",", "\u00a0")
    return _now("%(kronor)s kr") % {"kronor": whole} if tile.unit == "kronor" else whole


def _label(label: str) -> str:
    if label.startswith("score-"):
        return _now("Answered %(score)s of 5") % {"score": label.removeprefix("score-")}
    return str(ROWS.get(label, label))
