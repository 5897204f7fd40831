from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CaseEvent(Event):
    """What every event of a case carries."""

    name: ClassVar = "cases.case-event"
    case_id: int
    client_id: int
    agent_id: int | None = None
