from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class FactorSigned(Event):
    """A success factor is said to be in place."""

    name: ClassVar = "kpi.success-factor-signed"
    client_id: int
    factor: str
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SignatureWithdrawn(Event):
    """A success factor is no longer said to be in place."""

    name: ClassVar = "kpi.success-factor-withdrawn"
    client_id: int
    factor: str
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class InsightNoted(Event):
    """Somebody noted why customers have to ask; of what kind is told to nobody else."""

    name: ClassVar = "kpi.insight-noted"
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class AggregatesImported(Event):
    """Sums from elsewhere were brought in."""

    name: ClassVar = "kpi.aggregates-imported"
    client_id: int
    agent_id: int
    count: int
