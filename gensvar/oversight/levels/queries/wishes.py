"""Wishes and new needs of a quarter, and what the line decided about them."""

from dataclasses import dataclass

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case
from gensvar.oversight.levels.models import WishDecision
from gensvar.oversight.levels.queries.facts import Days, wishes_of
from gensvar.oversight.levels.rules import Quarter


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
    days = Days(quarter.starts_on, quarter.ends_on)
    rows = wishes_of(client, days).select_related("wish_decision__by", "located__place")
    wishes = tuple(rows.order_by("opened_at", "pk"))
    outcomes = [one.wish_decision.outcome for one in wishes if hasattr(one, "wish_decision")]
    return WishList(
        quarter,
        wishes,
        accepted=outcomes.count(WishDecision.Outcome.ACCEPTED),
        declined=outcomes.count(WishDecision.Outcome.DECLINED),
        later=outcomes.count(WishDecision.Outcome.LATER),
    )
