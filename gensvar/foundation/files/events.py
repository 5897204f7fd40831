from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class InfectionFound(Event):
    """Something harmful is in a file; from now on it is kept apart."""

    name: ClassVar = "files.infection-found"
    file_id: int
    infection: str
