"""Tokens for mailboxes that are opened by OAuth 2, renewed before they end."""

import threading
import time
from dataclasses import dataclass

import httpx

from gensvar.channels.mail.actions.mailboxes import PURPOSE, set_refresh_token
from gensvar.channels.mail.models import Pickup
from gensvar.foundation.files.vault import unseal_text
from gensvar.foundation.refusals import Unavailable

TIMEOUT_SECONDS = 20
# Renewed this long before the end, so that none ends while it is used.
MARGIN_SECONDS = 120
_lock = threading.Lock()


@dataclass(frozen=True)
class _Token:
    words: str
    ends: float


_tokens: dict[int, _Token] = {}


class NoToken(Unavailable, OSError):
    """The sign-in service gave us no token; `words` says why."""

    def __init__(self, words: str) -> None:
        super().__init__("oauth")
        self.words = words

    def __str__(self) -> str:
        return self.words


def access_token(pickup: Pickup) -> str:
    """Return a token that still holds for a while."""
    with _lock:
        known = _tokens.get(pickup.pk)
        if known is None or known.ends - time.monotonic() < MARGIN_SECONDS:
            known = _tokens[pickup.pk] = _renewed(pickup)
        return known.words


def forget_token(pickup: Pickup) -> None:
    """Ask for a new token next time: the server did not like this one."""
    with _lock:
        _tokens.pop(pickup.pk, None)


def _renewed(pickup: Pickup) -> _Token:
    try:
        answer = httpx.post(pickup.token_endpoint, data=_question(pickup), timeout=TIMEOUT_SECONDS)
        said = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise NoToken(f"{pickup.token_endpoint}: {type(error).__name__}") from error
    if answer.status_code != 200 or "access_token" not in said:
        why = said.get("error_description") or said.get("error") or answer.status_code
        raise NoToken(f"{pickup.token_endpoint}: {why}")
    if newer := said.get("refresh_token"):
        set_refresh_token(pickup, str(newer))
    seconds = float(said.get("expires_in") or 3_600)
    return _Token(str(said["access_token"]), time.monotonic() + max(seconds, MARGIN_SECONDS + 30))


def _question(pickup: Pickup) -> dict[str, str]:
    question = {"client_id": pickup.oauth_client_id}
    if pickup.secret_sealed:
        question["client_secret"] = unseal_text(pickup.secret_sealed, purpose=PURPOSE)
    if pickup.oauth_scope:
        question["scope"] = pickup.oauth_scope
    if pickup.refresh_token_sealed:
        token = unseal_text(pickup.refresh_token_sealed, purpose=PURPOSE)
        return question | {"grant_type": "refresh_token", "refresh_token": token}
    return question | {"grant_type": "client_credentials"}
