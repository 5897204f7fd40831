"""What each measure is, and what it comes to where it is fed today."""

from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.api.asking import Figures, PeriodAsked, figures_asked
from gensvar.oversight.kpi.queries.measured import fed_codes, measured
from gensvar.oversight.kpi.queries.wholeness import Completeness, completeness_of
from gensvar.science.kpi.definitions import Definition, Measure, Vector, Version
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import interval, is_of_enough

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


class FigureOut(Schema):
    key: str
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
    complete: WholeOut
    versions: list[VersionOut]
    examples: list[ExampleOut]
    figures: list[FigureOut] | None = Field(description="Null where nothing feeds it yet.")


@router.get("", response=MeasuresOut, summary="List the measures")
@requires("reports.read")
def list_measures(request: AgentRequest) -> Any:
    """All measures as they are defined, with those that have no figure yet and why."""
    found = [_listed(one) for one in registry().definitions.values()]
    return {"count": len(found), "items": found}


@router.get("/{code}", response=MeasureOut, by_alias=True, summary="Read a measure")
@requires("reports.read")
def read_measure(request: AgentRequest, code: str, asked: Query[PeriodAsked]) -> Any:
    """How a measure is counted, and what it came to in a period."""
    definition = registry().definitions.get(code)
    if definition is None:
        raise Http404
    client, period = figures_asked(request, asked)
    at = now()
    figures = measured(code, client, period, at=at)
    return {
        "client": client.code,
        "from": period.starts_on,
        "to": period.last_day,
        "measure": _listed(definition),
        "complete": _whole(completeness_of(code, client, period, at=at)),
        "versions": [
            _version(number, one) for number, one in enumerate(definition.versions, start=1)
        ],
        "examples": [_example(one) for one in definition.vectors],
        "figures": None
        if figures is None
        else [_figure(definition, key, one) for key, one in figures.items()],
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
        "has_data": one.code in fed_codes(),
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


def _figure(definition: Definition, key: str, found: Figure | None) -> dict[str, Any]:
    measure = definition.current.measure(key)
    if found is None or measure is None or not is_of_enough(measure, found):
        return {"key": key, **dict.fromkeys(("part", "whole", "value", "low", "high"))}
    around = interval(measure, found)
    return {
        "key": key,
        "part": _exact(found.part),
        "whole": _exact(found.whole),
        "value": _exact(found.value),
        "low": round(around.low, 6) if around else None,
        "high": round(around.high, 6) if around else None,
    }


def _exact(value: Any) -> float | None:
    return None if value is None else round(float(value), 6)
