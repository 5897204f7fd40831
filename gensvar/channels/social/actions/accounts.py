"""What an administrator decides about accounts in networks."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _
from standardwebhooks import Webhook as Signer
from standardwebhooks import WebhookVerificationError

from gensvar.channels.social.events import AccountChanged
from gensvar.channels.social.models import Account
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.vault import seal_text, unseal_text
from gensvar.foundation.integrations.secrets import new_secret
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

PURPOSE = "social-account"


class AccountTaken(Refused):
    message = _("Posts to %(handle)s are taken in already.")


class AccountOfAnotherClient(Refused):
    message = _("The group or the subject belongs to another client than the account.")
    status = 422


@action
def add_account(
    client: Client, *, network: str, handle: str, by: Agent | None, at: datetime, **more: Any
) -> Account:
    """Begin to take in what is written to an account on a client's behalf."""
    account = Account(
        client=client,
        network=network,
        handle=handle.strip(),
        secret_sealed=seal_text(new_secret(), purpose=PURPOSE),
        created_at=at,
        **more,
    )
    _check(account)
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError as error:
        raise AccountTaken(handle=account.handle) from error
    _tell(account, ("network", "handle", *more), by=by, at=at)
    return account


@action
def change_account(account: Account, *, by: Agent | None, at: datetime, **more: Any) -> None:
    """Change where an account's posts go, and how long those that come are kept."""
    changed = tuple(name for name, value in more.items() if getattr(account, name) != value)
    for name in changed:
        setattr(account, name, more[name])
    if changed:
        _check(account)
        account.save()
        _tell(account, changed, by=by, at=at)


def address_for(account: Account) -> str:
    """Return the address at which programs tell us of posts."""
    return f"{settings.BASE_URL}/sociala-medier/{account.pk}/in/"


def secret_of(account: Account) -> str:
    return unseal_text(account.secret_sealed, purpose=PURPOSE)


def client_behind(account_id: int, body: bytes, headers: dict[str, str]) -> int | None:
    """Return whose account a call is for, if it is signed with the account's own secret, lately."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM social_account_secret(%s)", [account_id])
        row = cursor.fetchone()
    if row is None:
        return None
    client_id, sealed = row
    try:
        Signer(unseal_text(sealed, purpose=PURPOSE)).verify(body, headers, json_parse=False)
    except (WebhookVerificationError, ValueError):
        return None
    return int(client_id)


def _check(account: Account) -> None:
    for owned in (account.group, account.subject):
        if owned is not None and owned.client_id != account.client_id:
            raise AccountOfAnotherClient


def _tell(account: Account, fields: tuple[str, ...], *, by: Agent | None, at: datetime) -> None:
    announce(
        AccountChanged(
            account_id=account.pk,
            client_id=account.client_id,
            agent_id=by.pk if by else None,
            fields=tuple(name.removesuffix("_sealed") for name in fields),
        ),
        at=at,
    )
