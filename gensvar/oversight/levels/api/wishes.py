"""Wishes and new needs of a quarter, and what the line decides about each."""

from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.http import Http404
from django.utils.timezone import localdate, now
from ninja import Query

from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, listed
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import Case
from gensvar.oversight.levels import actions
from gensvar.oversight.levels.api.routes import router
from gensvar.oversight.levels.api.schemas import (
    WishDecisionIn,
    WishesAsked,
    WishOut,
    WishPage,
)
from gensvar.oversight.levels.queries.rights import (
    check_level,
    clients_of,
    on_level,
    opens_cases,
)
from gensvar.oversight.levels.queries.wishes import (
    decision_of,
    place_of,
    wish_numbered,
    wishes_in,
)
from gensvar.oversight.levels.rules import Level, quarter_named, quarter_of

COLUMNS: list[Column[Case]] = [
    Column("number", lambda row: row.number),
    Column("client", lambda row: row.client.code),
    Column("title", lambda row: row.told_title),  # type: ignore[attr-defined]
    Column("came_at", lambda row: row.opened_at),
    Column("place", lambda row: place.code if (place := place_of(row)) else ""),
    Column("outcome", lambda row: held.outcome if (held := decision_of(row)) else ""),
    Column("words", lambda row: held.words if (held := decision_of(row)) else ""),
    Column("decided_at", lambda row: held.at if (held := decision_of(row)) else None),
]


@router.get("/wishes", response=WishPage, openapi_extra=AS_FILE, summary="Wishes of a quarter")
@requires("levels.read")
def list_wishes(request: AgentRequest, asked: Query[WishesAsked]) -> Any:
    """What the line has to decide about, on the tactical level."""
    client = on_level(request.identity, Level.TACTICAL, client=asked.client)
    quarter = quarter_named(asked.quarter) or quarter_of(localdate())
    rows = _told(wishes_in(client, quarter), opens=opens_cases(request.identity, client.pk))
    return listed(request, rows, asked, of=WishOut, columns=COLUMNS, permission="levels.read")


@router.post("/wishes/{number}/decision", response=WishOut, summary="Decide about a wish")
@requires("levels.write")
def decide_wish(request: AgentRequest, number: str, body: WishDecisionIn) -> Any:
    """A later decision takes the place of an earlier; both are in the record."""
    case = wish_numbered(clients_of(request.identity), number).first()
    if case is None:
        raise Http404
    check_level(request.identity, Level.TACTICAL, case.client_id)
    actions.decide_wish(case, outcome=body.outcome, words=body.words, by=request.user, at=now())
    again = wish_numbered([case.client], number)
    return _told(again, opens=opens_cases(request.identity, case.client_id)).get()


def _told(wishes: QuerySet[Case], *, opens: bool) -> QuerySet[Case]:
    """Have each wish say its title where every case of the client may be read, else nothing."""
    title = F("title") if opens else Value(None, output_field=TextField())
    return wishes.annotate(told_title=title)
