"""What each measure is, and what it comes to where it is fed today."""

from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.api.asking import Figures, PeriodAsked, figures_asked
from gensvar.oversight.kpi.queries.measured import is_fed
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.told import WayTold, is_by_channel, measure_told, queues_of
from gensvar.oversight.kpi.queries.wholeness import Completeness
from gensvar.science.kpi.definitions import Definition, Measure, Vector, Version
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.tallying import Tally

router = Router(tags=["figures"])


class Words(Schema):
    sv: str
    en: str


class MeasureListed(Schema):
    code: str = Field(examples=["K23"])
    name: Words
    unit: str
    direction: str = Field(description="up: more is better, down: less is, or neutral.")
    target: Words = Field(description="What is usual; what is agreed stands among the goals.")
    pair: str = Field(description="The measure that shows what reaching a goal costs elsewhere.")
    source: str
    owner: str
    version: int
    has_data: bool = Field(description="Whether it has a figure today.")
    missing: Words | None = Field(description="Why it has none, or not in every way of counting.")


class MeasuresOut(Schema):
    count: int
    items: list[MeasureListed]


class WayOut(Schema):
    key: str = Field(description="Empty where there is only one way of counting.")
    name: Words | None
    formula: str = Field(examples=["closed_at_front / cases"])
    is_agreed: bool = Field(description="Whether it may be agreed on as a goal.")


class VersionOut(Schema):
    number: int
    from_: date = Field(alias="from")
    words: Words
    ways: list[WayOut]
    limits: dict[str, float] = Field(description="In seconds.")
    excluded: list[str] = Field(description="Counters that are left out.")


class ExampleOut(Schema):
    given: dict[str, Any]
    shown: dict[str, str]
    between: list[str] | None = Field(description="The ends of the 95 % interval.")
    note: str
    is_published: bool


class MeasureFilters(PeriodAsked):
    version: int | None = Field(None, description="Without, the one in force on the last day.")
    queue: int | None = Field(None, description="Only of this queue, where it is told by queue.")
    channel: str = Field("", max_length=10, description="Only of this channel, where it can be.")


class TermOut(Schema):
    counter: str = Field(examples=["ans"])
    name: Words
    count: float | None = Field(description="Of a list of values, how many there are.")


class FigureOut(Schema):
    key: str
    shown: str = Field(description="As the page shows it, with a decimal point, without a unit.")
    part: float | None = Field(description="Null where so few are not told.")
    whole: float | None
    value: float | None = Field(description="Exact to six decimals; a share is 0–1.")
    low: float | None = Field(description="Of a sample, where the 95 % interval begins.")
    high: float | None


class WholeOut(Schema):
    is_whole: bool = Field(description="Whether every day of the period is over and told.")
    goes_on: date | None = Field(description="Today, where it lies in the period.")
    is_today_in: bool = Field(description="Whether what has come of it so far is in the figure.")
    left_out: list[date] = Field(description="Days that are over and not told yet.")
    unread_from: date | None = Field(description="From here on nothing is read to the end.")
    counted_from: date | None = Field(description="Nothing was counted before this day.")
    read_at: datetime | None = Field(description="When everything had been read.")


class MeasureOut(Figures):
    measure: MeasureListed
    version: int = Field(description="By which version it is counted.")
    queue: int | None
    channel: str
    complete: WholeOut
    versions: list[VersionOut]
    examples: list[ExampleOut]
    figures: list[FigureOut] | None = Field(
        description="Null where nothing feeds it yet, or it is not told of a queue or channel."
    )
    terms: list[TermOut] = Field(description="What the figures are built of.")


@router.get("", response=MeasuresOut, summary="List the measures")
@requires("reports.read")
def list_measures(request: AgentRequest) -> Any:
    """All measures as they are defined, with those that have no figure yet and why."""
    found = [_listed(one) for one in registry().definitions.values()]
    return {"count": len(found), "items": found}


