"""One measure: its figure, what it is built of, how it has gone, and how it is defined."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue
from gensvar.oversight.kpi.drawing import line_drawn
from gensvar.oversight.kpi.models import Restatement
from gensvar.oversight.kpi.queries.against import more_is_better
from gensvar.oversight.kpi.queries.counting import restatements, today_only
from gensvar.oversight.kpi.queries.from_facts import SUM_NAMES, SUMS, is_of_facts
from gensvar.oversight.kpi.queries.noted import others_figures
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.rows import TERMS
from gensvar.oversight.kpi.queries.told import (
    Told,
    WayTold,
    by_queue,
    by_version,
    is_by_channel,
    measure_told,
    queues_of,
    so_far,
)
from gensvar.oversight.kpi.queries.trend import Point, trend
from gensvar.oversight.kpi.views.asking import Shown, shown
from gensvar.oversight.kpi.views.definitions import Row
from gensvar.oversight.kpi.views.publishing import publication_of
from gensvar.oversight.kpi.views.wording import (
    UNITS,
    amount_said,
    language,
    name_of,
    names_of,
    terms_of,
    worded,
)
from gensvar.science.kpi.definitions import Definition, Unit
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.steps import Step, steps
from gensvar.science.kpi.tallying import Tally
from gensvar.science.kpi.telling import times_shown, told
from gensvar.science.kpi.wording import in_words


@dataclass(frozen=True)
class MeasureAsked:
    """Which measure, by which version, for whom and when, and of what part."""

    shown: Shown
    definition: Definition
    number: int
    # A version was named; else it is the one in force on the last day.
    is_fixed: bool
    queue: Queue | None
    channel: str

    def query(self, **more: str) -> str:
        kept = {"version": str(self.number)} if self.is_fixed else {}
        if self.queue:
            kept["queue"] = str(self.queue.pk)
        if self.channel:
            kept["channel"] = self.channel
        return self.shown.query(**{**kept, **more})

    def days(self, length: str) -> str:
        """Return the address of the day, week or month in which the last day lies."""
        last = self.shown.period.last_day
        starts_on, ends_on = {
            "day": (last, last),
            "week": (
                last - timedelta(days=last.weekday()),
                last + timedelta(days=6 - last.weekday()),
            ),
            "month": (last.replace(day=1), _last_of_month(last)),
        }[length]
        days = {"start": starts_on.isoformat(), "end": ends_on.isoformat()}
        return self.query(**days)

    def is_of(self, length: str) -> bool:
        return self.days(length) == self.query()


@dataclass(frozen=True)
class Term:
    """A term of the equation with its sign, what it came to, and which rows it opens."""

    sign: str
    said: str
    amount: str
    counter: str


@dataclass(frozen=True)
class Equation:
    """Numerator and denominator taken apart; what is left of the denominator is the rest."""

    top: list[Term]
    bottom: list[Term]
    part: str
    whole: str
    rest: str


@dataclass(frozen=True)
class Way:
    """A way of counting in words, with numerator, denominator, figure and distance to the goal."""

    told: WayTold
    name: str
    top: str
    bottom: str | None
    figure: str
    made_of: str
    distance: str
    is_goal: bool

    @property
    def measure(self) -> Any:
        return self.told.measure


COLUMNS: list[Column[tuple[Told, WayTold]]] = [
    Column("code", lambda row: row[0].definition.code, pgettext_lazy("measure", "Code")),
    Column("name", lambda row: row[0].definition.said(language()), _("Measure")),
    Column("way", lambda row: row[1].measure.key, _("Way of counting")),
    Column("version", lambda row: row[0].number, _("Version")),
    Column("from", lambda row: row[0].period.starts_on, _("From")),
    Column("to", lambda row: row[0].period.last_day, pgettext_lazy("days", "To")),
    Column("queue", lambda row: str(row[0].queue.name) if row[0].queue else "", _("Queue")),
    Column("channel", lambda row: row[0].channel, _("Channel")),
    Column("unit", lambda row: UNITS[row[1].unit], _("Unit")),
    Column("numerator", lambda row: exact(row[1].figure, "part"), _("Numerator")),
    Column("denominator", lambda row: exact(row[1].figure, "whole"), _("Denominator")),
    Column("value", lambda row: exact(row[1].figure, "value"), _("Result")),
    Column("shown", lambda row: worded(row[1].shown, row[1].unit), _("Shown")),
    Column("is_whole", lambda row: row[0].complete.is_whole, _("Complete")),
]


def exact(figure: Figure | None, what: str) -> float | int | None:
    """Return a number of a figure as it is kept: exact to six decimals."""
    value: Fraction | None = getattr(figure, what) if figure else None
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), 6)


@require_safe
@requires("reports.read")
def measure(request: AgentRequest, code: str) -> HttpResponseBase:
    asked = measure_asked(request, code)
    at = now()
    client, period = asked.shown.client, asked.shown.period
    one = measure_told(
        asked.definition,
        client,
        period,
        at=at,
        number=asked.number,
        queue=asked.queue,
        channel=asked.channel,
    )
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        note_export("kpi.measure", format=wanted, agent_id=request.user.pk, at=at)
        name = f"{code}-{period.starts_on}-{period.last_day}-v{asked.number}"
        return export([(one, way) for way in one.ways], COLUMNS, Format(wanted), name=name)
    opens = is_of_facts(code) and request.identity.may("cases.read", client_id=client.pk)
    queues = queues_of(code, client)
    points = trend(one, at=at) if one.figures is not None else []
    context = {
        "asked": asked,
        "shown": asked.shown,
        "row": Row(asked.definition),
        "definition": asked.definition,
        "told": one,
        "words": one.version.words.said(language()),
        "ways": _ways(one),
        "headline": worded(one.agreed.shown, one.agreed.unit),
        "goal": _goal_said(one),
        "away": _away(one),
        "equation": _equation(one),
        "terms": [(name, said, _counted(one, name)) for name, said in terms_of(one.version)],
        "opens": set(TERMS) if opens else set(),
        "complete": one.complete,
        "so_far": [
            (name_of(asked.definition, way.measure), worded(way.shown, way.unit))
            for way in so_far(one, today_only(at), at=at)
        ],
        "restated": _restated(one),
        "others": others_figures(asked.definition, client),
        "points": points,
        "chart": line_drawn(
            [_drawn(point) for point in points], goal=_goal_drawn(one) if points else None
        ),
        "queues": queues,
        "by_queue": [] if asked.queue else _by_queue(one, by_queue(one, queues, at=at)),
        "channels": list(Channel) if is_by_channel(code) else [],
        "channel_names": dict(Channel.choices),
        "worded": worded,
        "amount": amount_said,
        "versions": _versions(one, [worded(way.shown, way.unit) for way in by_version(one, at=at)]),
        "pair": known_definitions(client).get(asked.definition.pair),
        "may_write": request.identity.may("reports.write", client_id=client.pk),
        "is_own": code not in registry().definitions,
        **publication_of(request, one, at=at),
    }
    return render(request, "kpi/definition.html", context)


def _by_queue(one: Told, parts: list[tuple[Queue, WayTold]]) -> list[tuple[Queue | None, str]]:
    """Return what each queue had; of a count also what was in none, so that all of it is there."""
    said: list[tuple[Queue | None, str]] = [
        (queue, worded(way.shown, way.unit)) for queue, way in parts
    ]
    whole = one.agreed.value
    if parts and one.agreed.unit is Unit.COUNT and whole is not None:
        rest = whole - sum(way.value or 0 for _queue, way in parts)
        if rest:
            said.append((None, amount_said(rest)))
    return said


def measure_asked(request: AgentRequest, code: str) -> MeasureAsked:
    """Return what an address names, or say that there is no such measure, version or queue."""
    asked = shown(request)
    found = known_definitions(asked.client).get(code)
    if found is None:
        raise Http404
    wanted = request.GET.get("version", "")
    if wanted and not (wanted.isdecimal() and 1 <= int(wanted) <= len(found.versions)):
        raise Http404
    number, _version = found.version_on(asked.period.last_day) or (1, found.versions[0])
    channel = request.GET.get("channel", "")
    if channel and not (is_by_channel(code) and channel in set(Channel)):
        raise Http404
    queue_id = request.GET.get("queue", "")
    queue = next((one for one in queues_of(code, asked.client) if str(one.pk) == queue_id), None)
    if queue_id and queue is None:
        raise Http404
    return MeasureAsked(
        shown=asked,
        definition=found,
        number=int(wanted) if wanted else number,
        is_fixed=bool(wanted),
        queue=queue,
        channel=channel,
    )


def _ways(one: Told) -> list[Way]:
    names = {code: said.said(language()) for code, said in registry().counters.items()}
    rows = []
    for way in one.ways:
        top, bottom = in_words(way.measure.formula, names, language=language())
        figure = way.figure
        made_of = ""
        if figure and figure.is_division and figure.part is not None and figure.whole is not None:
            made_of = f"{amount_said(figure.part)} / {amount_said(figure.whole)}"
        rows.append(
            Way(
                told=way,
                name=name_of(one.definition, way.measure),
                top=top,
                bottom=bottom,
                figure=worded(way.shown, way.unit) if way.figure else "",
                made_of=made_of,
                distance=_distance(one, way),
                is_goal=one.goal is not None and way.measure.key == one.agreed.measure.key,
            )
        )
    return rows


def _distance(one: Told, way: WayTold) -> str:
    """Return by how much a way of counting is above or below the goal of the measure."""
    if one.goal is None or way.value is None or way.unit is not one.agreed.unit:
        return ""
    less = way.value - one.goal[1] / times_shown(way.unit)
    plain = told(Figure(abs(less)), way.unit, way.decimals)
    sign = "+" if less > 0 else "−" if less < 0 else "±"
    return f"{sign}{plain.replace('.', ',') if language() == 'sv' else plain}"


def _goal_said(one: Told) -> str:
    if one.goal is None:
        return ""
    way = one.agreed
    return worded(told(Figure(_goal_exact(one)), way.unit, way.decimals), way.unit)


def _goal_exact(one: Told) -> Fraction:
    assert one.goal is not None
    return one.goal[1] / times_shown(one.agreed.unit)


def _away(one: Told) -> str:
    """Return how many more in the numerator would have been enough; nothing where it is met."""
    way = one.agreed
    if one.goal is None or one.is_met is not False or way.unit is not Unit.SHARE:
        return ""
    figure = way.figure
    if figure is None or figure.part is None or figure.whole is None:
        return ""
    if not more_is_better(one.definition):
        return ""
    return amount_said(Fraction(ceil(_goal_exact(one) * figure.whole - figure.part)))


def _equation(one: Told) -> Equation | None:
    """Return the equation of the agreed way of counting; None where no number of it is told."""
    way = one.agreed
    figure = way.figure
    if figure is None or figure.part is None:
        return None
    top, bottom = steps(registry().formula(way.measure))
    rest = ""
    if figure.is_division and figure.whole is not None and way.unit is Unit.SHARE:
        rest = amount_said(figure.whole - figure.part)
    return Equation(
        top=list(_signed(one, top)),
        bottom=list(_signed(one, bottom)),
        part=amount_said(figure.part) if figure.is_division else "",
        whole=amount_said(figure.whole) if figure.whole is not None else "",
        rest=rest,
    )


def _signed(one: Told, found: list[Step]) -> Iterator[Term]:
    names = {code: said.said(language()) for code, said in registry().counters.items()}
    for place, step in enumerate(found):
        sign = "−" if step.is_taken_away else "+" if place else ""
        value = step.value(one.given)
        amount = amount_said(value) if value is not None else _counted(one, step.counter)
        yield Term(sign, step.said(names, language=language()), amount, step.counter)


def _counted(one: Told, counter: str) -> str:
    """Return what a counter came to; of a list, how many values it holds."""
    found = one.given.get(counter)
    if found is None:
        return ""
    if isinstance(found, Tally):
        return amount_said(Fraction(found.count))
    return amount_said(Fraction(found)) if isinstance(found, Fraction | int) else ""


def _versions(one: Told, results: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "version": version,
            "said": version.words.said(language()),
            "why": version.why.said(language()) if version.why else "",
            "left_out": names_of(version.excluded),
            "result": results[number - 1],
        }
        for number, version in enumerate(one.definition.versions, start=1)
    ]


def _restated(one: Told) -> list[tuple[Restatement, str]]:
    if one.definition.code not in SUMS:
        return []
    rows = restatements(one.client, one.period, set(SUMS[one.definition.code]))
    return [(row, SUM_NAMES[row.counter].said(language())) for row in rows]


def _drawn(point: Point) -> float | None:
    value = point.way.value if point.is_known else None
    return None if value is None else float(value)


def _goal_drawn(one: Told) -> float | None:
    return None if one.goal is None else float(_goal_exact(one))


def _last_of_month(day: date) -> date:
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following - timedelta(days=1)
