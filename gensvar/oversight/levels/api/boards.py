"""The dashboards, today and as they stood when a month had ended."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.timezone import localdate
from ninja import Query

from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, listed
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.levels.api.routes import router
from gensvar.oversight.levels.api.schemas import (
    BoardOut,
    ClientAsked,
    KeptAsked,
    KeptBoardOut,
    KeptOut,
    KeptPage,
)
from gensvar.oversight.levels.models import ArchivedBoard
from gensvar.oversight.levels.queries.boards import BOARDS, Tile, board
from gensvar.oversight.levels.queries.facts import days_until
from gensvar.oversight.levels.queries.rights import (
    boards_of,
    client_asked,
    clients_of,
    seen_on_boards,
)
from gensvar.oversight.levels.rules import WINDOW
from gensvar.oversight.levels.words import told

COLUMNS: list[Column[ArchivedBoard]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("name", lambda row: row.board),
    Column("starts_on", lambda row: row.starts_on),
    Column("ends_on", lambda row: row.ends_on),
    Column("made_at", lambda row: row.made_at),
    Column("sha256", lambda row: row.sha256),
]


@router.get("/dashboards/{name}", response=BoardOut, summary="Read a dashboard")
@requires("levels.read")
def read_dashboard(request: AgentRequest, name: str, asked: Query[ClientAsked]) -> Any:
    """`management`, `line` or `customer`: each question with its figure, or why it has none."""
    if name not in BOARDS:
        raise Http404
    identity = request.identity
    client = client_asked(identity, asked.client, may=lambda pk: name in boards_of(identity, pk))
    days = days_until(localdate(), window=WINDOW)
    return {
        "client": client.code,
        "name": name,
        "starts_on": days.starts_on,
        "ends_on": days.ends_on,
        "tiles": _told(board(client, name, days)),
    }


@router.get("/archive", response=KeptPage, openapi_extra=AS_FILE, summary="List earlier months")
@requires("levels.read")
def list_archived_dashboards(request: AgentRequest, asked: Query[KeptAsked]) -> Any:
    rows = ArchivedBoard.objects.select_related("client").filter(seen_on_boards(request.identity))
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.name:
        rows = rows.filter(board=asked.name)
    return listed(request, rows, asked, of=KeptOut, columns=COLUMNS, permission="levels.read")


@router.get("/archive/{board_id}", response=KeptBoardOut, summary="Read an earlier month")
@requires("levels.read")
def read_archived_dashboard(request: AgentRequest, board_id: int) -> Any:
    """A dashboard as it was kept; `sha256` is of its figures as they were written."""
    rows = ArchivedBoard.objects.select_related("client")
    rows = rows.filter(client__in=clients_of(request.identity))
    found = rows.filter(pk=board_id).first() if 0 < board_id < 2**63 else None
    if found is None:
        raise Http404
    if found.board not in boards_of(request.identity, found.client_id):
        raise PermissionDenied("levels.read")
    return {
        "id": found.pk,
        "client": found.client.code,
        "name": found.board,
        "starts_on": found.starts_on,
        "ends_on": found.ends_on,
        "made_at": found.made_at,
        "sha256": found.sha256,
        "tiles": _told(Tile.from_kept(kept) for kept in found.figures),
    }


def _told(tiles: Iterable[Tile]) -> list[dict[str, Any]]:
    return [
        {
            "key": tile.key,
            "question": shown.question,
            "value": tile.value,
            "unit": tile.unit,
            "meaning": shown.meaning,
            "missing": tile.why or None,
            "why": shown.why,
            "rows": [
                {"key": row.label, "name": said.label, "count": row.count, "cost_ore": row.cost}
                for row, said in zip(tile.rows, shown.rows, strict=True)
            ],
        }
        for tile in tiles
        for shown in [told(tile)]
    ]
