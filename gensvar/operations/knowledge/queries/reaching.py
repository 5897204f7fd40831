"""Whose articles somebody may read or keep, from their roles."""

from django.db.models import Q, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import Identity, reach
from gensvar.foundation.people.models import Group
from gensvar.operations.knowledge.models import Article


def clients_of(identity: Identity, permission: str = "knowledge.read") -> list[int]:
    """Return the clients whose articles concern this person, also by membership of a group."""
    reached = reach(identity, permission)
    of_groups = Group.objects.filter(pk__in=reached.groups).values_list("client_id", flat=True)
    return sorted(reached.clients | set(of_groups))


def clients_kept(identity: Identity) -> QuerySet[Client]:
    """Return the clients for which this person may write articles."""
    ids = clients_of(identity, "knowledge.write")
    return Client.objects.filter(pk__in=ids).order_by("pk")


def groups_kept(identity: Identity, client: Client) -> QuerySet[Group]:
    """Return the groups in whose name this person may write for the client."""
    reached = reach(identity, "knowledge.write")
    rows = Group.objects.filter(client=client, closed_at=None).order_by("code")
    return rows if client.pk in reached.clients else rows.filter(pk__in=reached.groups)


def articles_kept(identity: Identity, permission: str) -> QuerySet[Article]:
    """Return the articles on which this permission may be used."""
    reached = reach(identity, permission)
    return Article.objects.filter(Q(client__in=reached.clients) | Q(group__in=reached.groups))
