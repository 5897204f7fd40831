"""A report in words, in the language in use: what every form of it is written from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gensvar.foundation.calendars.queries import zone
from gensvar.operations.cases.models import NeedType
from gensvar.operations.contacts.models import Channel
from gensvar.oversight.kpi.models import Insight
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.published import figure_of
from gensvar.oversight.kpi.views.wording import amount_said, language, name_of, worded
from gensvar.oversight.publications.models import Publication
from gensvar.oversight.publications.rules import MONTHS_OF_A_HALF, Span, TableName
from gensvar.science.kpi.definitions import Definition, Measure
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.telling import NO_VALUE, times_shown, told
from gensvar.ui import formats

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with its heading row; all columns but the first `labels` hold numbers."""

    title: str
    heads: Cells
    rows: tuple[Cells, ...]
    labels: int = 1
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """A report: what it is called, what is said first, its tables, and how it was counted."""

    language: str
    title: str
    client: str
    period: str
    notes: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    foot: tuple[str, ...]


def sheet_of(report: Publication) -> Sheet:
    """Return a published report in the language in use."""
    content = report.content
    known = known_definitions(report.client)
    told_of = [
        (known[one["code"]], one)
        for one in content["measures"]
        if one["code"] in known and one["figure"]
    ]
    missing = [
        f"{one['code']} {known[one['code']].said(language())}"
        for one in content["measures"]
        if not one["figure"] and one["code"] in known
    ]
    tables = []
    if told_of:
        tables.append(_figures(told_of))
    if restated := [row for definition, one in told_of for row in _restated(definition, one)]:
        heads = (_("Measure"), _("Was told"), _("Is now"), _("Why"))
        tables.append(Table(_("Restated figures"), heads, tuple(restated), labels=4))
    tables += [_table(one) for one in content["tables"]]
    said = [(_("Comment"), content["remark"])] if content["remark"] else []
    first = [("", content["words"])] if content["words"] else []
    return Sheet(
        language=language(),
        title=report.name,
        client=report.client.public_name,
        period=period_said(Span(report.outline.span), report.starts_on, report.ends_on),
        notes=tuple(_notes(report, told_of, missing)),
        words=(*first, *said),
        tables=tuple(tables),
        foot=tuple(_foot(report, told_of)),
    )


def period_said(span: Span, starts_on: date, ends_on: date) -> str:
    """Write a week, month or half-year: "mars 2026"."""
    words = formats.language(translation.get_language() or "en")
    if span is Span.WEEK:
        year, week, _day = starts_on.isocalendar()
        return _("week %(week)s %(year)s") % {"week": week, "year": year}
    if span is Span.MONTH:
        return f"{words.months[starts_on.month - 1]} {starts_on.year}"
    last = ends_on - timedelta(days=1)
    assert last.month - starts_on.month == MONTHS_OF_A_HALF - 1
    return f"{words.months[starts_on.month - 1]}–{words.months[last.month - 1]} {starts_on.year}"


def subject_of(report: Publication) -> str:
    """Return the mail's subject, such as "Måluppfyllelse, mars 2026"."""
    period = period_said(Span(report.outline.span), report.starts_on, report.ends_on)
    subject = f"{report.name}, {period}"
    if report.restates_id is None:
        return subject
    restated = _("restated")
    return f"{subject} ({restated})"


def ways_told(definition: Definition, kept: Mapping[str, Any]) -> Iterator[tuple[Measure, Any]]:
    """Yield the ways of counting of a figure as it was published."""
    for measure in definition.versions[kept["version"] - 1].measures:
        if measure.key in kept["ways"]:
            yield measure, kept["ways"][measure.key]


def shown(definition: Definition, measure: Measure, kept: Any) -> str:
    unit, _decimals = definition.unit_of(measure)
    return worded(kept["shown"], unit) if kept else NO_VALUE


def _figures(found: list[tuple[Definition, dict[str, Any]]]) -> Table:
    """Tell each measure by the way of counting that was agreed on, with its terms beside it."""
    rows = []
    for definition, one in found:
        measure, kept = _agreed(definition, one)
        figure = figure_of(kept) if kept else None
        rows.append(
            (
                f"{definition.said(language())} ({definition.code})",
                _verdict(one),
                _term(figure, "part"),
                _term(figure, "whole"),
                shown(definition, measure, kept),
                _goal(definition, measure, one),
            )
        )
    heads = (
        _("Measure"),
        _("Verdict"),
        _("Numerator"),
        _("Denominator"),
        _("Result"),
        _("Goal"),
    )
    note = _("Counts below five could point at somebody and are not written out.")
    return Table(_("Figures"), heads, tuple(rows), labels=2, note=note)


