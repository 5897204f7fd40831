"""What every page of the levels carries: whose it is, where else one may go, and how one asks."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, Row, export
from gensvar.foundation.people.access import AgentRequest, Identity
from gensvar.foundation.refusals import Refused
from gensvar.oversight.levels.models import LevelName
from gensvar.oversight.levels.queries.rights import boards_of, clients_of, levels_of
from gensvar.oversight.levels.rules import Level
from gensvar.oversight.levels.words import BOARD_NAMES

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
FILE_NAMES = ((Format.CSV, "CSV"), (Format.XLSX, "Excel"), (Format.JSON, "JSON"))


def draw(
    request: AgentRequest,
    template: str,
    client: Client,
    *,
    here: str = "",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Draw a page about a client; `here` names it among the pages that lead on."""
    identity = request.identity
    context |= {
        "client": client,
        "asked": asked(client),
        "pages": [
            (label, f"{to}{asked(client)}", key == here)
            for key, label, to in _places(identity, client)
        ],
        "clients": [
            (one.public_name, _address(_places(identity, one), one, here), one == client)
            for one in clients_of(identity)
        ],
    }
    return render(request, f"levels/{template}.html", context, status=status)


def asked(client: Client) -> str:
    return f"?uppdragsgivare={client.code}"


def client_named(request: AgentRequest) -> str:
    return request.GET.get("uppdragsgivare", "")


def _places(identity: Identity, client: Client) -> list[tuple[str, str | Promise, str]]:
    """Return the pages about a client that are for somebody: key, name and address."""
    own = levels_of(identity, client.pk)
    places: list[tuple[str, str | Promise, str]] = [
        (f"level-{one}", LevelName(one).label, reverse("levels:level", args=[one.value]))
        for one in reversed(own)
    ]
    places += [
        (f"board-{name}", BOARD_NAMES[name], reverse("levels:board", args=[name]))
        for name in boards_of(identity, client.pk)
    ]
    if Level.TACTICAL in own:
        places.append(("wishes", _("Wishes and new needs"), reverse("levels:wishes")))
    return [*places, ("archive", _("Earlier months"), reverse("levels:archive"))]


def _address(places: list[tuple[str, str | Promise, str]], client: Client, here: str) -> str:
    """Return where this same page is about another client, or where that client's begin."""
    to = next((to for key, _label, to in places if key == here), reverse("levels:start"))
    return f"{to}{asked(client)}"


def ask(
    request: AgentRequest,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    client: Client,
    back: tuple[str | Promise, str],
    then: Callable[[Any], str],
    **context: Any,
) -> HttpResponse:
    """Ask, do, and lead on; what is refused is told, and what was written is kept.

    `back` is the name and the address of the page that one came from.
    """
    if form.is_bound and form.is_valid():
        try:
            done = act(form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            messages.success(request, _("Written down."))
            return HttpResponseRedirect(then(done))
    status = 422 if form.is_bound else 200
    return draw(request, "ask", client, status=status, form=form, back=back, **context)


def posted(request: AgentRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


def files_at(name: str, *args: str, query: str) -> list[tuple[str, str]]:
    """Return where a list is had as a file, in each kind."""
    return [(label, reverse(name, args=[*args, kind.value]) + query) for kind, label in FILE_NAMES]


def file_of(
    request: AgentRequest,
    rows: Iterable[Row],
    columns: Sequence[Column[Row]],
    kind: str,
    *,
    what: str,
    name: str,
) -> HttpResponseBase:
    """Answer with a list as a file, and write down that it was taken out."""
    if kind not in set(Format):
        raise Http404
    note_export(f"levels.{what}", format=kind, agent_id=request.user.pk, at=now())
    return export(rows, columns, kind, name=name, semicolon=True)


def key_of(text: str) -> int:
    """Return the key that somebody wrote; of what cannot be one, a key that nothing has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
