"""Write access lists, and who stands on them."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.foundation.secrecy.events import (
    AccessGiven,
    AccessListAdded,
    AccessListRenamed,
    AccessTaken,
)
from gensvar.foundation.secrecy.models import AccessEntry, AccessList

PROTECTED = "Skyddade personuppgifter"


class ListNameMissing(Refused):
    message = _("Give the access list a name.")
    status = 422


class ListNameTaken(Refused):
    message = _("There is already an access list called “%(name)s”.")


class AlreadyOnList(Refused):
    message = _("%(name)s is on the access list already.")


class GroupOfAnotherClient(Refused):
    message = _("The group belongs to another client than the access list.")
    status = 422


class NotOnList(Refused):
    message = _("That person or group is no longer on the access list.")


@action
def add_list(client: Client, *, name: str, by: Agent | None, at: datetime) -> AccessList:
    """Begin a list with nobody on it; what it is put on, nobody reads until somebody is added."""
    access = AccessList(client=client)
    _name(access, name)
    announce(AccessListAdded(**_about(access, by)), at=at)
    return access


@action
def rename_list(access: AccessList, *, name: str, by: Agent, at: datetime) -> None:
    if access.name == " ".join(name.split()):
        return
    _name(access, name)
    announce(AccessListRenamed(**_about(access, by)), at=at)


@action
def give_access(
    access: AccessList,
    *,
    agent: Agent | None = None,
    group: Group | None = None,
    by: Agent | None,
    at: datetime,
) -> AccessEntry:
    """Let a person, or whoever is in a group, read the cases of the list from now on."""
    if group is not None and group.client_id != access.client_id:
        raise GroupOfAnotherClient
    try:
        with transaction.atomic():
            entry = AccessEntry.objects.create(
                access=access,
                client_id=access.client_id,
                agent=agent,
                group=group,
                since=at,
                by=by,
            )
    except IntegrityError:
        raise AlreadyOnList(name=str(agent or group)) from None
    announce(
        AccessGiven(to_agent_id=entry.agent_id, to_group_id=entry.group_id, **_about(access, by)),
        at=at,
    )
    return entry


@action
def take_access(entry: AccessEntry, *, by: Agent, at: datetime) -> None:
    """Let the person or group read the cases of the list no longer, from the next page on."""
    if not AccessEntry.objects.current().filter(pk=entry.pk).update(until=at, ended_by=by):
        raise NotOnList
    announce(
        AccessTaken(
            from_agent_id=entry.agent_id,
            from_group_id=entry.group_id,
            **_about(entry.access, by),
        ),
        at=at,
    )


@action
def list_for_protected(client: Client, *, by: Agent | None, at: datetime) -> AccessList:
    """Return the client's list for protected identities, begun where there is none."""
    known = AccessList.objects.filter(client=client, is_for_protected=True).first()
    if known is not None:
        return known
    access = AccessList.objects.create(client=client, name=PROTECTED, is_for_protected=True)
    announce(AccessListAdded(**_about(access, by)), at=at)
    return access


def _about(access: AccessList, by: Agent | None) -> dict[str, Any]:
    return {
        "client_id": access.client_id,
        "access_id": access.pk,
        "agent_id": by.pk if by else None,
    }


def _name(access: AccessList, name: str) -> None:
    access.name = " ".join(name.replace("\0", "").split())[:80]
    if not access.name:
        raise ListNameMissing
    try:
        with transaction.atomic():
            access.save()
    except IntegrityError:
        raise ListNameTaken(name=access.name) from None
