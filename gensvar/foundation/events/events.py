"""What an event is: a frozen fact in the past tense that carries ids only."""

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Self


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened. Personal data is referenced by id, never copied."""

    name: ClassVar[str]
    registry: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        known = Event.registry.get(cls.name)
        if known and (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"Two events are called {cls.name}.")
        Event.registry[cls.name] = cls

    def payload(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """Read an event as it was stored; fields added later take their defaults."""
        known = {field.name for field in fields(cls)}
        return cls(**{key: value for key, value in payload.items() if key in known})


@dataclass(frozen=True, kw_only=True)
class JobTriedAgain(Event):
    name: ClassVar = "events.job-tried-again"
    agent_id: int
    job_id: int
    task: str


@dataclass(frozen=True, kw_only=True)
class JobGivenUp(Event):
    name: ClassVar = "events.job-given-up"
    agent_id: int
    job_id: int
    task: str


@dataclass(frozen=True, kw_only=True)
class RestoreTried(Event):
    """A backup was restored into a place of its own; `faults` counts what was wrong with it."""

    name: ClassVar = "events.restore-tried"
    drill_id: int
    backup: str
    rows: int
    seconds: int
    faults: int


@dataclass(frozen=True, kw_only=True)
class RecordChecked(Event):
    """The record was compared with its seals; `breaks` counts what did not agree."""

    name: ClassVar = "events.record-checked"
    agent_id: int | None
    check_id: int
    breaks: int
