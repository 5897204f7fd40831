"""What an administrator decides about numbers for text messages."""

import secrets
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.channels.sms.events import NumberChanged
from gensvar.channels.sms.models import Number
from gensvar.channels.sms.providers import Account
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.vault import seal_text, unseal_text
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.rules import normal_phone

PURPOSE = "text-number"


class NumberTaken(Refused):
    message = _("Text messages at %(number)s are received already.")


class NumberOfAnotherClient(Refused):
    message = _("The group or the subject belongs to another client than the number.")
    status = 422


class NoSuchNumber(Refused):
    message = _("“%(number)s” is no phone number. Write it as +46701111111.")
    status = 422


@action
def add_number(
    client: Client, *, number: str, secret: str, by: Agent | None, at: datetime, **more: Any
) -> Number:
    """Begin to receive and send text messages at a number on a client's behalf."""
    written = normal_phone(number)
    if written is None:
        raise NoSuchNumber(number=number[:40])
    added = Number(
        client=client,
        number=written,
        secret_sealed=seal_text(secret, purpose=PURPOSE),
        key_sealed=seal_text(secrets.token_urlsafe(32), purpose=PURPOSE),
        created_at=at,
        **more,
    )
    _check(added)
    try:
        with transaction.atomic():
            added.save()
    except IntegrityError as error:
        raise NumberTaken(number=written) from error
    _tell(added, ("number", *more), by=by, at=at)
    return added


@action
def change_number(number: Number, *, by: Agent | None, at: datetime, **more: Any) -> None:
    """Change what a number does; `secret` is sealed before it rests."""
    if secret := more.pop("secret", ""):
        more["secret_sealed"] = seal_text(secret, purpose=PURPOSE)
    changed = tuple(name for name, value in more.items() if getattr(number, name) != value)
    for name in changed:
        setattr(number, name, more[name])
    if changed:
        _check(number)
        number.save()
        told = tuple(name.removesuffix("_sealed") for name in changed)
        _tell(number, told, by=by, at=at)


def account_of(number: Number) -> Account:
    """Return how we are let in at the number's provider."""
    return Account(number.user, unseal_text(number.secret_sealed, purpose=PURPOSE))


def key_in(sealed: str) -> str:
    return unseal_text(sealed, purpose=PURPOSE)


def address_for(number: Number, what: str) -> str:
    """Return the address at which the provider tells us of messages, or how ours fared."""
    return f"{settings.BASE_URL}/sms/{number.pk}/{key_in(number.key_sealed)}/{what}/"


def _check(number: Number) -> None:
    for owned in (number.group, number.subject):
        if owned is not None and owned.client_id != number.client_id:
            raise NumberOfAnotherClient


def _tell(number: Number, fields: tuple[str, ...], *, by: Agent | None, at: datetime) -> None:
    announce(
        NumberChanged(
            number_id=number.pk,
            client_id=number.client_id,
            agent_id=by.pk if by else None,
            fields=fields,
        ),
        at=at,
    )
