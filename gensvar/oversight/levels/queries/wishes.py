"""Wishes and new needs of a quarter, and what the line decided about them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place
from gensvar.oversight.levels.models import WishDecision
from gensvar.oversight.levels.queries.facts import OF_WISHES, Days, wishes_of
from gensvar.oversight.levels.rules import Quarter

WITH = ("client", "wish_decision__by", "located__place")


@dataclass(frozen=True)
class WishList:
    """The wishes of a quarter, in the order that they came."""

    quarter: Quarter
    wishes: tuple[Case, ...]
    accepted: int
    declined: int
    later: int

    @property
    def undecided(self) -> int:
        return len(self.wishes) - self.accepted - self.declined - self.later


def wish_list(client: Client, quarter: Quarter) -> WishList:
    wishes = tuple(wishes_in(client, quarter))
    outcomes = [held.outcome for one in wishes if (held := decision_of(one))]
    return WishList(
        quarter,
        wishes,
        accepted=outcomes.count(WishDecision.Outcome.ACCEPTED),
        declined=outcomes.count(WishDecision.Outcome.DECLINED),
        later=outcomes.count(WishDecision.Outcome.LATER),
    )


def wishes_in(client: Client, quarter: Quarter) -> QuerySet[Case]:
    """Return the wishes of a quarter with what was decided, in the order that they came."""
    rows = wishes_of(client, Days(quarter.starts_on, quarter.ends_on))
    return rows.select_related(*WITH).order_by("opened_at", "pk")


def wish_numbered(clients: Iterable[Client], number: str) -> QuerySet[Case]:
    """Return the case with this number, where it is a wish and no secret."""
    rows = Case.objects.filter(OF_WISHES, client__in=list(clients), access=None)
    return rows.filter(number=number[:12]).select_related(*WITH)


def decision_of(wish: Case) -> WishDecision | None:
    """Return what the line decided about a wish, if anything."""
    return getattr(wish, "wish_decision", None)


def place_of(wish: Case) -> Place | None:
    """Return the place that a wish is about, if any is named."""
    located = getattr(wish, "located", None)
    return located.place if located else None
