"""Where a case's need is."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class PlaceChosen(CaseEvent):
    """The case concerns a place of the register, and perhaps one kind of service there."""

    name: ClassVar = "cases.place-chosen"
    place_id: int
    service_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceWithdrawn(CaseEvent):
    """The case concerns no place, as it was said before."""

    name: ClassVar = "cases.place-withdrawn"
    place_id: int
