from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import SimpleLazyObject
from markupsafe import Markup

from gensvar.ui import navigation


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template the agent signed in, if any, and what is open to that agent.

    What is open is known once a view has asked for a permission: `request.identity` says.
    """
    user = getattr(request, "user", None)
    viewer = user if user is not None and user.is_authenticated else None
    identity = getattr(request, "identity", None)
    search = navigation.search_url(identity.may) if identity is not None else ""

    def strip_part() -> Markup:
        if identity is None or viewer is None:
            return Markup()
        return navigation.strip_part(request, identity.may)

    def strip_acts() -> list[navigation.StripAct]:
        return [] if identity is None or viewer is None else navigation.strip_acts(identity.may)

    return {
        # Masked once for a page, not anew for each of its forms.
        "csrf_token": SimpleLazyObject(lambda: get_token(request)),
        "viewer": viewer,
        "nav": Rail(identity),
        "search_url": search,
        "strip_part": strip_part,
        "strip_acts": strip_acts,
        "live_url": _live_url(request) if identity is not None else "",
    }


def _live_url(request: HttpRequest) -> str:
    """Return where this page hears what changes: beside it, or at another port of the same host."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    name = f"[{host}]" if ":" in host else host
    return settings.LIVE_URL or f"http://{name}:{settings.LIVE_PORT}/live/"


class Rail:
    """The rail's sections, worked out only on the pages that draw a rail."""

    def __init__(self, identity: Any) -> None:
        self._identity = identity

    def __iter__(self) -> Iterator[tuple[str, list[navigation.Entry]]]:
        if self._identity is None:
            return iter(())
        return iter(navigation.sections(navigation.allowed(self._identity.may)))
