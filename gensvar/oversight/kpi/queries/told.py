"""A measure in a period with all that belongs to it: the same for the page, files and programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from gensvar.foundation.agreements.models import Client
from gensvar.operations.routing.models import Queue
from gensvar.oversight.kpi.queries.against import goal_of, more_is_better
from gensvar.oversight.kpi.queries.counting import Counts
from gensvar.oversight.kpi.queries.from_facts import BY_QUEUE, Figures, Given
from gensvar.oversight.kpi.queries.measured import (
    BY_CHANNEL,
    agreed_limits,
    measured,
    measured_with_terms,
)
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.wholeness import Completeness, completeness_of
from gensvar.oversight.kpi.rules import is_met
from gensvar.science.kpi.definitions import Definition, Measure, Unit, Version
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.telling import NO_VALUE, interval, is_of_enough, times_shown, told
from gensvar.science.kpi.uncertainty import Interval


@dataclass(frozen=True)
class WayTold:
    """What a way of counting came to; without a figure it is of too few, or not counted so."""

    measure: Measure
    unit: Unit
    decimals: int
    figure: Figure | None
    shown: str
    around: Interval | None

    @property
    def value(self) -> Fraction | None:
        return self.figure.value if self.figure else None


@dataclass(frozen=True)
class Told:
    """What a measure came to by a version of its definition, with what it is made of."""

    definition: Definition
    number: int
    version: Version
    client: Client
    period: Period
    queue: Queue | None
    channel: str
    limits: dict[str, float]
    # None: nothing feeds it, or not of a queue or channel.
    figures: Figures | None
    given: Given
    complete: Completeness
    # The way of counting that was agreed on, target as shown, and the paired measure.
    goal: tuple[str, Fraction, str] | None

    @property
    def ways(self) -> Iterator[WayTold]:
        for measure in self.version.measures:
            unit, decimals = self.definition.unit_of(measure)
            figure = (self.figures or {}).get(measure.key)
            if figure is not None and not is_of_enough(measure, figure):
                figure = None
            yield WayTold(
                measure=measure,
                unit=unit,
                decimals=decimals,
                figure=figure,
                shown=told(figure, unit, decimals) if figure else NO_VALUE,
                around=interval(measure, figure) if figure else None,
            )

    @property
    def agreed(self) -> WayTold:
        """Return the way of counting that the goal is of, or else the first."""
        ways = list(self.ways)
        key = self.goal[0] if self.goal else ""
        return next((way for way in ways if way.measure.key == key), ways[0])

    @property
    def is_met(self) -> bool | None:
        way = self.agreed
        if way.value is None or self.goal is None:
            return None
        more = more_is_better(self.definition)
        return is_met(way.value * times_shown(way.unit), self.goal[1], more_is_better=more)


def measure_told(
    definition: Definition,
    client: Client,
    period: Period,
    *,
    at: datetime,
    number: int | None = None,
    queue: Queue | None = None,
    channel: str = "",
    limits: Mapping[str, float] | None = None,
    found: Counts | None = None,
) -> Told:
    """Return a measure by a version, or else by the one in force on the last day.

    `limits` stand in place of those that were agreed on for the period; `found` is what was
    counted in it, where that is known.
    """
    in_force = definition.version_on(period.last_day) or (1, definition.versions[0])
    number = number or in_force[0]
    version = definition.versions[number - 1]
    if limits is None:
        limits = agreed_limits(definition.code, client, period)
    figures, given = measured_with_terms(
        definition.code,
        client,
        period,
        at=at,
        version=version,
        queue_id=queue.pk if queue else None,
        channel=channel,
        definition=definition,
        limits=limits,
        found=found,
    )
    return Told(
        definition=definition,
        number=number,
        version=version,
        client=client,
        period=period,
        queue=queue,
        channel=channel,
        limits={**version.limits, **limits},
        figures=figures,
        given=given,
        complete=completeness_of(definition.code, client, period, at=at),
        goal=goal_of(definition.code, client, period),
    )


def queues_of(code: str, client: Client) -> list[Queue]:
    """Return the queues that a measure can be told of one by one."""
    if code not in BY_QUEUE:
        return []
    return list(Queue.objects.filter(client=client, channel=BY_QUEUE[code]).order_by("name", "pk"))


def is_by_channel(code: str) -> bool:
    return code in BY_CHANNEL


def by_queue(one: Told, queues: list[Queue], *, at: datetime) -> list[tuple[Queue, WayTold]]:
    """Return the agreed way of counting of each queue in which anything was counted."""
    rows = []
    for queue in queues:
        told_of = measure_told(
            one.definition, one.client, one.period, at=at, number=one.number, queue=queue
        )
        way = told_of.agreed
        if way.value is not None:
            rows.append((queue, way))
    return rows


def by_version(one: Told, *, at: datetime) -> list[WayTold]:
    """Return what the agreed way came to by each version, on the same days."""
    same = (
        measure_told(
            one.definition,
            one.client,
            one.period,
            at=at,
            number=number,
            queue=one.queue,
            channel=one.channel,
        )
        for number in range(1, len(one.definition.versions) + 1)
    )
    return [told_by.agreed for told_by in same]


def so_far(one: Told, today: Period, *, at: datetime) -> list[WayTold]:
    """Return what today came to so far, apart from the figure: the day is not whole."""
    if not one.complete.is_of_facts or one.complete.goes_on is None:
        return []
    figures = measured(
        one.definition.code,
        one.client,
        today,
        at=at,
        version=one.version,
        is_whole=False,
        queue_id=one.queue.pk if one.queue else None,
        definition=one.definition,
    )
    ways = []
    for way in one.ways:
        figure = (figures or {}).get(way.measure.key)
        if figure is not None and figure.value is not None:
            shown = told(figure, way.unit, way.decimals)
            ways.append(WayTold(way.measure, way.unit, way.decimals, figure, shown, None))
    return ways
