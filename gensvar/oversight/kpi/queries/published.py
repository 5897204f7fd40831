"""Figures as they were published, beside what the same days come to now."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final

from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.operations.routing.queries.balance import withheld_days
from gensvar.oversight.kpi.models import DaySum, PublishedFigure
from gensvar.oversight.kpi.queries.from_facts import SUMS, is_of_facts
from gensvar.oversight.kpi.queries.measured import agreed_limits
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.told import Told, measure_told
from gensvar.oversight.kpi.queries.wholeness import Completeness, completeness_of
from gensvar.science.kpi.figures import Figure

# Told of the moment, not of days: counted again they would be of another moment.
OF_A_MOMENT: Final = frozenset({"K75", "K104", "K124"})


@dataclass(frozen=True)
class Hindrance:
    """What keeps the figures of a period from being published."""

    is_over: bool
    complete: Completeness
    # Days on which a queue does not balance, and nobody has explained why.
    unbalanced: tuple[date, ...]

    def __bool__(self) -> bool:
        return not self.is_over or not self.complete.is_whole or bool(self.unbalanced)


@dataclass(frozen=True)
class Standing:
    """A published figure with those it restates, and whether it would be another today."""

    # The newest last.
    versions: tuple[PublishedFigure, ...]
    now: Told | None
    # Counted again by the same definition, another figure; or the same one of other data.
    is_changed: bool
    is_corrected: bool
    # There is a newer definition, or other limits were agreed on since.
    is_redefined: bool

    @property
    def current(self) -> PublishedFigure:
        return self.versions[-1]


def hindrance(code: str, client: Client, period: Period, *, at: datetime) -> Hindrance:
    """Return what keeps a measure's figure from being published."""
    return Hindrance(
        is_over=period.ends_on <= localdate(at),
        complete=completeness_of(code, client, period, at=at),
        unbalanced=tuple(withheld_days([client.pk], since=period.starts_on, until=period.ends_on)),
    )


def published(code: str, client: Client, period: Period) -> list[PublishedFigure]:
    """Return a figure as it was published for a period, the newest last."""
    rows = PublishedFigure.objects.filter(
        client=client, code=code, starts_on=period.starts_on, ends_on=period.ends_on
    )
    return list(rows.select_related("by", "client").order_by("pk"))


def standing(versions: list[PublishedFigure], *, at: datetime) -> Standing:
    """Return a published figure beside what its days come to now."""
    newest = versions[-1]
    client, period = newest.client, Period(newest.starts_on, newest.ends_on)
    definition = known_definitions(client).get(newest.code)
    if definition is None or newest.code in OF_A_MOMENT:
        return Standing(tuple(versions), None, False, False, False)
    limits = newest.figures["limits"]
    again = measure_told(definition, client, period, at=at, number=newest.version, limits=limits)
    found = content_of(again)
    is_changed = found["ways"] != newest.figures["ways"]
    today, number = today_of(client, localdate(at)), len(definition.versions)
    limits_now = {**definition.current.limits, **agreed_limits(newest.code, client, today)}
    return Standing(
        versions=tuple(versions),
        now=again,
        is_changed=is_changed,
        is_corrected=not is_changed and digest_of(again, found) != newest.digest,
        is_redefined=newest.version != number or limits_now != limits,
    )


def today_of(client: Client, today: date) -> Period:
    """Return the period by which a client's limits of today are found."""
    return Period(today, date.fromordinal(today.toordinal() + 1))


def content_of(one: Told) -> dict[str, Any]:
    """Return each way of counting with numerator, denominator and value, exact, as text."""
    return {
        "limits": {name: float(limit) for name, limit in one.limits.items()},
        "ways": {
            way.measure.key: None if way.figure is None else _exact(way.figure, way.shown)
            for way in one.ways
        },
    }


def digest_of(one: Told, content: Mapping[str, Any]) -> str:
    """Return the hash over whose figure it is, its definition, what was counted, and the figure."""
    said = {
        "client": one.client.code,
        "code": one.definition.code,
        "version": one.number,
        "days": [one.period.starts_on.isoformat(), one.period.ends_on.isoformat()],
        "counted": _counted(one),
        **content,
    }
    plain = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def figure_of(kept: Mapping[str, Any]) -> Figure:
    """Return a figure as it was published."""
    part, whole = (None if kept[name] is None else Fraction(kept[name]) for name in PARTS)
    return Figure(part, whole, is_division=kept["is_division"], of=kept["of"])


PARTS = ("part", "whole")


def _exact(figure: Figure, shown: str) -> dict[str, Any]:
    parts = {name: getattr(figure, name) for name in PARTS}
    return {
        **{name: None if value is None else str(value) for name, value in parts.items()},
        "is_division": figure.is_division,
        "of": figure.of,
        "shown": shown,
    }


def _counted(one: Told) -> list[list[Any]]:
    """Return the sums of each day that the figure is made of."""
    code = one.definition.code
    if not is_of_facts(code):
        return []
    rows = DaySum.objects.filter(
        client=one.client, day__gte=one.period.starts_on, day__lt=one.period.ends_on
    )
    if names := SUMS.get(code):
        rows = rows.filter(counter__in=names)
    found = rows.order_by("day", "queue", "counter").values_list(
        "day", "queue", "counter", "amount"
    )
    return [[day.isoformat(), queue, counter, str(amount)] for day, queue, counter, amount in found]
