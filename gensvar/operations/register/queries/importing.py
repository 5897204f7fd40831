"""What a table of places would change; nothing is changed here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.tables import Fault
from gensvar.foundation.people.models import Group
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.register.rules.tables import Line, read_table


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Which places a table adds, which it changes, how many stay as they are, what is wrong."""

    new: tuple[Line, ...]
    known: tuple[Line, ...]
    faults: tuple[Fault, ...]


def planned_import(client: Client, text: str) -> ImportPlan:
    """Return what a table would do, with a fault for everything that it names and we know not."""
    table = read_table(text, services=list(services_of(client).values_list("name", flat=True)))
    places = Place.objects.filter(client=client)
    known = {code.lower(): parent and parent.lower() for code, parent in _parents(places)}
    groups = set(Group.objects.filter(client=client, closed_at=None).values_list("code", flat=True))
    faults = [*table.faults]
    faults += _unknown_groups(table.lines, {code.lower() for code in groups})
    faults += _unknown_parents(table.lines, known)
    return ImportPlan(
        new=tuple(line for line in table.lines if line.code.lower() not in known),
        known=tuple(line for line in table.lines if line.code.lower() in known),
        faults=tuple(sorted(faults, key=lambda fault: (fault.number, fault.column))),
    )


def services_of(client: Client) -> QuerySet[ServiceType]:
    """Return the services that a client divides its work into, by name."""
    return ServiceType.objects.filter(client=client, ended_at=None).order_by("name")


def service_called(client: Client, name: str) -> ServiceType | None:
    """Return the client's service of this name, if there is one."""
    return services_of(client).filter(name__iexact=name.strip()).first() if name else None


def _parents(places: QuerySet[Place]) -> Iterator[tuple[str, str | None]]:
    yield from places.values_list("code", "parent__code")


def _unknown_groups(lines: list[Line], groups: set[str]) -> Iterator[Fault]:
    for line in lines:
        for (service, hours), code in line.groups.items():
            if code.lower() not in groups:
                yield Fault(line.number, f"{service} {hours}".strip(), "group", code[:40])


def _unknown_parents(lines: list[Line], known: Mapping[str, str | None]) -> Iterator[Fault]:
    """Yield parents that are nowhere, and rings in which places would lie within themselves."""
    parents = dict(known)
    for line in lines:
        if line.parent is not None:
            parents[line.code.lower()] = line.parent.lower() or None
        else:
            parents.setdefault(line.code.lower(), None)
    for line in lines:
        above = parents[line.code.lower()]
        if above is not None and above not in parents:
            yield Fault(line.number, "parent", "parent", (line.parent or "")[:40])
        elif _is_ring(line.code.lower(), parents):
            yield Fault(line.number, "parent", "within-itself", line.code)


def _is_ring(code: str, parents: Mapping[str, str | None]) -> bool:
    seen = {code}
    here = parents.get(code)
    while here is not None and here not in seen:
        seen.add(here)
        here = parents.get(here)
    return here is not None
