"""A published report as rows: every count with its numerator and denominator."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.integrations.exports import Column
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.published import figure_of
from gensvar.oversight.kpi.views.publishing import plain
from gensvar.oversight.kpi.views.wording import UNITS, language
from gensvar.oversight.publications.models import Publication
from gensvar.oversight.publications.sheets import sheet_of, shown, ways_told


@dataclass(frozen=True)
class Row:
    """A way of counting of a figure, or a cell of a table."""

    part: str
    name: str
    way: str
    numerator: object = None
    denominator: object = None
    value: object = None
    shown: str = ""
    unit: str = ""
    version: int | None = None
    digest: str = ""


def rows_of(report: Publication) -> Iterator[Row]:
    """Yield what a report tells, the figures first, as it was published."""
    known = known_definitions(report.client)
    for one in report.content["measures"]:
        definition = known.get(one["code"])
        if definition is None:
            continue
        name = definition.said(language())
        if not one["figure"]:
            yield Row(one["code"], name, "")
            continue
        for measure, kept in ways_told(definition, one):
            figure = figure_of(kept) if kept else None
            yield Row(
                one["code"],
                name,
                measure.key,
                numerator=plain(figure.part) if figure else None,
                denominator=plain(figure.whole) if figure else None,
                value=plain(figure.value) if figure else None,
                shown=shown(definition, measure, kept),
                unit=str(UNITS[definition.unit_of(measure)[0]]),
                version=one["version"],
                digest=one["digest"],
            )
    titled = {table.title: table for table in sheet_of(report).tables}
    for name, kept in zip(
        list(titled)[-len(report.content["tables"]) :] if report.content["tables"] else [],
        report.content["tables"],
        strict=True,
    ):
        for told, raw in zip(titled[name].rows, kept["rows"], strict=True):
            for head, cell, value in zip(titled[name].heads[1:], told[1:], raw[1:], strict=True):
                number = value if isinstance(value, int | float) else None
                yield Row(kept["name"], told[0], head, numerator=number, value=number, shown=cell)


COLUMNS: Final[list[Column[tuple[Publication, Row]]]] = [
    Column("report", lambda row: row[0].pk, _("Report")),
    Column("from", lambda row: row[0].starts_on, _("From")),
    Column("to", lambda row: row[0].ends_on - timedelta(days=1), pgettext_lazy("days", "To")),
    Column("part", lambda row: row[1].part, _("Part")),
    Column("name", lambda row: row[1].name, _("Name")),
    Column("way", lambda row: row[1].way, _("Way of counting")),
    Column("numerator", lambda row: row[1].numerator, _("Numerator")),
    Column("denominator", lambda row: row[1].denominator, _("Denominator")),
    Column("value", lambda row: row[1].value, _("Result")),
    Column("shown", lambda row: row[1].shown, _("Shown")),
    Column("unit", lambda row: row[1].unit, _("Unit")),
    Column("version", lambda row: row[1].version, _("Version")),
    Column("digest", lambda row: row[1].digest, _("Data hash")),
]
