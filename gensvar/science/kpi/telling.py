"""How a figure is told: rounded, with how sure it is, and not at all where it is of too few."""

from typing import Final

from gensvar.science.kpi.definitions import Measure, Unit
from gensvar.science.kpi.figures import Figure, rounded
from gensvar.science.kpi.uncertainty import Interval, Uncertainty, wilson

NO_VALUE: Final = "–"


def told(figure: Figure, unit: Unit, decimals: int) -> str:
    """Return a figure as it is shown, with a decimal point and without its unit.

    >>> from fractions import Fraction
    >>> told(Figure(Fraction(154), Fraction(160), is_division=True), Unit.SHARE, 1)
    '96.3'
    """
    if figure.value is None:
        return NO_VALUE
    if unit is Unit.SECONDS:
        seconds = int(rounded(figure.value, 0))
        sign = "-" if seconds < 0 else ""
        return f"{sign}{abs(seconds) // 60}:{abs(seconds) % 60:02}"
    return str(rounded(figure.value * times_shown(unit), decimals))


def interval(measure: Measure, found: Figure) -> Interval | None:
    """Return how sure a figure is; None for what is no share of a sample."""
    if measure.uncertainty is not Uncertainty.SHARE or found.part is None or found.whole is None:
        return None
    return wilson(found.part, found.whole)


def is_of_enough(measure: Measure, found: Figure) -> bool:
    """Say whether a figure is made of so many that it says something about all."""
    of = found.of if found.of is not None else found.whole
    return of is None or of >= measure.fewest


def times_shown(unit: Unit) -> int:
    """Return by how much a figure is multiplied to be shown: a share is told in per cent."""
    return 100 if unit is Unit.SHARE else 1
