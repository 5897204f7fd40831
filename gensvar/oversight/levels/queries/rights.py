"""Who stands on which level for which client; the pages and the API ask here and nowhere else."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import Identity, reach
from gensvar.foundation.people.rules import Role
from gensvar.operations.register.models import Place
from gensvar.oversight.levels.models import Issue
from gensvar.oversight.levels.queries.boards import BOARDS
from gensvar.oversight.levels.rules import ORDER, Level

# Whose dashboards these are; that of the customer is for everybody on any level.
BOARD_LEVELS = {"management": Level.STRATEGIC, "line": Level.TACTICAL}


def levels_of(identity: Identity, client_id: int) -> list[Level]:
    """Return the levels that are somebody's own for one client, the lowest first.

    A program stands on no level: what its scopes open, they open on every level.
    """
    if Role.SERVICE in identity.roles and identity.may("levels.read", client_id=client_id):
        return list(ORDER)
    return [one for one in ORDER if identity.may(f"levels.{one}", client_id=client_id)]


def boards_of(identity: Identity, client_id: int) -> list[str]:
    """Return the dashboards of one client that are for somebody."""
    own = {None, *levels_of(identity, client_id)}
    return [name for name in BOARDS if BOARD_LEVELS.get(name) in own]


def clients_of(identity: Identity, level: Level | None = None) -> list[Client]:
    """Return the clients for which a level, or any, is one's own: one's organisation first."""
    rows = Client.objects.filter(pk__in=reach(identity, "levels.read").clients)
    found = [(one, levels_of(identity, one.pk)) for one in rows.order_by("-kind", "pk")]
    return [one for one, own in found if (level in own if level else own)]


def client_asked(identity: Identity, code: str, *, may: Callable[[int], object]) -> Client:
    """Return the client with this code or, without, the first for which `may` says yes."""
    known = [one for one in clients_of(identity) if code in {"", one.code}]
    if not known:
        raise Http404
    allowed = [one for one in known if may(one.pk)]
    if not allowed:
        raise PermissionDenied("levels.read")
    return allowed[0]


def on_level(identity: Identity, level: Level, *, client: str = "") -> Client:
    """Return the client asked for, or the first, for which this level is one's own."""
    return client_asked(identity, client, may=lambda pk: level in levels_of(identity, pk))


def check_level(identity: Identity, level: str, client_id: int) -> None:
    """Refuse what is of a level that is not one's own for the client that it is about."""
    if level not in levels_of(identity, client_id):
        raise PermissionDenied(f"levels.{level}")


def seen_on_levels(identity: Identity) -> Q:
    """Return what limits rows with `client` and `level` to the levels that are one's own."""
    seen = Q(pk__in=[])
    for client in clients_of(identity):
        seen |= Q(client=client, level__in=levels_of(identity, client.pk))
    return seen


def seen_on_boards(identity: Identity) -> Q:
    """Return what limits rows with `client` and `board` to the dashboards that are for one."""
    seen = Q(pk__in=[])
    for client in clients_of(identity):
        seen |= Q(client=client, board__in=boards_of(identity, client.pk))
    return seen


def opens_cases(identity: Identity, client_id: int) -> bool:
    """Say whether somebody reads every case of a client, not only those of their groups."""
    return client_id in reach(identity, "cases.read").clients


def seen_place(issue: Issue) -> Place | None:
    """Return where an issue is, but not to the highest level."""
    return None if issue.level == Level.STRATEGIC else issue.place