def _agreed(definition: Definition, one: Mapping[str, Any]) -> tuple[Measure, Any]:
    ways = list(ways_told(definition, one))
    key = one["goal"]["key"] if one["goal"] else ways[0][0].key
    return next(((measure, kept) for measure, kept in ways if measure.key == key), ways[0])


def _term(figure: Figure | None, what: str) -> str:
    value: Fraction | None = getattr(figure, what) if figure and figure.is_division else None
    return amount_said(value) if value is not None else NO_VALUE


def _verdict(one: Mapping[str, Any]) -> str:
    if one["goal"] is None:
        return _("No goal")
    words = {None: _("No data"), True: pgettext("goal", "Met"), False: _("Missed")}
    return words[one["is_met"]]


def _goal(definition: Definition, measure: Measure, one: Mapping[str, Any]) -> str:
    if one["goal"] is None:
        return NO_VALUE
    unit, decimals = definition.unit_of(measure)
    return worded(
        told(Figure(Fraction(one["goal"]["target"]) / times_shown(unit)), unit, decimals), unit
    )


def _restated(definition: Definition, one: Mapping[str, Any]) -> Iterator[Cells]:
    """Tell each figure that another stands in place of, beside that one."""
    for before, after in pairwise([*one["restated"], one]):
        measure, _kept = _agreed(definition, one)
        yield (
            f"{definition.said(language())} ({definition.code})",
            shown(definition, measure, before["ways"].get(measure.key)),
            shown(definition, measure, after["ways"].get(measure.key)),
            before["because"],
        )


def _notes(
    report: Publication, found: list[tuple[Definition, dict[str, Any]]], missing: list[str]
) -> Iterator[str]:
    if report.because:
        yield _("Restated: %(because)s") % {"because": report.because}
    for definition, one in found:
        if one["redefined"]:
            yield _(
                "%(code)s is counted otherwise than in the report before: version %(number)s."
            ) % {
                "code": definition.code,
                "number": one["version"],
            }
    if missing:
        yield _("Data is missing for %(measures)s.") % {"measures": ", ".join(missing)}


def _foot(report: Publication, found: list[tuple[Definition, dict[str, Any]]]) -> Iterator[str]:
    """Tell by which definition each figure was counted, and from what (GEN-03)."""
    for definition, one in found:
        measure, _kept = _agreed(definition, one)
        name = name_of(definition, measure) if measure.name else ""
        limits = ", ".join(f"{key} = {limit:g} s" for key, limit in one["limits"].items())
        said = _("%(code)s definition version %(number)s, data hash %(digest)s") % {
            "code": definition.code,
            "number": one["version"],
            "digest": one["digest"][:16],
        }
        yield ", ".join(part for part in (said, name, limits) if part)
    words = formats.language(translation.get_language() or "en")
    at = report.at.astimezone(zone())
    day = formats.day_in_full(at.date(), today=at.date() - timedelta(days=9), words=words)
    yield _("Published %(day)s by %(name)s. Hash of the report %(digest)s.") % {
        "day": day,
        "name": report.by.name,
        "digest": report.digest[:16],
    }


def _heads(name: TableName) -> Cells:
    return {
        TableName.SUBJECTS: (_("Subject"), _("Cases")),
        TableName.NEEDS: (
            _("Subject"),
            _("Cases"),
            *(str(need.label) for need in NeedType),
            _("Not said"),
        ),
        TableName.CHANNELS: (_("Channel"), _("Cases"), _("Solved at once"), _("Referred at once")),
        TableName.TIERS: (
            _("Subject"),
            _("Self-service"),
            _("Customer service"),
            _("The department"),
        ),
        TableName.CAUSES: (_("Cause"), _("Count"), _("Page named most")),
    }[name]


def table_name(name: TableName) -> str:
    return {
        TableName.SUBJECTS: _("What is asked about most"),
        TableName.NEEDS: _("Why people ask"),
        TableName.CHANNELS: _("Solved in the first contact"),
        TableName.TIERS: _("Where it is solved"),
        TableName.CAUSES: _("What becomes visible"),
    }[name]


def _table(one: Mapping[str, Any]) -> Table:
    name = TableName(one["name"])
    heads = _heads(name)
    rows = tuple((_label(name, row[0]), *map(_count, row[1:])) for row in one["rows"])
    note = "" if rows else _("Nothing was counted in these days.")
    return Table(table_name(name), heads, rows, note=note)


def _label(name: TableName, label: str) -> str:
    if name is TableName.CHANNELS and label in set(Channel):
        return str(Channel(label).label)
    if name is TableName.CAUSES and label in set(Insight.Cause):
        return str(Insight.Cause(label).label)
    return label


def _count(value: object) -> str:
    if isinstance(value, int | float):
        return formats.number(value, words=formats.language(translation.get_language() or "en"))
    return str(value if value not in (None, "") else NO_VALUE)


LANGUAGES: Final = ("sv", "en")