@router.get("/{code}", response=MeasureOut, by_alias=True, summary="Read a measure")
@requires("reports.read")
def read_measure(request: AgentRequest, code: str, asked: Query[MeasureFilters]) -> Any:
    """How a measure is counted, and what it came to in a period: as the page shows it."""
    client, period = figures_asked(request, asked)
    definition = known_definitions(client).get(code)
    if definition is None:
        raise Http404
    if asked.version is not None and not 1 <= asked.version <= len(definition.versions):
        raise invalid("#/version", _("There is no such version."))
    if asked.channel and not is_by_channel(code):
        raise invalid("#/channel", _("This measure is not told by channel."))
    queue = next((one for one in queues_of(code, client) if one.pk == asked.queue), None)
    if asked.queue is not None and queue is None:
        raise invalid("#/queue", _("This measure is not told of such a queue."))
    one = measure_told(
        definition,
        client,
        period,
        at=now(),
        number=asked.version,
        queue=queue,
        channel=asked.channel,
    )
    return {
        "client": client.code,
        "from": period.starts_on,
        "to": period.last_day,
        "measure": _listed(definition),
        "version": one.number,
        "queue": asked.queue,
        "channel": asked.channel,
        "complete": _whole(one.complete),
        "versions": [
            _version(number, one) for number, one in enumerate(definition.versions, start=1)
        ],
        "examples": [_example(one) for one in definition.vectors],
        "figures": None if one.figures is None else [_figure(way) for way in one.ways],
        "terms": [
            {
                "counter": name,
                "name": _words(registry().counters[name]),
                "count": _count(one.given.get(name)),
            }
            for name in one.given
        ],
    }


def _whole(found: Completeness) -> dict[str, Any]:
    return {
        "is_whole": found.is_whole,
        "goes_on": found.goes_on,
        "is_today_in": found.goes_on is not None and not found.is_of_facts,
        "left_out": found.open_days,
        "unread_from": found.unread_from,
        "counted_from": found.counted_from,
        "read_at": found.read_at,
    }


def _words(said: Any) -> dict[str, str]:
    return {"sv": said.sv, "en": said.en}


def _listed(one: Definition) -> dict[str, Any]:
    reason = registry().reasons.get(one.missing)
    return {
        "code": one.code,
        "name": _words(one),
        "unit": one.unit,
        "direction": one.direction,
        "target": {"sv": one.target_said("sv"), "en": one.target_said("en")},
        "pair": one.pair,
        "source": one.source,
        "owner": one.owner,
        "version": len(one.versions),
        "has_data": is_fed(one),
        "missing": _words(reason) if reason else None,
    }


def _version(number: int, one: Version) -> dict[str, Any]:
    return {
        "number": number,
        "from": one.from_,
        "words": _words(one.words),
        "ways": [_way(measure) for measure in one.measures],
        "limits": one.limits,
        "excluded": list(one.excluded),
    }


def _way(one: Measure) -> dict[str, Any]:
    name = _words(one.name) if one.name else None
    return {"key": one.key, "name": name, "formula": one.formula, "is_agreed": one.is_agreed}


def _example(one: Vector) -> dict[str, Any]:
    return {
        "given": one.given,
        "shown": one.shown,
        "between": list(one.between) if one.between else None,
        "note": one.note,
        "is_published": one.is_published,
    }


def _figure(way: WayTold) -> dict[str, Any]:
    figure, around = way.figure, way.around
    return {
        "key": way.measure.key,
        "shown": way.shown,
        "part": _exact(figure.part) if figure else None,
        "whole": _exact(figure.whole) if figure else None,
        "value": _exact(figure.value) if figure else None,
        "low": round(around.low, 6) if around else None,
        "high": round(around.high, 6) if around else None,
    }


def _count(found: Any) -> float | None:
    return float(found.count) if isinstance(found, Tally) else _exact(found)


def _exact(value: Any) -> float | None:
    return None if value is None else round(float(value), 6)
