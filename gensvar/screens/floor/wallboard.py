"""The wallboard: six figures that are read from eight metres, and no names."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.disruptions.queries import ongoing_for
from gensvar.operations.routing.explaining import span
from gensvar.operations.routing.queries.wallboard import Wall, wall_of
from gensvar.screens.floor.handling import percent
from gensvar.screens.floor.verdict import clock, named

BOARD = "routing.board"
# So far below its goal a share is to be acted on; above that, to be watched.
FAR = 0.05


@dataclass(frozen=True)
class Tile:
    """tone: bad where somebody should act, warn where they should watch."""

    title: str
    value: str
    target: str
    tone: str = ""


@require_safe
@requires(BOARD)
def wallboard(request: AgentRequest) -> HttpResponse:
    return render(request, "floor/wallboard.html", _context(request))


@require_safe
@requires(BOARD)
def figures(request: AgentRequest) -> HttpResponse:
    """Draw the figures as they are by now."""
    return render(request, "floor/_wall.html", _context(request))


def _context(request: AgentRequest) -> dict[str, Any]:
    at = now()
    clients = reach(request.identity, BOARD).clients
    wall = wall_of(clients, at=at)
    names = (
        Client.objects.filter(pk__in=clients).order_by("pk").values_list("public_name", flat=True)
    )
    return {
        "place": ", ".join(names[:2]),
        "verdict": _verdict(wall, at=at),
        "tiles": [*_tiles(wall, at=at), _disruptions(clients, at=at)],
        "clock": clock(at),
    }


def _verdict(wall: Wall, *, at: datetime) -> str:
    """Say in one sentence whether anybody needs to act this minute."""
    if wall.worst is None:
        return _("Nobody waits.")
    told = {
        "queue": named(wall.worst.queue),
        "count": wall.worst.waiting,
        "span": span((at - (wall.worst.oldest_at or at)).total_seconds()),
    }
    return (
        ngettext(
            "%(queue)s: %(count)s waits, for %(span)s.",
            "%(queue)s: %(count)s wait, the first for %(span)s.",
            wall.worst.waiting,
        )
        % told
    )


def _tiles(wall: Wall, *, at: datetime) -> list[Tile]:
    oldest = (
        span((at - wall.worst.oldest_at).total_seconds())
        if wall.worst and wall.worst.oldest_at
        else "–"
    )
    goal = span(wall.worst.queue.goal_seconds) if wall.worst else ""
    late = "bad" if wall.late else ""
    return [
        Tile(
            _("Waiting now"),
            str(wall.waiting),
            _("%(count)s past the goal") % {"count": wall.late},
            late,
        ),
        Tile(
            _("Longest wait"), oldest, _("at most %(goal)s") % {"goal": goal} if goal else "", late
        ),
        _in_time(wall),
        Tile(
            _("Ready now"),
            str(wall.ready),
            _("of %(count)s here") % {"count": wall.here},
            "warn" if wall.waiting and not wall.ready else "",
        ),
        Tile(
            _("Callbacks"),
            str(wall.callbacks),
            _("next %(time)s") % {"time": clock(wall.next_callback_at)}
            if wall.next_callback_at
            else "",
        ),
    ]


def _in_time(wall: Wall) -> Tile:
    target = _("goal %(share)s · today") % {"share": percent(wall.goal_share)}
    if not wall.settled:
        return Tile(_("In time"), "–", target)
    share = wall.in_time / wall.settled
    tone = "" if share >= wall.goal_share else "warn"
    return Tile(
        _("In time"), percent(share), target, "bad" if share < wall.goal_share - FAR else tone
    )


def _disruptions(clients: Collection[int], *, at: datetime) -> Tile:
    found = ongoing_for(clients, at=at)
    target = found[0].cause if found else _("none is known")
    return Tile(_("Disruptions"), str(len(found)), target, "warn" if found else "")
