"""How measures and their figures are said on pages and in files."""

import re
from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gensvar.science.kpi.definitions import Definition, Direction, Measure, Unit, Version
from gensvar.science.kpi.figures import Figure, rounded
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import NO_VALUE, told

# The whole part of a number that is long enough to be told in groups; not minutes and seconds.
LONG = re.compile(r"^-?\d{4,}(?=(\.\d+)?$)")
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


def name_of(found: Definition, measure: Measure) -> str:
    return measure.name.said(language()) if measure.name else found.said(language())


def figure_said(found: Definition, measure: Measure, figure: Figure) -> str:
    unit, decimals = found.unit_of(measure)
    return worded(told(figure, unit, decimals), unit)


def worded(plain: str, unit: Unit) -> str:
    said = _in_groups(plain)
    return f"{said} %" if unit is Unit.SHARE and plain != NO_VALUE else said


def amount_said(value: Fraction) -> str:
    """Return what a term came to: a whole number, or with one decimal, in groups of three."""
    return _in_groups(str(rounded(value, 0 if value.denominator == 1 else 1)))


def _in_groups(plain: str) -> str:
    """Return a number with its thousands set apart, as the language writes it."""
    said = LONG.sub(lambda whole: f"{int(whole[0]):,}", plain)
    if language() == "sv":
        return said.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return said


def names_of(counters: Iterable[str]) -> list[str]:
    return [registry().counters[name].said(language()) for name in counters]


def terms_of(version: Version) -> list[tuple[str, str]]:
    """Return each counter that the formulas are made of, with what it means."""
    codes = dict.fromkeys(
        name for measure in version.measures for name in registry().formula(measure).counters
    )
    return list(zip(codes, names_of(codes), strict=True))
