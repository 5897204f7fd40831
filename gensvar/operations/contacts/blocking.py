"""The national block register (NIX): brought in as a list, and asked before every sales call."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.events import BlockRegisterImported
from gensvar.operations.contacts.models import BlockRegister, Purpose, RegisteredNumber
from gensvar.operations.contacts.rules import read_register, register_digest, register_ends_on

# Questions and public information need no register; whoever wants none of those says so to us.
ASKED_FOR = frozenset({Purpose.SALE.value})
AT_ONCE = 5_000
MOST_TOLD = 40


class RegisterMissing(Refused):
    message = _(
        "Nobody is called to sell or to raise funds before the block register (NIX) has been "
        "brought in, under Settings. Write to those who have agreed to it instead."
    )


class RegisterTooOld(Refused):
    message = _(
        "The block register (NIX) is of %(version)s and could be asked until %(last)s: a new "
        "check is needed. Have an administrator bring in a newer one, or write instead."
    )


class InBlockRegister(Refused):
    message = _(
        "The number stands in the block register (NIX) of %(version)s, and is not called to sell "
        "or to raise funds. Write to those who have agreed to it instead."
    )


class RegisterNotRead(Refused):
    message = _(
        "%(count)s lines are no telephone numbers, so nothing was brought in: a number that is "
        "missing would be called. The first is line %(line)s."
    )
    status = 422


class RegisterEmpty(Refused):
    message = _("There is no telephone number in the list.")
    status = 422


class RegisterFromTheFuture(Refused):
    message = _("The register cannot be of a day that has not come. Look at its date.")
    status = 422


class RegisterOlder(Refused):
    message = _("A register of %(version)s is in use already, which is newer.")


@dataclass(frozen=True)
class RegisterWish:
    """A list of numbers, and of what day it is."""

    text: str
    version_on: date


@dataclass
class RegisterPlan:
    """What bringing a register in would do."""

    numbers: set[str] = field(default_factory=set)
    # The lines that are no number, and what stands there.
    refused: list[tuple[int, str]] = field(default_factory=list)
    in_use: BlockRegister | None = None


def planned(client: Client, wish: RegisterWish) -> RegisterPlan:
    """Read a register without changing anything."""
    plan = RegisterPlan(in_use=register_of(client))
    for line, written, number in read_register(wish.text):
        if number:
            plan.numbers.add(number)
        else:
            plan.refused.append((line, written[:MOST_TOLD]))
    return plan


@action
def import_register(
    client: Client, wish: RegisterWish, *, by: Agent | None, at: datetime
) -> BlockRegister:
    """Let calls be checked against this list from now on, in place of the one before."""
    Client.objects.select_for_update(of=("self",), no_key=True).get(pk=client.pk)
    plan = planned(client, wish)
    if plan.refused:
        raise RegisterNotRead(count=len(plan.refused), line=plan.refused[0][0])
    if not plan.numbers:
        raise RegisterEmpty
    if wish.version_on > at.astimezone(zone()).date():
        raise RegisterFromTheFuture
    if plan.in_use is not None and plan.in_use.version_on > wish.version_on:
        raise RegisterOlder(version=plan.in_use.version_on.isoformat())
    RegisteredNumber.objects.filter(register__client=client).delete()
    made = BlockRegister.objects.create(
        client=client,
        version_on=wish.version_on,
        numbers=len(plan.numbers),
        salt=secrets.token_hex(16),
        by=by,
        at=at,
    )
    _keep(made, plan.numbers)
    announce(
        BlockRegisterImported(
            block_register_id=made.pk,
            client_id=client.pk,
            version_on=made.version_on.isoformat(),
            numbers=made.numbers,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return made


def register_of(client: Client) -> BlockRegister | None:
    """Return the register that calls of a client are checked against."""
    return BlockRegister.objects.filter(client=client).order_by("-pk").first()


def check_register(client: Client, number: str, *, purpose: str, at: datetime) -> None:
    """Refuse a call that the block register forbids, or that no valid one allows (OUT-01)."""
    if purpose not in ASKED_FOR:
        return
    register = register_of(client)
    if register is None:
        raise RegisterMissing
    ends_on = register_ends_on(register.version_on)
    if at.astimezone(zone()).date() >= ends_on:
        last = date.fromordinal(ends_on.toordinal() - 1)
        raise RegisterTooOld(version=register.version_on.isoformat(), last=last.isoformat())
    digest = register_digest(number, salt=register.salt)
    if RegisteredNumber.objects.filter(register=register, digest=digest).exists():
        raise InBlockRegister(version=register.version_on.isoformat())


def register_asked(client: Client, *, purpose: str) -> date | None:
    """Return of what day the register was that a call for this was checked against."""
    register = register_of(client) if purpose in ASKED_FOR else None
    return register.version_on if register else None


def _keep(register: BlockRegister, numbers: Iterable[str]) -> None:
    digests = {register_digest(one, salt=register.salt) for one in numbers}
    ordered = sorted(digests)
    for begin in range(0, len(ordered), AT_ONCE):
        RegisteredNumber.objects.bulk_create(
            RegisteredNumber(register=register, client_id=register.client_id, digest=digest)
            for digest in ordered[begin : begin + AT_ONCE]
        )
