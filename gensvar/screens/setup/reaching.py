"""Whose settings somebody may see and change: those of the clients that their role is for."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, reach
from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.register.models import Place, Responsibility, ServiceType
from gensvar.operations.routing.models import AwayReason, Queue, Skill

OfClient = TypeVar(
    "OfClient",
    AwayReason,
    CaseType,
    Group,
    Place,
    Queue,
    Responsibility,
    ServiceArea,
    ServiceType,
    Skill,
    Subject,
)


def clients_within(request: AgentRequest, permission: str) -> QuerySet[Client]:
    """Return the clients that a permission reaches, the first one first."""
    return Client.objects.filter(pk__in=reach(request.identity, permission).clients).order_by("pk")


def is_everywhere(request: AgentRequest, permission: str) -> bool:
    """Say whether a permission is held for all clients, those to come included."""
    grants = request.identity.grants
    return any(grant.client_id is None and grant.allows(permission) for grant in grants)


def client_or_404(request: AgentRequest, permission: str, client_id: int) -> Client:
    return get_object_or_404(clients_within(request, permission), pk=client_id)


def chosen_client(request: AgentRequest, permission: str) -> Client:
    """Return the client that the page is about: the one asked for, else the first in reach."""
    within = clients_within(request, permission)
    asked = request.GET.get("client", "")
    found = within.filter(code=asked).first() if asked else within.first()
    if found is None:
        raise Http404
    return found


def row_or_404(
    request: AgentRequest, permission: str, rows: QuerySet[OfClient], pk: int
) -> OfClient:
    """Return a row of a client within reach; of another's it does not exist."""
    return get_object_or_404(rows.filter(client__in=clients_within(request, permission)), pk=pk)


def people_within(request: AgentRequest, permission: str) -> QuerySet[Agent]:
    """Return the people whose accounts a permission reaches.

    An administrator of one client sees those who work there only, and those without a role yet:
    to change the account of somebody who also works elsewhere would reach further than the role.
    """
    people = Agent.objects.filter(is_service=False)
    if is_everywhere(request, permission):
        return people
    clients = reach(request.identity, permission).clients
    grants = RoleGrant.objects.filter(agent=OuterRef("pk"))
    elsewhere = grants.filter(Q(client=None) | ~Q(client__in=clients))
    return people.filter(~Exists(elsewhere))


def person_or_404(request: AgentRequest, permission: str, agent_id: int) -> Agent:
    return get_object_or_404(people_within(request, permission), pk=agent_id)
