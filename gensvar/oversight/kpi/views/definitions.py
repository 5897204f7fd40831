"""What each measure is: all of them, and one with its formula, versions and examples."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.models import Restatement
from gensvar.oversight.kpi.queries.against import Judged, against_goals
from gensvar.oversight.kpi.queries.counting import restatements, today_only
from gensvar.oversight.kpi.queries.from_facts import FED, SUM_NAMES, SUMS
from gensvar.oversight.kpi.queries.measured import fed_codes, measured
from gensvar.oversight.kpi.queries.rows import TERMS
from gensvar.oversight.kpi.queries.wholeness import completeness, completeness_of
from gensvar.oversight.kpi.views.asking import Shown, shown
from gensvar.science.kpi.definitions import Definition, Direction, Measure, Unit, Version
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import NO_VALUE, times_shown, told
from gensvar.science.kpi.wording import in_words

UNITS = {
    Unit.SHARE: "%",
    Unit.SECONDS: _("min:s"),
    Unit.HOURS: _("hours"),
    Unit.DAYS: _("days"),
    Unit.COUNT: pgettext_lazy("unit", "count"),
    Unit.RATIO: pgettext_lazy("unit", "ratio"),
    Unit.PER_THOUSAND: _("per 1,000"),
    Unit.INDEX: _("index"),
    Unit.KRONOR: _("SEK"),
    Unit.KAPPA: _("kappa"),
}
DIRECTIONS = {
    Direction.UP: _("more is better"),
    Direction.DOWN: _("less is better"),
    Direction.NEUTRAL: _("neither"),
}
OWNERS = {
    "administrator": _("System administrator"),
    "client": _("The client"),
    "data-protection": _("Data protection officer"),
    "manager": _("Manager"),
    "planner": _("Planner"),
    "quality": _("Quality manager"),
    "team-lead": _("Team lead"),
}


def language() -> str:
    return get_language() or "sv"


@dataclass(frozen=True)
class Row:
    """A measure as the list tells it."""

    definition: Definition

    @property
    def name(self) -> str:
        return self.definition.said(language())

    @property
    def unit(self) -> object:
        return UNITS[self.definition.unit]

    @property
    def direction(self) -> object:
        return DIRECTIONS[self.definition.direction]

    @property
    def owner(self) -> object:
        return OWNERS[self.definition.owner]

    @property
    def target(self) -> str:
        return self.definition.target_said(language())

    @property
    def version(self) -> int:
        return len(self.definition.versions)

    @property
    def has_data(self) -> bool:
        return self.definition.code in fed_codes()

    @property
    def missing(self) -> str:
        """Return why there is no figure, or none in some way of counting."""
        reason = registry().reasons.get(self.definition.missing)
        return reason.said(language()) if reason else ""


@dataclass(frozen=True)
class Way:
    """A way of counting in words, with its figure where it is told."""

    measure: Measure
    name: str
    top: str
    bottom: str | None
    figure: str = ""


COLUMNS: list[Column[Row]] = [
    Column("code", lambda row: row.definition.code, pgettext_lazy("measure", "Code")),
    Column("name", lambda row: row.name, _("Measure")),
    Column("unit", lambda row: row.unit, _("Unit")),
    Column("direction", lambda row: row.direction, _("Direction")),
    Column("target", lambda row: row.target, _("Usual goal")),
    Column("pair", lambda row: row.definition.pair, _("Paired with")),
    Column("version", lambda row: row.version, _("Version")),
    Column("source", lambda row: row.definition.source, _("Source")),
    Column("has_data", lambda row: row.has_data, _("Has data")),
    Column("missing", lambda row: row.missing, _("Why data is missing")),
]


@require_safe
@requires("reports.read")
def definitions(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    known = registry()
    rows = [Row(one) for one in known.definitions.values()]
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        note_export("kpi.definitions", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, COLUMNS, Format(wanted), name="nyckeltal")
    sections = [
        (said.said(language()), [row for row in rows if row.definition.section == letter])
        for letter, said in known.sections.items()
    ]
    fed = sum(row.has_data for row in rows)
    at = now()
    judged = [_verdict(row) for row in against_goals(asked.client, asked.period, at=at)]
    context = {
        "shown": asked,
        "sections": sections,
        "count": len(rows),
        "fed": fed,
        "judged": judged,
        "missed": sum(row.is_met is False for row in judged),
        "complete": completeness(asked.client, asked.period, at=at),
        "incomplete": {
            row.code
            for row in judged
            if not completeness_of(row.code, asked.client, asked.period, at=at).is_whole
        },
    }
    return render(request, "kpi/definitions.html", context)


@require_safe
@requires("reports.read")
def definition(request: AgentRequest, code: str) -> HttpResponse:
    found = registry().definitions.get(code)
    if found is None:
        raise Http404
    asked = shown(request)
    at = now()
    is_of_facts = code in FED
    number, version = version_asked(request, found, asked)
    opens = is_of_facts and request.identity.may("cases.read", client_id=asked.client.pk)
    context = {
        "shown": asked,
        "row": Row(found),
        "complete": completeness_of(code, asked.client, asked.period, at=at),
        "so_far": _so_far(found, asked, at=at) if is_of_facts else [],
        "restated": _restated(found, asked) if is_of_facts else [],
        "definition": found,
        "words": version.words.said(language()),
        "ways": _ways(found, version, asked),
        "number": number,
        "opens": TERMS if opens else {},
        "versions": [
            (number, one, one.words.said(language()), _ways(found, one), _names(one.excluded))
            for number, one in enumerate(found.versions, start=1)
        ],
        "terms": terms_of(version),
        "pair": registry().definitions.get(found.pair),
    }
    return render(request, "kpi/definition.html", context)


@dataclass(frozen=True)
class Verdict:
    """A measure beside its goal, as it is told."""

    code: str
    name: str
    result: str
    target: str
    is_met: bool | None
    pair: str
    pair_result: str


def _verdict(row: Judged) -> Verdict:
    unit, decimals = row.definition.unit_of(row.measure)
    target = Figure(row.target / times_shown(unit))
    beside = row.pair
    return Verdict(
        code=row.definition.code,
        name=row.definition.said(language()),
        result=_shown(row.definition, row.measure, row.figure) if row.figure else "–",
        target=_worded(told(target, unit, decimals), unit),
        is_met=row.is_met,
        pair=beside.code if beside else "",
        pair_result=_shown(beside, beside.headline, row.pair_figure)
        if beside and row.pair_figure
        else "–",
    )


def version_asked(request: AgentRequest, found: Definition, asked: Shown) -> tuple[int, Version]:
    """Return the version that an address names, or else the one in force on the last day."""
    wanted = request.GET.get("version", "")
    if wanted.isdecimal() and 1 <= int(wanted) <= len(found.versions):
        return int(wanted), found.versions[int(wanted) - 1]
    in_force = found.version_on(asked.period.last_day)
    return in_force or (len(found.versions), found.current)


def _so_far(found: Definition, asked: Shown, *, at: datetime) -> list[tuple[str, str]]:
    """Return what today came to so far, apart from the figure: the day is not whole."""
    today = today_only(at)
    if not asked.period.starts_on <= today.starts_on < asked.period.ends_on:
        return []
    figures = measured(found.code, asked.client, today, at=at, is_whole=False) or {}
    return [
        (_name(found, measure), _shown(found, measure, figure))
        for measure in found.current.measures
        if (figure := figures.get(measure.key)) is not None and figure.value is not None
    ]


def _restated(found: Definition, asked: Shown) -> list[tuple[Restatement, str]]:
    rows = restatements(asked.client, asked.period, set(SUMS[found.code]))
    return [(row, SUM_NAMES[row.counter].said(language())) for row in rows]


def _name(found: Definition, measure: Measure) -> str:
    return measure.name.said(language()) if measure.name else found.said(language())


def _ways(found: Definition, version: Version, asked: Shown | None = None) -> list[Way]:
    names = {code: one.said(language()) for code, one in registry().counters.items()}
    figures = (
        measured(found.code, asked.client, asked.period, at=now(), version=version)
        if asked
        else None
    )
    ways = []
    for measure in version.measures:
        top, bottom = in_words(measure.formula, names, language=language())
        name = _name(found, measure)
        figure = (figures or {}).get(measure.key)
        ways.append(
            Way(measure, name, top, bottom, _shown(found, measure, figure) if figure else "")
        )
    return ways


def _shown(found: Definition, measure: Measure, figure: Figure) -> str:
    unit, decimals = found.unit_of(measure)
    return _worded(told(figure, unit, decimals), unit)


def _worded(plain: str, unit: Unit) -> str:
    said = plain.replace(".", ",") if language() == "sv" else plain
    return f"{said} %" if unit is Unit.SHARE and plain != NO_VALUE else said


def _names(counters: Iterable[str]) -> list[str]:
    return [registry().counters[name].said(language()) for name in counters]


def terms_of(version: Version) -> list[tuple[str, str]]:
    """Return each counter that the formulas are made of, with what it means."""
    codes = dict.fromkeys(
        name for measure in version.measures for name in registry().formula(measure).counters
    )
    return list(zip(codes, _names(codes), strict=True))
