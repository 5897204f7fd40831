"""Access lists as setup shows them."""

from collections.abc import Iterable

from django.db import models

from gensvar.foundation.secrecy.models import AccessEntry, AccessList


def lists_of(clients: Iterable[int]) -> models.QuerySet[AccessList]:
    """Return the access lists of some clients, each with how many stand on it."""
    return (
        AccessList.objects.filter(client__in=list(clients))
        .select_related("client")
        .annotate(standing=models.Count("entries", filter=models.Q(entries__until=None)))
        .order_by("client__name", "name")
    )


def standing_on(access: AccessList) -> list[AccessEntry]:
    """Return who stands on a list now: groups first, then people, by name."""
    rows = AccessEntry.objects.current().filter(access=access).select_related("agent", "group")
    return sorted(rows, key=lambda row: (row.group is None, str(row.group or row.agent)))


def has_stood_on(access: AccessList) -> list[AccessEntry]:
    """Return who has been taken off, the latest first."""
    rows = AccessEntry.objects.filter(access=access, until__isnull=False)
    return list(rows.select_related("agent", "group", "ended_by").order_by("-until", "-pk")[:100])
