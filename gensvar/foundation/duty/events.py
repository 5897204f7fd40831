from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class PutOnDuty(Event):
    name: ClassVar = "duty.put-on-duty"
    agent_id: int
    whom_id: int
    client_id: int
    group_id: int
    duty_id: int
    is_deputy: bool


@dataclass(frozen=True, kw_only=True)
class TakenOffDuty(Event):
    """`until` is the first day without the duty."""

    name: ClassVar = "duty.taken-off-duty"
    agent_id: int
    whom_id: int
    client_id: int
    group_id: int
    duty_id: int
    until: str


@dataclass(frozen=True, kw_only=True)
class AbsenceNoted(Event):
    name: ClassVar = "duty.absence-noted"
    agent_id: int
    whom_id: int
    absence_id: int


@dataclass(frozen=True, kw_only=True)
class AbsenceEnded(Event):
    """It ended earlier than noted, or never began."""

    name: ClassVar = "duty.absence-ended"
    agent_id: int
    whom_id: int
    absence_id: int
