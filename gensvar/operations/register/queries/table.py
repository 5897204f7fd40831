"""The register as a table that the import understands again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gensvar.foundation.agreements.models import Client
from gensvar.operations.register.models import Place, Responsibility, valid_on
from gensvar.operations.register.queries.importing import services_of
from gensvar.operations.register.rules.answering import ALWAYS, DUTY, OFFICE
from gensvar.operations.register.rules.tables import HEADINGS, KINDS, column_of


@dataclass(frozen=True)
class PlaceRow:
    """A place and the groups named for it on a day, by service (small letters) and hours."""

    place: Place
    groups: dict[tuple[str, str], str]


def rows_of(client: Client, *, on: date) -> list[PlaceRow]:
    """Return every place in force with its own groups, in the order of their codes."""
    named: dict[int, dict[tuple[str, str], str]] = {}
    held = Responsibility.objects.filter(valid_on(on), client=client)
    for place, service, hours, group in held.values_list(
        "place", "service__name", "hours", "group__code"
    ):
        named.setdefault(place, {})[(service or "").lower(), hours] = group
    places = Place.objects.in_force(on=on).filter(client=client).select_related("parent")
    return [PlaceRow(one, named.get(one.pk, {})) for one in places.order_by("code")]


def columns_of(client: Client) -> dict[str, Callable[[PlaceRow], object]]:
    """Return each heading and what stands below it."""
    headings: dict[str, Callable[[PlaceRow], object]] = {
        HEADINGS["code"][1]: lambda row: row.place.code,
        HEADINGS["name"][1]: lambda row: row.place.name,
        HEADINGS["kind"][1]: lambda row: KINDS[row.place.kind][-1],
        HEADINGS["parent"][1]: lambda row: row.place.parent.code if row.place.parent else "",
        HEADINGS["address"][1]: lambda row: row.place.address,
        HEADINGS["valid_from"][1]: lambda row: row.place.valid_from.isoformat(),
        HEADINGS["valid_until"][1]: lambda row: str(row.place.valid_until or ""),
    }
    for service in ("", *services_of(client).values_list("name", flat=True)):
        for hours in (ALWAYS, OFFICE, DUTY):
            headings[column_of(service, hours)] = _group(service.lower(), hours)
    return headings


def _group(service: str, hours: str) -> Callable[[PlaceRow], object]:
    return lambda row: row.groups.get((service, hours), "")
