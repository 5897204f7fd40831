"""Issues, dashboards and wishes as programs read and write them; money is whole öre."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from gensvar.foundation.integrations.listing import ListAsked
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body
from gensvar.operations.cases.models import Case
from gensvar.oversight.levels.models import ArchivedBoard, Decision, Issue, Lift
from gensvar.oversight.levels.queries.rights import seen_place
from gensvar.oversight.levels.queries.wishes import decision_of, place_of
from gensvar.oversight.levels.rules import Level

Outcome = Literal["accepted", "declined", "later"]
Name = Literal["management", "line", "customer"]
Code = Annotated[str, Field(max_length=40, description="A client's code; without, the first.")]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Words = Annotated[str, Field(max_length=4_000)]
Cost = Annotated[int | None, Field(description="In öre; none where nothing tells.")]


class ClientAsked(Schema):
    client: Code = ""


class IssueStepOut(Schema):
    """A decision of a level, or a lift to it."""

    level: Level
    words: str
    by: str
    at: datetime

    @staticmethod
    def resolve_by(step: Decision | Lift) -> str:
        return step.by.name


class IssueOut(Schema):
    id: int
    client: str
    level: Level
    title: str
    words: str
    place: str | None = Field(description="Its code; never told on the strategic level.")
    service: str | None
    starts_on: date = Field(description="Counted from this day.")
    ends_on: date = Field(description="Until this day, which is not counted.")
    cases: int
    orders: int
    cost_ore: Cost
    made_at: datetime
    closed_at: datetime | None
    decisions: list[IssueStepOut] = Field(description="The newest first.")
    lifts: list[IssueStepOut] = Field(description="Where it has been, the first first.")

    @staticmethod
    def resolve_client(issue: Issue) -> str:
        return issue.client.code

    @staticmethod
    def resolve_place(issue: Issue) -> str | None:
        place = seen_place(issue)
        return place.code if place else None

    @staticmethod
    def resolve_service(issue: Issue) -> str | None:
        return issue.service.name if issue.service else None

    @staticmethod
    def resolve_cost_ore(issue: Issue) -> int | None:
        return issue.cost

    @staticmethod
    def resolve_made_at(issue: Issue) -> datetime:
        return issue.at

    @staticmethod
    def resolve_decisions(issue: Issue) -> list[Decision]:
        return list(issue.decisions.all())

    @staticmethod
    def resolve_lifts(issue: Issue) -> list[Lift]:
        return list(issue.lifts.all())


class IssuePage(Page[IssueOut]):
    pass


class IssuesAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    level: Level | None = None
    is_closed: bool | None = None


class IssueIn(Body):
    client: Code = ""
    level: Level = Field(Level.OPERATIONAL, description="Who lifts it: it lands one level up.")
    title: Title
    words: Words = ""


class FaultsIn(Body):
    client: Code = ""
    place: str = Field(max_length=40, description="The code of a place.")
    service: str = Field("", max_length=60, description="A service type by name, if any was told.")
    title: Title
    words: Words = ""


class WordsIn(Body):
    words: Words = ""


class DecisionIn(Body):
    words: Annotated[str, Field(min_length=1, max_length=4_000)]


class FaultOut(Schema):
    """Faults of one kind at one place, so many that they stand out."""

    place: str = Field(description="Its code.")
    name: str
    service: str | None
    cases: int
    orders: int
    cost_ore: Cost


class FaultsOut(Schema):
    client: str
    starts_on: date
    ends_on: date
    count: int
    items: list[FaultOut]


class QuarterOut(Schema):
    quarter: str
    faults: int
    issues: int
    wishes: int
    cost_ore: Cost


class TrendOut(Schema):
    client: str
    items: list[QuarterOut]


class RowOut(Schema):
    key: str = Field(description="For programs; a place, a service or a word of ours.")
    name: str = Field(description="For people; follows Accept-Language.")
    count: int | None
    cost_ore: int | None


class TileOut(Schema):
    key: str
    question: str
    value: float | None
    unit: Literal["percent", "count", "kronor", "score"]
    meaning: str
    missing: Literal["no-cases", "no-orders", "no-answers"] | None = Field(
        description="Why there is no value."
    )
    why: str = Field(description="The same for people.")
    rows: list[RowOut]


class BoardOut(Schema):
    client: str
    name: Name
    starts_on: date
    ends_on: date = Field(description="The day after the last.")
    tiles: list[TileOut]


class KeptOut(Schema):
    id: int
    client: str
    name: str
    starts_on: date
    ends_on: date = Field(description="The day after the last.")
    made_at: datetime
    sha256: str

    @staticmethod
    def resolve_client(kept: ArchivedBoard) -> str:
        return kept.client.code

    @staticmethod
    def resolve_name(kept: ArchivedBoard) -> str:
        return kept.board


class KeptPage(Page[KeptOut]):
    pass


class KeptBoardOut(BoardOut):
    id: int
    made_at: datetime
    sha256: str


class KeptAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    name: Name | None = None


class WishDecisionOut(Schema):
    outcome: Outcome
    words: str
    by: str
    at: datetime

    @staticmethod
    def resolve_by(decision: Any) -> str:
        return str(decision.by.name)


class WishOut(Schema):
    number: str = Field(description="That of its case.")
    client: str
    title: str | None = Field(description="None to whom may not read every case of the client.")
    came_at: datetime
    place: str | None
    decision: WishDecisionOut | None

    @staticmethod
    def resolve_client(wish: Case) -> str:
        return wish.client.code

    @staticmethod
    def resolve_title(wish: Case) -> str | None:
        return getattr(wish, "told_title", None)

    @staticmethod
    def resolve_came_at(wish: Case) -> datetime:
        return wish.opened_at

    @staticmethod
    def resolve_place(wish: Case) -> str | None:
        place = place_of(wish)
        return place.code if place else None

    @staticmethod
    def resolve_decision(wish: Case) -> Any:
        return decision_of(wish)


class WishPage(Page[WishOut]):
    pass


class WishesAsked(ListAsked):
    client: Code = ""
    quarter: str = Field(
        "", pattern="^(20[0-9]{2}-[1-4])?$", description="Such as 2026-2; without, this one."
    )


class WishDecisionIn(Body):
    outcome: Outcome
    words: str = Field("", max_length=400)
