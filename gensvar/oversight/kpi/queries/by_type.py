"""What each case type is followed up by, beside what it should come to (SRV)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Final

from django.db import connection
from django.utils.translation import get_language

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.casetypes.models import MEASURE_NAMES, CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.casetypes.rules import MEASURES, Measure, Unit
from gensvar.oversight.kpi.queries.goals import days_due, limits
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import hidden, is_met

# A part and its whole; of hours, half of all cases take no longer than the part.
Pair = tuple[Fraction, int]
Counted = dict[str, dict[int, Pair]]
HOUR: Final = 3_600
LONGEST_DAYS: Final = 1_461


@dataclass(frozen=True)
class Followed:
    """A measure of the cases of one type: what it came to, of how many, and whether that is met."""

    case_type: str
    code: str
    measure: Measure
    part: Fraction | None
    whole: int
    target: float | None
    is_hidden: bool = False

    @property
    def label(self) -> str:
        return str(MEASURE_NAMES[self.code])

    @property
    def exact(self) -> Fraction | None:
        """Return a share (0–1), seconds or hours; None where there is no data, or too little."""
        if self.part is None or not self.whole or self.is_hidden:
            return None
        if self.measure.unit == Unit.HOURS:
            return self.part / HOUR
        return self.part / self.whole

    @property
    def value(self) -> float | None:
        return None if self.exact is None else round(float(self.exact), 6)

    @property
    def goal(self) -> Fraction | None:
        """Return the goal in the unit of the value."""
        if self.target is None:
            return None
        exact = Fraction(str(self.target))
        return exact / 100 if self.measure.unit == Unit.SHARE else exact

    @property
    def is_met(self) -> bool | None:
        return is_met(self.exact, self.goal, more_is_better=self.measure.more_is_better)


@dataclass(frozen=True)
class TypeFollowed:
    """A case type, and its measures in the order of its template."""

    name: str
    rows: tuple[Followed, ...]


def followed_up(client: Client, period: Period, *, at: datetime) -> list[TypeFollowed]:
    """Return what the client's case types are followed up by; the overdue as they are now."""
    types = case_types([client.pk])
    counted = _counted(client, period, at=at)
    masks = {code: _masks(types, of_code) for code, of_code in counted.items()}
    language = get_language() or "sv"
    return [
        TypeFollowed(
            name=one.template.name.said(language),
            rows=tuple(
                _followed(one, code, counted.get(code, {}), masks.get(code, set()), language)
                for code in one.template.measures
                if code in MEASURES
            ),
        )
        for one in types
    ]


def _followed(
    case_type: CaseType, code: str, of_code: Mapping[int, Pair], masked: set[int], language: str
) -> Followed:
    part, whole = of_code.get(case_type.pk, (None, 0))
    return Followed(
        case_type=case_type.template.name.said(language),
        code=code,
        measure=MEASURES[code],
        part=part,
        whole=whole,
        target=case_type.template.target(code),
        is_hidden=case_type.pk in masked,
    )


def _masks(types: Iterable[CaseType], of_code: Mapping[int, Pair]) -> set[int]:
    """Return the types whose number is too small to tell, or would give a small one away."""
    keys = list(of_code)
    return {keys[place] for place in hidden([of_code[key][1] for key in keys])}


def _counted(client: Client, period: Period, *, at: datetime) -> Counted:
    found: Counted = defaultdict(dict)
    start, end = period.instants()
    seconds, days = limits(client, period)
    for key, code, part, whole in _asked(
        "SELECT type_id, measure, part, whole FROM kpi_cases_of_types(%s, %s, %s, %s)",
        [client.pk, start, end, seconds],
    ):
        found[code][key] = (Fraction(part), whole)
    for key, part, whole in _asked(
        "SELECT type_id, part, whole FROM kpi_overdue_of_types(%s, %s)", [client.pk, at]
    ):
        found["K28"][key] = (Fraction(part), whole)
    starts, ends, dues = days_due(client, period, days=days, at=at)
    for key, part, whole in _asked(
        """SELECT type_id, part, whole FROM kpi_feedback_of_types(
               %s, %s::timestamptz[], %s::timestamptz[], %s::timestamptz[], %s)""",
        [client.pk, starts, ends, dues, at],
    ):
        found["K26"][key] = (Fraction(part), whole)
    for key, half, cases in _lead_times(client, start, end, at=at):
        found["K27"][key] = (Fraction(half).limit_denominator(1_000), cases)
    return found


def _lead_times(
    client: Client, start: datetime, end: datetime, *, at: datetime
) -> list[tuple[Any, ...]]:
    """Return for each type the working time that half of the cases closed in a time took."""
    # Nothing is closed after now, and nobody waits for what was asked longer ago than this.
    first, last = min(start, at) - timedelta(days=LONGEST_DAYS), min(end, at)
    table = office_calendar(client, at=at).prepared(first, last)
    return _asked(
        """SELECT type_id, half_seconds, cases FROM kpi_lead_times_of_types(
               %s, %s, %s, %s::timestamptz[], %s::timestamptz[], %s::double precision[])""",
        [
            client.pk,
            start,
            end,
            table.starts,
            table.ends,
            [before.total_seconds() for before in table.before],
        ],
    )


def _asked(query: str, given: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return list(cursor.fetchall())
