"""How every list of settings is drawn."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest
from gensvar.screens.setup.reaching import clients_within
from gensvar.screens.setup.sections import sections

Tab = tuple[str, str, int | None, str | None, bool]


def listed(
    request: AgentRequest, template: str, *, here: str, title: str | Promise, **context: Any
) -> HttpResponse:
    """Draw a list with the settings beside it."""
    return render(
        request,
        f"setup/{template}.html",
        {"title": title, "sections": sections(request, here=here), **context},
    )


def client_tabs(request: AgentRequest, permission: str, name: str, chosen: Client) -> list[Tab]:
    """Return a tab for each client within reach; one client needs none."""
    clients = list(clients_within(request, permission))
    if len(clients) < 2:
        return []
    return [
        (client.public_name, f"{reverse(name)}?client={client.code}", None, None, client == chosen)
        for client in clients
    ]
