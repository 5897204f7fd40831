"""The door to everything under /api/: who it is, how often, and every “no” in one form."""

from collections.abc import Callable
from contextvars import ContextVar

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.timezone import now

from gensvar.foundation.integrations.authentication import identity_behind, token_behind
from gensvar.foundation.integrations.limiting import admits
from gensvar.foundation.integrations.problems import Problem, as_problem
from gensvar.foundation.integrations.rules import digest_of

PREFIX = "/api/"
# Why a program reads what is confidential, as it said in the header of its request.
REASON_HEADER = "Gensvar-Reason"
reason_given: ContextVar[str] = ContextVar("reason_given", default="")


class ApiGate:
    """Stands outside the request's transaction: counting holds no lock while work is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        reason_given.set(request.headers.get(REASON_HEADER, ""))
        try:
            _admit(request)
        except Problem as problem:
            return problem.response()
        return as_problem(self.get_response(request))


def _admit(request: HttpRequest) -> None:
    if "\0" in request.path_info or any(
        "\0" in part for pair in request.GET.lists() for part in (pair[0], *pair[1])
    ):
        raise Problem(400)
    at = now()
    minute = int(at.timestamp()) // 60
    secret = _bearer(request)
    token = token_behind(secret, at=at) if secret else None
    key = token.digest if token else digest_of(_address(request))
    limit = settings.API_RATE if token else settings.API_RATE_WITHOUT_TOKEN
    if not admits(key, limit=limit, minute=minute):
        wait = 60 - int(at.timestamp()) % 60
        raise Problem(429, headers={"Retry-After": str(wait)})
    if secret and token is None:
        raise Problem(401)
    if token is not None:
        request.token = token  # type: ignore[attr-defined]
        request.identity = identity_behind(token)  # type: ignore[attr-defined]


def _address(request: HttpRequest) -> str:
    """Return the address that a request came from, behind a proxy of ours too."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        raise Problem(400) from None


def _bearer(request: HttpRequest) -> str:
    scheme, _space, secret = request.headers.get("Authorization", "").strip().partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""
