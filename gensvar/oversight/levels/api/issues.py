"""What stands out, what has been lifted and what each level has decided."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from ninja import Query, Status

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, listed
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.register.models import Place, ServiceType
from gensvar.oversight.levels import actions
from gensvar.oversight.levels.api.routes import router
from gensvar.oversight.levels.api.schemas import (
    ClientAsked,
    DecisionIn,
    FaultsIn,
    FaultsOut,
    IssueIn,
    IssueOut,
    IssuePage,
    IssuesAsked,
    TrendOut,
    WordsIn,
)
from gensvar.oversight.levels.models import Issue
from gensvar.oversight.levels.queries.facts import days_until
from gensvar.oversight.levels.queries.issues import clusters, trend, with_history
from gensvar.oversight.levels.queries.rights import (
    check_level,
    client_asked,
    clients_of,
    levels_of,
    on_level,
    seen_on_levels,
    seen_place,
)
from gensvar.oversight.levels.rules import WINDOW, Level, above

COLUMNS: list[Column[Issue]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("level", lambda row: row.level),
    Column("title", lambda row: row.title),
    Column("place", lambda row: place.code if (place := seen_place(row)) else ""),
    Column("service", lambda row: row.service.name if row.service else ""),
    Column("starts_on", lambda row: row.starts_on),
    Column("ends_on", lambda row: row.ends_on),
    Column("cases", lambda row: row.cases),
    Column("orders", lambda row: row.orders),
    Column("cost_ore", lambda row: row.cost),
    Column("made_at", lambda row: row.at),
    Column("closed_at", lambda row: row.closed_at),
    Column("decisions", lambda row: [one.words for one in row.decisions.all()]),
]


@router.get("/issues", response=IssuePage, openapi_extra=AS_FILE, summary="List issues")
@requires("levels.read")
def list_issues(request: AgentRequest, asked: Query[IssuesAsked]) -> Any:
    """Those on the levels that are one's own, each with its decisions and lifts."""
    identity = request.identity
    if asked.level and not clients_of(identity, asked.level):
        raise PermissionDenied(f"levels.{asked.level}")
    rows = with_history().filter(seen_on_levels(identity))
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.level:
        rows = rows.filter(level=asked.level)
    if asked.is_closed is not None:
        rows = rows.filter(closed_at__isnull=not asked.is_closed)
    return listed(request, rows, asked, of=IssueOut, columns=COLUMNS, permission="levels.read")


@router.post("/issues", response={201: IssueOut}, summary="Lift what one case has shown")
@requires("levels.write")
def create_issue(request: AgentRequest, body: IssueIn) -> Any:
    """Lift it to the level above, written anew and without people."""
    client = _client(request, body.client, body.level)
    issue = actions.lift_matter(
        client,
        title=body.title,
        words=body.words,
        level=above(body.level) or body.level,
        by=request.user,
        at=now(),
    )
    return Status(201, _read_again(issue))


@router.get("/faults", response=FaultsOut, summary="Faults that stand out")
@requires("levels.read")
def list_standing_faults(request: AgentRequest, asked: Query[ClientAsked]) -> Any:
    """At least three of one service at one place within 90 days, and no open issue yet."""
    seeing = {Level.OPERATIONAL, Level.TACTICAL}
    client = client_asked(
        request.identity,
        asked.client,
        may=lambda pk: seeing & set(levels_of(request.identity, pk)),
    )
    days = days_until(localdate(), window=WINDOW)
    items = [
        {
            "place": one.place.code,
            "name": one.place.name,
            "service": one.service.name if one.service else None,
            "cases": one.counts.cases,
            "orders": one.counts.orders,
            "cost_ore": one.counts.cost,
        }
        for one in clusters(client, today=localdate())
    ]
    return {
        "client": client.code,
        "starts_on": days.starts_on,
        "ends_on": days.ends_on,
        "count": len(items),
        "items": items,
    }


@router.post("/faults", response={201: IssueOut}, summary="Make faults an issue")
@requires("levels.write")
def lift_standing_faults(request: AgentRequest, body: FaultsIn) -> Any:
    """Lift the faults of one kind at a place to the tactical level, with number and cost."""
    client = _client(request, body.client, Level.OPERATIONAL)
    issue = actions.lift_faults(
        _place(client, body.place),
        service=_service(client, body.service),
        title=body.title,
        words=body.words,
        by=request.user,
        at=now(),
    )
    return Status(201, _read_again(issue))


@router.get("/trend", response=TrendOut, summary="How it goes, by quarter")
@requires("levels.read")
def read_trend(request: AgentRequest, asked: Query[ClientAsked]) -> Any:
    """What the strategic level sees: no places, no titles, no cases."""
    client = on_level(request.identity, Level.STRATEGIC, client=asked.client)
    items = [
        {
            "quarter": str(one.quarter),
            "faults": one.faults,
            "issues": one.issues,
            "wishes": one.wishes,
            "cost_ore": one.cost,
        }
        for one in trend(client, today=localdate())
    ]
    return {"client": client.code, "items": items}


@router.get("/issues/{issue_id}", response=IssueOut, summary="Read an issue")
@requires("levels.read")
def read_issue(request: AgentRequest, issue_id: int) -> Issue:
    return _found(request, issue_id)


@router.post("/issues/{issue_id}/lifts", response={201: IssueOut}, summary="Lift an issue")
@requires("levels.write")
def lift_issue(request: AgentRequest, issue_id: int, body: WordsIn) -> Any:
    """Lift it one level up; the answer is how it stood when it left one's hands."""
    issue = actions.lift(_found(request, issue_id), words=body.words, by=request.user, at=now())
    return Status(201, _read_again(issue))


@router.post("/issues/{issue_id}/decisions", response={201: IssueOut}, summary="Decide")
@requires("levels.write")
def decide_issue(request: AgentRequest, issue_id: int, body: DecisionIn) -> Any:
    """Write down what the level of an issue has decided."""
    issue = _found(request, issue_id)
    actions.decide(issue, words=body.words, by=request.user, at=now())
    return Status(201, _read_again(issue))


@router.post("/issues/{issue_id}/close", response=IssueOut, summary="Close an issue")
@requires("levels.write")
def close_issue(request: AgentRequest, issue_id: int) -> Any:
    issue = _found(request, issue_id)
    actions.close(issue, by=request.user, at=now())
    return _read_again(issue)


def _found(request: AgentRequest, issue_id: int) -> Issue:
    rows = with_history().filter(client__in=clients_of(request.identity))
    found = rows.filter(pk=issue_id).first() if 0 < issue_id < 2**63 else None
    if found is None:
        raise Http404
    check_level(request.identity, found.level, found.client_id)
    return found


def _read_again(issue: Issue) -> Issue:
    return with_history().get(pk=issue.pk)


def _client(request: AgentRequest, code: str, level: Level) -> Client:
    try:
        return on_level(request.identity, level, client=code)
    except Http404:
        raise invalid("#/client", _("There is no such client that you may act for.")) from None


def _place(client: Client, code: str) -> Place:
    found = Place.objects.filter(client=client, code__iexact=code).first()
    if found is None:
        raise invalid("#/place", _("This client's register has no such place."))
    return found


def _service(client: Client, name: str) -> ServiceType | None:
    if not name:
        return None
    found = ServiceType.objects.filter(client=client, name__iexact=name).first()
    if found is None:
        raise invalid("#/service", _("This client has no such service type."))
    return found
