"""What can be chosen for a case: subjects by area, groups, agents, tags."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.people.rules import HANDLING
from gensvar.operations.cases.models import Tag
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.knowledge.models import Subject

Choice = tuple[int, str]


def subjects_by_area(clients: Iterable[int]) -> list[tuple[str, list[Choice]]]:
    """Return the subjects in use, under their service areas."""
    rows = (
        Subject.objects.filter(client__in=list(clients), retired_at=None)
        .order_by("area__position", "area__name", "name")
        .values_list("area__name", "pk", "name")
    )
    return [
        (area, [(pk, name) for _area, pk, name in some])
        for area, some in groupby(rows, key=lambda row: row[0])
    ]


def groups(clients: Iterable[int], *, only_answering: bool = False) -> list[Choice]:
    """Return the groups that work goes to; with `only_answering` not the front desk's own."""
    rows = Group.objects.filter(client__in=list(clients), closed_at=None)
    if only_answering:
        rows = rows.filter(is_front=False)
    named = rows.order_by("code").values_list("pk", "code", "name")
    return [(pk, f"{code} · {name}" if name != code else code) for pk, code, name in named]


def groups_without_address(clients: Iterable[int]) -> list[str]:
    """Return the groups that work can be handed over to, but that no mail reaches."""
    rows = Group.objects.filter(client__in=list(clients), closed_at=None, is_front=False, email="")
    return list(rows.order_by("code").values_list("code", flat=True))


def agents(clients: Iterable[int], *, at: datetime) -> list[Choice]:
    """Return those who handle cases of these clients at this moment."""
    held = (
        Q(grants__client__in=list(clients)) | Q(grants__client=None),
        Q(grants__until=None) | Q(grants__until__gt=at),
    )
    rows = Agent.objects.filter(
        *held, grants__role__in=HANDLING, grants__since__lte=at, is_active=True, is_service=False
    )
    return list(rows.order_by("name").distinct().values_list("pk", "name"))


def tags(clients: Iterable[int]) -> list[Choice]:
    return list(
        Tag.objects.filter(client__in=list(clients)).order_by("name").values_list("pk", "name")
    )


def types(clients: Iterable[int], *, also: int | None = None) -> list[Choice]:
    """Return the case types that can be chosen; `also` one that is retired but held."""
    found = case_types(clients, with_retired=True)
    return [(one.pk, str(one)) for one in found if one.retired_at is None or one.pk == also]


def clients_named(clients: Iterable[int]) -> list[Choice]:
    found = Client.objects.filter(pk__in=list(clients)).order_by("name")
    return list(found.values_list("pk", "name"))
