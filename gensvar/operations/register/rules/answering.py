"""Who answers for a place, for a service, at a time of day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

ALWAYS, OFFICE, DUTY = "", "office", "duty"


@dataclass(frozen=True, slots=True)
class Named:
    """A group named for a place; without a service or hours it holds for all of them."""

    place: int
    service: int | None
    hours: str
    group: int
    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


def responsible(
    chain: Sequence[int],
    named: Collection[Named],
    *,
    service: int | None,
    hours: str,
    on: date,
) -> Named | None:
    """Return whoever is named for a place or, failing that, for the nearest place around it.

    chain: the place, its parent, and so on outwards. Within one place the service goes before
    every service, and the hours go before all hours.

    >>> school = Named(1, None, OFFICE, 7, date(2026, 1, 1))
    >>> responsible([2, 1], [school], service=3, hours=OFFICE, on=date(2026, 5, 4)).group
    7
    """
    for place in chain:
        fitting = [
            one
            for one in named
            if one.place == place
            and one.service in (None, service)
            and one.hours in (ALWAYS, hours)
            and one.holds_on(on)
        ]
        if fitting:
            return max(fitting, key=lambda one: (one.service is not None, one.hours != ALWAYS))
    return None


def chain_of(place: int, parents: Mapping[int, int | None]) -> list[int]:
    """Return a place and all that it lies within, outwards; a ring ends where it began."""
    chain: list[int] = []
    here: int | None = place
    while here is not None and here not in chain:
        chain.append(here)
        here = parents.get(here)
    return chain


def mapped(
    parents: Mapping[int, int | None], named: Collection[Named], *, on: date
) -> frozenset[int]:
    """Return the places for which somebody is named on a day, there or further out."""
    own = {one.place for one in named if one.holds_on(on)}
    return frozenset(place for place in parents if own & set(chain_of(place, parents)))


def coverage(mapped_places: int, all_places: int) -> float | None:
    """Return K124, the share of places that a group answers for; None where there are none.

    >>> coverage(3, 4)
    0.75
    """
    return mapped_places / all_places if all_places else None
