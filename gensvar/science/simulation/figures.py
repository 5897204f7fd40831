"""The figures of a play, and of several: what a centre would be judged by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from gensvar.science.simulation.estimating import Estimate, estimate
from gensvar.science.simulation.playing import Play
from gensvar.science.simulation.scenario import Scenario
from gensvar.science.simulation.visits import End, Visit


@dataclass(frozen=True, slots=True)
class Figures:
    """What one play gave for one queue, or for all; times in seconds that the queue is open.

    in_goal: answered within the goal. called_back: chose to be; they are answered or not reached.
    mean_wait_seconds and longest_wait_seconds: of those answered; 0 where none was.
    """

    came: int
    answered: int
    abandoned: int
    not_reached: int
    turned_away: int
    waiting: int
    in_goal: int
    called_back: int
    mean_wait_seconds: float
    longest_wait_seconds: float
    mean_handling_seconds: float

    @property
    def offered(self) -> int:
        """All who came while it was open."""
        return self.came - self.turned_away

    @property
    def service_level(self) -> float:
        """Answered within the goal, of those offered; 1 where nobody came."""
        return self.in_goal / self.offered if self.offered else 1.0

    @property
    def abandoned_share(self) -> float:
        return self.abandoned / self.offered if self.offered else 0.0

    @property
    def is_balanced(self) -> bool:
        """Whether every contact that came has exactly one end (zero loss)."""
        ends = self.answered + self.abandoned + self.not_reached + self.turned_away + self.waiting
        return ends == self.came


# What is estimated over several plays.
MEASURES = (
    "offered",
    "answered",
    "service_level",
    "abandoned_share",
    "mean_wait_seconds",
    "longest_wait_seconds",
    "mean_handling_seconds",
    "called_back",
    "waiting",
)


def figures_of(visits: Iterable[Visit]) -> Figures:
    """Count visits that ended; all of a play, or those of one queue."""
    ends: Counter[End] = Counter()
    waits, handled = [], []
    in_goal = called_back = 0
    for visit in visits:
        ends[visit.end] += 1
        called_back += visit.is_called_back
        if (waited := visit.waited_seconds) is not None:
            waits.append(waited)
            handled.append(visit.handling)
            in_goal += waited <= visit.stream.goal_seconds
    return Figures(
        came=ends.total(),
        answered=ends[End.ANSWERED],
        abandoned=ends[End.ABANDONED],
        not_reached=ends[End.NOT_REACHED],
        turned_away=ends[End.TURNED_AWAY],
        waiting=ends[End.WAITING],
        in_goal=in_goal,
        called_back=called_back,
        mean_wait_seconds=fmean(waits) if waits else 0.0,
        longest_wait_seconds=max(waits, default=0.0),
        mean_handling_seconds=fmean(handled) if handled else 0.0,
    )


def occupancy(play: Play) -> float:
    """Return the share of paid time with somebody in hand or in wrap-up, of all at work."""
    paid = sum(seat.paid_seconds for seat in play.seats.values())
    return sum(seat.busy_seconds for seat in play.seats.values()) / paid if paid else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """Estimates by queue name and measure, and how busy people were."""

    scenario: Scenario
    runs: int
    queues: Mapping[str, Mapping[str, Estimate]]
    occupancy: Estimate


def simulate(scenario: Scenario, *, runs: int = 20, seed: int = 1) -> Result:
    """Play a scenario several times, each with other customers, and estimate its figures."""
    values: dict[str, dict[str, list[float]]] = {
        stream.name: {measure: [] for measure in MEASURES} for stream in scenario.streams
    }
    busy = []
    for run in range(runs):
        play = Play(scenario, seed=seed + run).run()
        by_stream: dict[str, list[Visit]] = {stream.name: [] for stream in scenario.streams}
        for visit in play.visits:
            by_stream[visit.stream.name].append(visit)
        for name, visits in by_stream.items():
            figures = figures_of(visits)
            for measure in MEASURES:
                values[name][measure].append(getattr(figures, measure))
        busy.append(occupancy(play))
    return Result(
        scenario=scenario,
        runs=runs,
        queues={
            name: {measure: estimate(of) for measure, of in measures.items()}
            for name, measures in values.items()
        },
        occupancy=estimate(busy),
    )
