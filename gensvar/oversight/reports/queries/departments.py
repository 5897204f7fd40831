"""Which departments a client has, and who is sent reports about each."""

from datetime import datetime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.foundation.people.rules import Role


def departments(client: Client) -> list[str]:
    """Return the departments that have a group to hand over to, from A to Ö."""
    groups = Group.objects.filter(client=client, is_front=False, closed_at=None)
    return sorted(set(groups.exclude(department="").values_list("department", flat=True)))


def recipients(client: Client, department: str, *, at: datetime) -> list[Agent]:
    """Return those who lead the department's groups, and the contact centre's managers."""
    groups = Group.objects.filter(
        client=client, department=department, is_front=False, closed_at=None
    )
    leading = Agent.objects.filter(pk__in=groups.values("manager"), is_active=True)
    grants = RoleGrant.objects.in_force(at=at).filter(role=Role.MANAGER, client=client)
    centre = Agent.objects.filter(pk__in=grants.values("agent"), is_active=True)
    return list((leading | centre).distinct().order_by("pk"))


def departments_of(agent: Agent, client: Client, *, sees_all: bool) -> list[str]:
    """Return the departments that somebody may ask about: all, or those whose groups they lead."""
    if sees_all:
        return departments(client)
    groups = Group.objects.filter(client=client, manager=agent, is_front=False, closed_at=None)
    return sorted(set(groups.exclude(department="").values_list("department", flat=True)))
