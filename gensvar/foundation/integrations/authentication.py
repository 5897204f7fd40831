"""Who is asking: a program by its token, or a person by the session of their browser."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from gensvar.foundation.integrations.models import Token
from gensvar.foundation.integrations.rules import TOKEN_PREFIX, digest_of
from gensvar.foundation.people.access import Grant, Identity
from gensvar.foundation.people.rules import Role, permissions_in_scopes


def token_behind(secret: str, *, at: datetime) -> Token | None:
    """Return the token in force that this secret is of, and note the day on which it was used."""
    if not secret.startswith(TOKEN_PREFIX):
        return None
    known = Token.objects.in_force(at=at).select_related("agent")
    token = known.filter(digest=digest_of(secret)).first()
    if token is not None and token.last_used_on != at.date():
        Token.objects.filter(pk=token.pk).update(last_used_on=at.date())
    return token


def identity_behind(token: Token) -> Identity:
    """Return what a token may do, and for which client."""
    permissions = permissions_in_scopes(token.scopes)
    return Identity(
        agent_id=token.agent_id, grants=(Grant(Role.SERVICE, token.client_id, permissions),)
    )


class BearerToken(HttpBearer):
    """The gate has looked the token up before; here it is only asked for."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        known: Token | None = getattr(request, "token", None)
        if known is not None:
            request.user = known.agent
        return known


class SignedIn(SessionAuth):
    """A person in a browser, whose writing requests carry the CSRF token."""

    def _get_key(self, request: HttpRequest) -> str | None:
        if request.headers.get("Authorization"):
            return None
        return super()._get_key(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return super().authenticate(request, key) if key else None
