"""The three dashboards, what each figure is made of, and how they stood in earlier months."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.levels.columns import ROWS
from gensvar.oversight.levels.models import ArchivedBoard
from gensvar.oversight.levels.queries.boards import BOARDS, Tile, board
from gensvar.oversight.levels.queries.facts import Days, days_until
from gensvar.oversight.levels.queries.rights import (
    boards_of,
    client_asked,
    clients_of,
    seen_on_boards,
)
from gensvar.oversight.levels.rules import WINDOW
from gensvar.oversight.levels.views.frame import (
    asked,
    client_named,
    draw,
    file_of,
    files_at,
    key_of,
)
from gensvar.oversight.levels.words import BOARD_NAMES, month, told


@dataclass(frozen=True)
class Shown:
    """A dashboard of one client as it stands today."""

    client: Client
    days: Days
    tiles: list[Tile]

    def tile(self, key: str) -> Tile:
        found = next((one for one in self.tiles if one.key == key), None)
        if found is None:
            raise Http404
        return found


@require_safe
@requires("levels.read")
def dashboard(request: AgentRequest, name: str) -> HttpResponse:
    shown = _shown(request, name)
    return draw(
        request,
        "board",
        shown.client,
        here=f"board-{name}",
        name=name,
        title=BOARD_NAMES[name],
        tiles=[told(tile) for tile in shown.tiles],
        days=shown.days,
    )


@require_safe
@requires("levels.read")
def tile(request: AgentRequest, name: str, key: str) -> HttpResponse:
    """Show the rows beneath a figure."""
    shown = _shown(request, name)
    return draw(
        request,
        "tile",
        shown.client,
        here=f"board-{name}",
        name=name,
        board_name=BOARD_NAMES[name],
        tile=told(shown.tile(key)),
        days=shown.days,
        files=files_at("levels:tile_file", name, key, query=asked(shown.client)),
    )


@require_safe
@requires("levels.read")
def tile_file(request: AgentRequest, name: str, key: str, kind: str) -> HttpResponseBase:
    """Give the rows beneath a figure, named after what they tell and of which days."""
    shown = _shown(request, name)
    rows = told(shown.tile(key)).rows
    last = shown.days.ends_on - timedelta(days=1)
    called = f"{shown.client.code}-{key}-{shown.days.starts_on}-{last}"
    return file_of(request, rows, ROWS, kind, what=key, name=called)


@require_safe
@requires("levels.read")
def archived(request: AgentRequest) -> HttpResponse:
    client = client_asked(request.identity, client_named(request), may=lambda _pk: True)
    rows = ArchivedBoard.objects.filter(seen_on_boards(request.identity), client=client)
    kept = [
        (one, month(one.starts_on), BOARD_NAMES[one.board])
        for one in rows.order_by("-starts_on", "board")
    ]
    return draw(request, "archive", client, here="archive", boards=kept)


@require_safe
@requires("levels.read")
def archived_board(request: AgentRequest, board_id: int) -> HttpResponse:
    rows = ArchivedBoard.objects.select_related("client")
    rows = rows.filter(client__in=clients_of(request.identity))
    found = get_object_or_404(rows, pk=key_of(str(board_id)))
    if found.board not in boards_of(request.identity, found.client_id):
        raise PermissionDenied("levels.read")
    return draw(
        request,
        "archived",
        found.client,
        here="archive",
        archived=found,
        month=month(found.starts_on),
        title=BOARD_NAMES[found.board],
        tiles=[told(Tile.from_kept(kept)) for kept in found.figures],
    )


def _shown(request: AgentRequest, name: str) -> Shown:
    if name not in BOARDS:
        raise Http404
    identity = request.identity
    client = client_asked(
        identity, client_named(request), may=lambda pk: name in boards_of(identity, pk)
    )
    days = days_until(localdate(), window=WINDOW)
    return Shown(client, days, board(client, name, days))
