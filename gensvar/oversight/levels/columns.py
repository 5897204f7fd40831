"""What stands in the files that people take along from the pages."""

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.integrations.exports import Column
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders.rules.money import in_kronor
from gensvar.oversight.levels.models import Issue, WishDecision
from gensvar.oversight.levels.queries.rights import seen_place
from gensvar.oversight.levels.queries.wishes import decision_of, place_of
from gensvar.oversight.levels.words import ToldRow


def _kronor(ore: int | None) -> Decimal | None:
    return None if ore is None else in_kronor(ore)


def _decisions(issue: Issue) -> str:
    told = (
        f"{localdate(one.at)} {one.get_level_display()}: {one.words}"
        for one in issue.decisions.all()
    )
    return "\n".join(told)


def _outcome(held: WishDecision | None) -> str | Promise:
    return held.get_outcome_display() if held else _("not decided")


ISSUES: list[Column[Issue]] = [
    Column("title", lambda row: row.title, _("Issue")),
    Column("level", lambda row: row.get_level_display(), _("Level")),
    Column("place", lambda row: str(seen_place(row) or ""), _("Place")),
    Column("service", lambda row: str(row.service or ""), _("Service")),
    Column("from", lambda row: row.starts_on, _("Counted from")),
    Column("until", lambda row: row.last_on, _("Until")),
    Column("cases", lambda row: row.cases, _("Cases")),
    Column("orders", lambda row: row.orders, _("Orders")),
    Column("cost", lambda row: _kronor(row.cost), _("Cost, kronor")),
    Column("made_at", lambda row: row.at, pgettext_lazy("issue", "Lifted")),
    Column("decisions", _decisions, _("Decisions")),
    Column("closed_at", lambda row: row.closed_at, pgettext_lazy("issue", "Closed")),
]
ROWS: list[Column[ToldRow]] = [
    Column("what", lambda row: row.label, _("What")),
    Column("count", lambda row: row.count, _("Count")),
    Column("cost", lambda row: _kronor(row.cost), _("Cost, kronor")),
]


def wish_columns(*, with_titles: bool) -> list[Column[Case]]:
    """Return the columns of a list of wishes; what was written only for who reads the cases."""
    title: Column[Case] = Column("title", lambda row: row.title, _("What is wished for"))
    return [
        Column("number", lambda row: row.number, _("Wish")),
        *([title] if with_titles else []),
        Column("came_at", lambda row: row.opened_at, _("Came")),
        Column("place", lambda row: str(place_of(row) or ""), _("Place")),
        Column("decision", lambda row: _outcome(decision_of(row)), _("Decision")),
        Column("why", lambda row: held.words if (held := decision_of(row)) else "", _("Why")),
        Column(
            "decided_at", lambda row: held.at if (held := decision_of(row)) else None, _("Decided")
        ),
    ]
