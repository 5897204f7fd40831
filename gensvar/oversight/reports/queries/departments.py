"""Which departments a client has, and who is sent reports about each."""

from datetime import datetime

from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.foundation.people.rules import Role


def departments(client: Client) -> list[str]:
    """Return the departments that have a group to hand over to, from A to Ö."""
    groups = Group.objects.filter(client=client, is_front=False, closed_at=None)
    return sorted(set(groups.exclude(department="").values_list("department", flat=True)))


def recipients(client: Client, department: str, *, at: datetime) -> list[Agent]:
    """Return those who lead the department or its groups, and the contact centre's managers.

    Who leads a department leads no group of it, perhaps, but belongs to one, or has the role for
    the department.
    """
    groups = Group.objects.filter(
        client=client, department=department, is_front=False, closed_at=None
    )
    in_force = RoleGrant.objects.in_force(at=at)
    centre = in_force.filter(role=Role.MANAGER, client=client)
    heads = in_force.filter(Q(client=client) | Q(client=None), role=Role.DEPARTMENT_MANAGER)
    belonging = Membership.objects.filter(
        group__in=groups, until=None, agent__in=heads.filter(department="").values("agent")
    )
    rows = Agent.objects.filter(
        Q(pk__in=groups.values("manager"))
        | Q(pk__in=centre.values("agent"))
        | Q(pk__in=belonging.values("agent"))
        | Q(pk__in=heads.filter(department=department).values("agent")),
        is_active=True,
    )
    return list(rows.order_by("pk"))


def departments_of(
    agent: Agent, client: Client, *, sees_all: bool, is_head: bool = False, department: str = ""
) -> list[str]:
    """Return the departments that somebody may ask about: all, or those that they lead.

    Whoever `is_head`, in the role of a department's manager, leads those whose groups they belong
    to, or the one `department` that the role is for; everybody leads those whose groups they are
    the manager of.
    """
    if sees_all:
        return departments(client)
    if department:
        return [name for name in departments(client) if name == department]
    led = Q(manager=agent)
    if is_head:
        own = Membership.objects.filter(agent=agent, until=None)
        led |= Q(pk__in=own.values("group"))
    groups = Group.objects.filter(led, client=client, is_front=False, closed_at=None)
    return sorted(set(groups.exclude(department="").values_list("department", flat=True)))
