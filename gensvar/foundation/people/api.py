"""Groups and agents over the API, to look at: whom a case can be handed or given to."""

from typing import Any

from django.db.models import Q
from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.foundation.people.rules import HANDLING

groups = Router(tags=["groups"])
agents = Router(tags=["agents"])
ROUTERS = {"/groups": groups, "/agents": agents}


class GroupOut(Schema):
    id: int
    client: str
    code: str = Field(examples=["TEK-GATA"])
    name: str
    department: str
    is_front: bool = Field(description="Belongs to the front desk.")

    @staticmethod
    def resolve_client(group: Group) -> str:
        return group.client.code


class GroupPage(Page[GroupOut]):
    pass


class AgentOut(Schema):
    id: int
    name: str
    title: str
    email: str
    groups: list[str]

    @staticmethod
    def resolve_groups(agent: Agent) -> list[str]:
        return [group.code for group in agent.groups.all()]


class AgentPage(Page[AgentOut]):
    pass


class GroupAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")


class AgentAsked(ListAsked):
    group: str = Field("", max_length=20, description="A group's code.")


GROUP_COLUMNS: list[Column[Group]] = [
    Column("code", lambda row: row.code),
    Column("client", lambda row: row.client.code),
    Column("name", lambda row: row.name),
    Column("department", lambda row: row.department),
    Column("is_front", lambda row: row.is_front),
]
AGENT_COLUMNS: list[Column[Agent]] = [
    Column("id", lambda row: row.pk),
    Column("name", lambda row: row.name),
    Column("title", lambda row: row.title),
    Column("email", lambda row: row.email),
    Column("groups", lambda row: [group.code for group in row.groups.all()]),
]


@groups.get("", response=GroupPage, openapi_extra=AS_FILE, summary="List groups")
@requires("cases.read")
def list_groups(request: AgentRequest, asked: Query[GroupAsked]) -> Any:
    seen = reach(request.identity, "cases.read")
    within = Q(client__in=seen.clients) | Q(pk__in=seen.groups)
    rows = Group.objects.filter(within, closed_at=None).select_related("client")
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    return listed(request, rows, asked, of=GroupOut, columns=GROUP_COLUMNS, permission="cases.read")


@agents.get("", response=AgentPage, openapi_extra=AS_FILE, summary="List agents")
@requires("cases.read")
def list_agents(request: AgentRequest, asked: Query[AgentAsked]) -> Any:
    seen = reach(request.identity, "cases.read")
    # Whoever handles cases for every client does so for these too.
    for_all = Q(client=None, role__in=HANDLING) if seen.clients else Q(pk=None)
    held = RoleGrant.objects.in_force(at=now()).filter(Q(client__in=seen.clients) | for_all)
    colleagues = Membership.objects.filter(group__in=seen.groups, until=None)
    here = Q(pk__in=held.values("agent")) | Q(pk__in=colleagues.values("agent"))
    rows = Agent.objects.filter(here, is_active=True, is_service=False)
    if asked.group:
        rows = rows.filter(groups__code=asked.group).distinct()
    return listed(
        request,
        rows.prefetch_related("groups"),
        asked,
        of=AgentOut,
        columns=AGENT_COLUMNS,
        permission="cases.read",
    )
