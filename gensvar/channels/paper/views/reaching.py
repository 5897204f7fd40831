"""Which clients' paper somebody may see and register."""

from django.core.exceptions import PermissionDenied

from gensvar.foundation.people.access import AgentRequest, reach


def clients_for(request: AgentRequest, permission: str) -> frozenset[int]:
    """Return the clients for whom a permission is held; paper lies with clients, not groups."""
    clients = reach(request.identity, permission).clients
    if not clients:
        raise PermissionDenied(permission)
    return clients


def key_of(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
