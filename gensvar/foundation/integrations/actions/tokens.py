"""Give a program a key, and take it back."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.integrations.events import TokenMade, TokenRevoked
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.integrations.rules import TOKEN_PREFIX, digest_of, scopes_in
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import EVERY_PERMISSION, Role, permissions_in_scopes
from gensvar.foundation.refusals import Refused


class NamelessToken(Refused):
    message = _("Say in a few words what the token is for.")
    status = 422


class UnknownScope(Refused):
    message = _("There is no scope “%(scope)s”. There are: %(known)s.")
    status = 422


class ScopeMissing(Refused):
    message = _("Say what the token may do, such as cases:read. There are: %(known)s.")
    status = 422


class EndsTooSoon(Refused):
    message = _("The token would have ended before it began.")
    status = 422


class AlreadyRevoked(Refused):
    message = _("The token was revoked before.")


@transaction.atomic
def create_token(
    name: str,
    scopes: Sequence[str],
    *,
    at: datetime,
    client: Client | None = None,
    expires: datetime | None = None,
    by: Agent | None = None,
) -> tuple[Token, str]:
    """Make a key for a program, and return it with its secret, which is never shown again."""
    name = " ".join(name.split())[:120]
    if not name:
        raise NamelessToken
    if expires is not None and expires <= at:
        raise EndsTooSoon
    wanted = _checked(scopes)
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        name=name,
        agent=_service_account(name, client, by=by, at=at),
        client=client,
        scopes=wanted,
        digest=digest_of(secret),
        created_at=at,
        expires_at=expires,
    )
    announce(
        TokenMade(
            token_id=token.pk,
            client_id=client.pk if client else None,
            agent_id=by.pk if by else None,
            scopes=tuple(wanted),
        ),
        at=at,
    )
    return token, secret


@transaction.atomic
def revoke_token(token: Token, *, by: Agent | None, at: datetime) -> None:
    """Make a key worthless from this moment, and end the account that it acted as."""
    if not Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        raise AlreadyRevoked
    token.revoked_at = at
    Agent.objects.filter(pk=token.agent_id).update(is_active=False)
    RoleGrant.objects.filter(agent=token.agent_id, until=None).update(until=at)
    announce(
        TokenRevoked(token_id=token.pk, client_id=token.client_id, agent_id=by.pk if by else None),
        at=at,
    )


def known_scopes() -> list[str]:
    """Return every scope that a token may be given."""
    slices = sorted({permission.partition(".")[0] for permission in EVERY_PERMISSION})
    return [*(f"{name}:{degree}" for name in slices for degree in ("read", "write")), "all"]


def _checked(scopes: Sequence[str]) -> list[str]:
    wanted = scopes_in(scopes)
    known = ", ".join(known_scopes())
    if not wanted:
        raise ScopeMissing(known=known)
    for scope in wanted:
        try:
            permissions_in_scopes([scope])
        except ValueError:
            raise UnknownScope(scope=scope[:80], known=known) from None
    return wanted


def _service_account(name: str, client: Client | None, *, by: Agent | None, at: datetime) -> Agent:
    # The address only has to be one of a kind: nothing is ever sent there, nobody signs in with it.
    account = Agent(
        email=f"token-{secrets.token_hex(8)}@service.invalid",
        name=name,
        is_service=True,
        created_at=at,
    )
    account.set_unusable_password()
    account.save()
    RoleGrant.objects.create(agent=account, role=Role.SERVICE, client=client, since=at, given_by=by)
    return account
