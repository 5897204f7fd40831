"""Make, change and close the groups that answer."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.actions import (
    AccountHasEnded,
    GroupClosed,
    NoSuchAddress,
    take_out_of_group,
)
from gensvar.foundation.people.events import GroupChanged, GroupMade, GroupShut
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.foundation.refusals import Refused


class GroupCodeTaken(Refused):
    message = _("There is already a group with the code %(code)s.")


class NamelessGroup(Refused):
    message = _("Write a code and a name for the group.")
    status = 422


@transaction.atomic
def make_group(
    client: Client, *, code: str, name: str, by: Agent, at: datetime, **settings: Any
) -> Group:
    """Open a group that cases can be given to."""
    group = Group(client=client, code=code.strip().upper(), name=" ".join(name.split()), **settings)
    _check(group)
    _save(group)
    announce(GroupMade(agent_id=by.pk, client_id=client.pk, group_id=group.pk), at=at)
    return group


@transaction.atomic
def change_group(group: Group, *, by: Agent, at: datetime, **settings: Any) -> None:
    """Change a group's code, name, department, address or manager."""
    group = Group.objects.select_for_update().get(pk=group.pk)
    if group.closed_at is not None and group.closed_at <= at:
        raise GroupClosed(group=group.name)
    changed = {key: value for key, value in settings.items() if getattr(group, key) != value}
    if not changed:
        return
    old = tuple(_kept(getattr(group, key)) for key in changed)
    for key, value in changed.items():
        setattr(group, key, value)
    _check(group)
    _save(group)
    announce(
        GroupChanged(
            agent_id=by.pk,
            client_id=group.client_id,
            group_id=group.pk,
            fields=tuple(changed),
            old=old,
            new=tuple(_kept(value) for value in changed.values()),
        ),
        at=at,
    )


@transaction.atomic
def close_group(group: Group, *, by: Agent, at: datetime) -> None:
    """Let a group take nothing more; its members leave it, what it has done remains its own."""
    group = Group.objects.select_for_update().get(pk=group.pk)
    if group.closed_at is not None:
        raise GroupClosed(group=group.name)
    for membership in Membership.objects.filter(group=group, until=None).select_related("agent"):
        take_out_of_group(membership.agent, group=group, by=by, at=at)
    group.closed_at = at
    group.save(update_fields=["closed_at"])
    announce(GroupShut(agent_id=by.pk, client_id=group.client_id, group_id=group.pk), at=at)


def _check(group: Group) -> None:
    if not (group.code and group.name):
        raise NamelessGroup
    if group.email:
        try:
            validate_email(group.email)
        except ValidationError:
            raise NoSuchAddress(email=group.email) from None
    if group.manager is not None and not group.manager.is_active:
        raise AccountHasEnded(name=group.manager.name)


def _save(group: Group) -> None:
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError:
        raise GroupCodeTaken(code=group.code) from None


def _kept(value: object) -> str:
    return str(value.pk) if isinstance(value, Agent) else str(value or "")
