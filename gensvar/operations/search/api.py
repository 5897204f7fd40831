"""Search over the API: one question, cases and customers."""

from typing import Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.search.queries import MOST_CASES, find, matching_cases, matching_customers

router = Router(tags=["search"])
ROUTERS = {"/search": router}
MOST_CUSTOMERS = 2_000


class FoundOut(Schema):
    kind: Literal["case", "customer"]
    id: int
    number: str
    name: str = Field(description="A case's title, or a customer's name.")
    customer: str | None = Field(None, description="Of a case: its customer's name.")
    state: str | None = Field(None, description="Of a case.")
    url: str


class FoundPage(Schema):
    count: int = Field(
        description=f"How many there are in all; at most {MOST_CASES} of each kind are counted."
    )
    items: list[FoundOut] = Field(description="The nearest first: cases, then customers.")
    is_near: bool = Field(
        description="Nothing holds what was asked for; the items hold what resembles it."
    )


class SearchAsked(Schema):
    q: str = Field(min_length=1, max_length=200, description="Words, a number, an address.")
    kind: Literal["case", "customer"] | None = None
    limit: int = Field(20, ge=1, le=200, description="How many of each kind.")


class SearchBody(Body, SearchAsked):
    pass


@router.get("", response=FoundPage, summary="Find cases and customers")
@requires("search.read")
def search(request: AgentRequest, asked: Query[SearchAsked]) -> Any:
    return _answer(asked)


@router.post("", response=FoundPage, summary="The same, with the words out of the address")
@requires("search.read")
def search_unseen(request: AgentRequest, asked: SearchBody) -> Any:
    return _answer(asked)


def _answer(asked: SearchAsked) -> dict[str, Any]:
    found = find(asked.q, most=asked.limit)
    cases = [
        FoundOut(
            kind="case",
            id=case.pk,
            number=case.number,
            name=case.title,
            customer=case.customer,
            state=case.state,
            url=f"/api/v1/cases/{case.number}",
        )
        for case in found.cases
    ]
    customers = [
        FoundOut(
            kind="customer",
            id=customer.pk,
            number=customer.number,
            name=customer.name,
            customer=None,
            state=None,
            url=f"/api/v1/customers/{customer.pk}",
        )
        for customer in found.customers
    ]
    kinds = {"case": cases, "customer": customers}
    counts = {
        "case": lambda: len(matching_cases(asked.q)),
        "customer": lambda: len(matching_customers(asked.q, most=MOST_CUSTOMERS)),
    }
    wanted = [asked.kind] if asked.kind else ["case", "customer"]
    return {
        "count": sum(len(kinds[kind]) if found.is_near else counts[kind]() for kind in wanted),
        "is_near": found.is_near,
        "items": [item for kind in wanted for item in kinds[kind]],
    }
