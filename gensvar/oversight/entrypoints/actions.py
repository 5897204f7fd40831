"""Publish a way in, change who sees to it, try it, and withdraw it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.rules import normal
from gensvar.oversight.entrypoints.events import (
    EntryPointChanged,
    EntryPointPublished,
    EntryPointTried,
    EntryPointWithdrawn,
)
from gensvar.oversight.entrypoints.models import EntryPoint, Trial

# The kinds that have one right way of writing.
WRITTEN_ALIKE = ("phone", "mail")


class PublishedAlready(Refused):
    message = _("%(address)s is in the register already.")


class NotAnAddress(Refused):
    message = _("“%(address)s” is no phone number or mail address that can be reached.")
    status = 422


class OfAnotherClient(Refused):
    message = _("That group belongs to another client. Choose one of this client's.")
    status = 422


class WithdrawnAlready(Refused):
    message = _("It is no longer published.")


@dataclass(frozen=True)
class Described:
    """What is said of a way in."""

    kind: str
    address: str
    published_in: str = ""
    leads_to: Group | None = None
    owner: Agent | None = None
    volume: int | None = None
    volume_source: str = ""


@action
def publish(client: Client, described: Described, *, by: Agent, at: datetime) -> EntryPoint:
    """Put a way in into the register."""
    entry = EntryPoint(client=client, published_at=at, **_told(client, described))
    _save(entry)
    announce(EntryPointPublished(**_about(entry, by)), at=at)
    return entry


@action
def change(entry: EntryPoint, described: Described, *, by: Agent, at: datetime) -> EntryPoint:
    """Say something else of it; that it has been tried stays."""
    entry = _published(entry)
    told = _told(entry.client, described)
    fields = tuple(name for name, value in told.items() if getattr(entry, name) != value)
    if fields:
        for name in fields:
            setattr(entry, name, told[name])
        _save(entry)
        announce(EntryPointChanged(fields=fields, **_about(entry, by)), at=at)
    return entry


@action
def try_out(entry: EntryPoint, *, worked: bool, note: str, by: Agent, at: datetime) -> Trial:
    """Write down that somebody has tried it, and whether it led where it should."""
    entry = _published(entry)
    trial = Trial.objects.create(
        entry=entry, client_id=entry.client_id, worked=worked, note=note.strip(), by=by, at=at
    )
    announce(EntryPointTried(worked=worked, **_about(entry, by)), at=at)
    return trial


@action
def withdraw(entry: EntryPoint, *, by: Agent, at: datetime) -> None:
    """Say that it is published no more; what is known of it stays."""
    entry = _published(entry)
    entry.withdrawn_at = at
    entry.save(update_fields=["withdrawn_at"])
    announce(EntryPointWithdrawn(**_about(entry, by)), at=at)


def _published(entry: EntryPoint) -> EntryPoint:
    held = EntryPoint.objects.select_for_update(of=("self",)).select_related("client")
    entry = held.get(pk=entry.pk)
    if entry.withdrawn_at is not None:
        raise WithdrawnAlready
    return entry


def _told(client: Client, described: Described) -> dict[str, Any]:
    """Return what is kept, the address written as all others are."""
    address = " ".join(described.address.split())
    if described.kind in WRITTEN_ALIKE:
        written = normal(described.kind, address)
        if written is None:
            raise NotAnAddress(address=address)
        address = written
    if described.leads_to is not None and described.leads_to.client_id != client.pk:
        raise OfAnotherClient
    related = {"leads_to": described.leads_to, "owner": described.owner}
    return {**asdict(_plain(described)), **related, "address": address}


def _plain(described: Described) -> Described:
    return Described(
        kind=described.kind,
        address=described.address,
        published_in=described.published_in.strip(),
        volume=described.volume,
        volume_source=described.volume_source.strip(),
    )


def _save(entry: EntryPoint) -> None:
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        raise PublishedAlready(address=entry.address) from None


def _about(entry: EntryPoint, by: Agent) -> dict[str, int]:
    return {"client_id": entry.client_id, "agent_id": by.pk, "entry_id": entry.pk}
