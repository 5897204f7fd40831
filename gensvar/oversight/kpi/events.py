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
class MeasureDefined(Event):
    """Somebody wrote down a version of a measure of the client's own."""

    name: ClassVar = "kpi.measure-defined"
    client_id: int
    code: str
    number: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class GoalAgreed(Event):
    """What to reach in a measure was agreed on, from a day."""

    name: ClassVar = "kpi.goal-agreed"
    client_id: int
    code: str
    valid_from: str
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class NumberNoted(Event):
    """A number that a measure of ours needs was noted for some days; the source is with its row."""

    name: ClassVar = "kpi.number-noted"
    client_id: int
    number_id: int
    what: str
    starts_on: str
    # The first day after.
    ends_on: str
    amount: str
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class BenchmarksNoted(Event):
    """What others came to in measures of theirs was noted."""

    name: ClassVar = "kpi.benchmarks-noted"
    client_id: int
    agent_id: int
    count: int


@dataclass(frozen=True, kw_only=True)
class AggregatesImported(Event):
    """Sums from elsewhere were brought in."""

    name: ClassVar = "kpi.aggregates-imported"
    client_id: int
    agent_id: int
    count: int


@dataclass(frozen=True, kw_only=True)
class FigurePublished(Event):
    """A measure's figure stands for a period."""

    name: ClassVar = "kpi.figure-published"
    client_id: int
    figure_id: int
    code: str
    version: int
    starts_on: str
    ends_on: str
    digest: str
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class FigureRestated(Event):
    """A published figure was published anew, with a reason that stands beside both."""

    name: ClassVar = "kpi.figure-restated"
    client_id: int
    figure_id: int
    restates_id: int
    code: str
    version: int
    digest: str
    agent_id: int
