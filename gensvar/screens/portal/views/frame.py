"""Whose portal a page is, and what every page of it carries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from gensvar.channels.chat.queries import settings_of
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.rules import END_OF_DAY
from gensvar.foundation.people.access import Reach, public, seeing_as
from gensvar.operations.disruptions.queries import public_disruptions
from gensvar.ui import formats

Page = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Portal:
    """One client's pages: at the first address, or under /hos/<code>/."""

    client: Client
    code: str = ""

    def at(self, name: str, *args: Any) -> str:
        """Return the address of one of this client's pages."""
        if self.code:
            return reverse(f"portal:{name}", args=(self.code, *args))
        return reverse(f"portal:{name}", args=args)


def page(view: Page) -> Page:
    """Make a view one of a client's public pages: it gets the request and the `Portal`."""

    @public
    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, code: str = "", *args: Any, **kwargs: Any) -> HttpResponseBase:
        client = _client(request, code)
        if client is None:
            return render(request, "portal/nothing.html", {"organisation": "Gensvar"})
        return view(request, Portal(client, code), *args, **kwargs)

    return shown


def draw(
    request: HttpRequest, portal: Portal, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Render a page of the portal."""
    words = formats.language(translation.get_language() or "sv")
    other = "en" if words.code == "sv" else "sv"
    chats = has_chat(portal.client)
    context |= {
        "chats": chats,
        "portal": portal,
        "at": portal.at,
        "organisation": portal.client.public_name,
        "accent": portal.client.accent,
        "disruptions": public_disruptions(portal.client, at=now()),
        "weekdays": words.weekdays,
        "wall_clock": lambda on_wall: wall_clock(on_wall, words=words),
        "phone_address": portal.client.phone_address,
        "language_link": f"{portal.at('language', other)}?till={request.path}",
    }
    response = render(request, f"portal/{template}", context, status=status)
    if chats:
        response._csp_update = {"frame-src": ["'self'"]}  # type: ignore[attr-defined]
    return response


def has_chat(client: Client) -> bool:
    """Say whether the client's pages carry the chat."""
    with seeing_as(Reach(clients=frozenset({client.pk}))):
        return settings_of(client).is_on


def sent_form(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, even if that is nothing; None where nothing was."""
    return request.POST if request.method == "POST" else None


def wall_clock(at: time, *, words: formats.Language) -> str:
    """Write a time of day as signs on doors do: "7.30", "17", "24"; in English "7:30", "17:00".

    >>> wall_clock(time(7, 30), words=formats.language("sv"))
    '7.30'
    """
    hour, minute = (24, 0) if at >= END_OF_DAY else (at.hour, at.minute)
    if words.code == "sv" and not minute:
        return str(hour)
    return f"{hour}{words.clock_sign}{minute:02}"


def _client(request: HttpRequest, code: str) -> Client | None:
    wanted = code or settings.PORTAL_HOSTS.get(request.get_host().partition(":")[0])
    wanted = wanted or settings.PORTAL_CLIENT
    if not wanted:
        return Client.objects.order_by("pk").first()
    found = Client.objects.filter(code=wanted).first()
    if found is None and code:
        raise Http404
    return found
