"""The measures that have a goal, with those that miss it first, each beside its pair."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.models import Goal, MeasureGoal
from gensvar.oversight.kpi.queries.measured import measured
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import is_met
from gensvar.science.kpi.definitions import Definition, Direction, Measure
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import times_shown

# The goal sheet names four measures in its own words; this is what they are here.
OF_SHEET: Final = {
    Goal.Measure.SOLVED_AT_FRONT.value: ("K23", ""),
    Goal.Measure.CALL_LENGTH.value: ("K40", ""),
    Goal.Measure.ANSWERED_IN_TIME.value: ("K02", "F"),
    Goal.Measure.FEEDBACK_IN_TIME.value: ("K26", ""),
}


@dataclass(frozen=True)
class Judged:
    """What a measure came to beside its goal; `target` as the figure is told, not as it is kept."""

    definition: Definition
    measure: Measure
    figure: Figure | None
    target: Fraction
    pair: Definition | None
    pair_figure: Figure | None

    @property
    def is_met(self) -> bool | None:
        if self.figure is None or self.figure.value is None:
            return None
        unit, _decimals = self.definition.unit_of(self.measure)
        more = more_is_better(self.definition)
        return is_met(self.figure.value * times_shown(unit), self.target, more_is_better=more)


def more_is_better(definition: Definition) -> bool:
    """Say whether a goal is a floor; of what is neither good nor bad (a length) it is a ceiling."""
    return definition.direction is Direction.UP


def against_goals(client: Client, period: Period, *, at: datetime) -> list[Judged]:
    """Return every measure with a goal in force: misses first, then what has no figure."""
    rows = [_judged(client, period, *one, at=at) for one in _goals(client, period)]
    order = {False: 0, None: 1, True: 2}
    return sorted(rows, key=lambda row: (order[row.is_met], row.definition.code))


def goal_of(code: str, client: Client, period: Period) -> tuple[str, Fraction, str] | None:
    """Return way of counting, target as shown, and pair of a measure's goal in force."""
    found = {one[0]: one[1:] for one in _goals(client, period)}
    return found.get(code)


def _goals(client: Client, period: Period) -> list[tuple[str, str, Fraction, str]]:
    """Return code, way of counting, target as shown, and pair of each goal in force."""
    found: dict[str, tuple[str, str, Fraction, str]] = {}
    sheet = Goal.objects.filter(client=client, valid_from__lt=period.ends_on, target__isnull=False)
    for goal in sheet.order_by("valid_from"):
        code, key = OF_SHEET[goal.measure]
        definition = registry().definitions[code]
        unit, _decimals = definition.unit_of(definition.headline)
        target = Fraction(goal.target or 0) * times_shown(unit)
        found[code] = (code, key, target, definition.pair)
    known = known_definitions(client)
    agreed = MeasureGoal.objects.filter(client=client, valid_from__lt=period.ends_on)
    for one in agreed.order_by("valid_from"):
        if one.code in known:
            found[one.code] = (one.code, one.key, Fraction(one.target), one.pair)
    return list(found.values())


def _judged(
    client: Client,
    period: Period,
    code: str,
    key: str,
    target: Fraction,
    pair: str,
    *,
    at: datetime,
) -> Judged:
    known = known_definitions(client)
    definition, beside = known[code], known.get(pair)
    figures = measured(code, client, period, at=at, definition=definition) or {}
    pair_figures = (
        (measured(pair, client, period, at=at, definition=beside) or {}) if beside else {}
    )
    return Judged(
        definition=definition,
        measure=definition.current.measure(key) or definition.headline,
        figure=figures.get(key),
        target=target,
        pair=beside,
        pair_figure=pair_figures.get(beside.headline.key) if beside else None,
    )
