"""What a formula comes to: exact, with its parts, and rounded only to be shown."""

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import ceil
from typing import Final, cast

from gensvar.science.erlang.waiting import agents_needed, share_in_time, waiting_probability
from gensvar.science.kpi.formulas import Formula, constant
from gensvar.science.kpi.tallying import Tally, tally

# What is counted: a number, a list of values, or nothing because nobody counts it.
Counted = Fraction | int | Sequence[Fraction | int] | Tally | None
Given = Mapping[str, Counted]
Values = tuple[Fraction, ...] | Tally
Value = Fraction | Values
# More erlangs than any centre has; beyond it nobody waits for an answer.
LARGEST_LOAD = 10_000


class NotCounted(LookupError):
    """A counter that the formula needs is not given."""


@dataclass(frozen=True)
class Figure:
    """What a formula came to: a division, a number, or worked out of `of` values at once.

    A denominator of 0 has no value: neither 0 nor 100 per cent (R1).
    """

    part: Fraction | None
    whole: Fraction | None = None
    is_division: bool = False
    of: int | None = None

    @property
    def value(self) -> Fraction | None:
        if not self.is_division:
            return self.part
        if self.part is None or self.whole is None or self.whole <= 0:
            return None
        return self.part / self.whole


NOTHING = Figure(None)


def figure(formula: Formula, given: Given) -> Figure:
    """Return what a formula comes to; no value where something it needs is not counted."""
    try:
        if formula.halves is None:
            return _whole(formula.tree, given)
        part, whole = formula.halves
        return Figure(_number(part, given), _number(whole, given), is_division=True)
    except NotCounted:
        return Figure(None, None, is_division=formula.halves is not None)


def value_of(node: ast.expr, given: Given) -> Fraction | None:
    """Return what a part of a formula comes to; None where it is no number, or not counted."""
    try:
        value = _value(node, given)
    except (NotCounted, KeyError):
        return None
    return value if isinstance(value, Fraction) else None


def together(figures: Iterable[Figure]) -> Figure:
    """Roll figures of groups or days up: numerators and denominators are added (R2).

    What was worked out of all values at once (a median) has to be worked out again, of all of
    them: ValueError.
    """
    found = [one for one in figures if one.part is not None]
    if any(one.of is not None for one in found):
        raise ValueError("worked out of all values at once; it cannot be added")
    if not found:
        return NOTHING
    part = sum((one.part for one in found if one.part is not None), Fraction())
    if not found[0].is_division:
        return Figure(part)
    whole = sum((one.whole for one in found if one.whole is not None), Fraction())
    return Figure(part, whole, is_division=True)


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Round half away from zero, for show only (R4); exact, however small the half.

    >>> rounded(Fraction(9625, 100), 1), rounded(Fraction(-176, 10), 0)
    (Decimal('96.3'), Decimal('-18'))
    """
    scaled = abs(value) * 10**decimals
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    whole += 2 * rest >= scaled.denominator
    with localcontext() as exactly:
        exactly.prec = max(28, len(str(whole)) + 1)
        exactly.rounding = ROUND_HALF_UP
        return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)


def _whole(node: ast.expr, given: Given) -> Figure:
    """Work out a formula that is no division."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return Figure(_number(node, given))
    name, arguments = node.func.id, [_value(one, given) for one in node.args]
    if name not in OVER_ALL:
        return Figure(_number(node, given))
    values = arguments[0]
    of = 1 if isinstance(values, Fraction) else _all(values).count
    return Figure(OVER_ALL[name](*arguments), of=of)


def _number(node: ast.expr, given: Given) -> Fraction:
    value = _value(node, given)
    assert isinstance(value, Fraction)
    return value


def _value(node: ast.expr, given: Given) -> Value:
    match node:
        case ast.Name(id=name):
            return _counted(name, given)
        case ast.BinOp():
            return _combined(node, _value(node.left, given), _value(node.right, given))
        case ast.UnaryOp(operand=inner):
            value = _value(inner, given)
            return -value if isinstance(value, Fraction) else tuple(-one for one in _each(value))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return SIMPLE[name](*(_value(one, given) for one in arguments))
        case _:
            return cast(Fraction, constant(node))


def _counted(name: str, given: Given) -> Value:
    found = given.get(name)
    if found is None:
        raise NotCounted(name)
    if isinstance(found, Tally):
        return found
    return Fraction(found) if isinstance(found, Fraction | int) else tuple(map(Fraction, found))


def _combined(node: ast.BinOp, left: Value, right: Value) -> Value:
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return _calculated(node.op, left, right)
    assert not isinstance(left, Fraction)
    assert not isinstance(right, Fraction)
    both = zip(_each(left), _each(right), strict=True)
    return tuple(_calculated(node.op, a, b) for a, b in both)


def _all(values: Values) -> Tally:
    return values if isinstance(values, Tally) else tally(values)


def _each(values: Values) -> tuple[Fraction, ...]:
    """Return a list one by one; what is known as a tally only has lost its order."""
    return values if isinstance(values, tuple) else values.each()


def _calculated(sign: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case _:
            return left / right


def _each_over(parts: Values, wholes: Values) -> tuple[Fraction, ...]:
    """Divide each by its own; those over nothing are left out, not counted as 0."""
    return tuple(a / b for a, b in zip(_each(parts), _each(wholes), strict=True) if b > 0)


def _median(values: Values) -> Fraction | None:
    ordered = _all(values)
    middle, is_odd = divmod(ordered.count, 2)
    if not ordered.count:
        return None
    return ordered.at(middle) if is_odd else (ordered.at(middle - 1) + ordered.at(middle)) / 2


def _percentile(values: Values, per_cent: Fraction) -> Fraction | None:
    """Return the nearest rank: a value that somebody really had."""
    ordered = _all(values)
    if not ordered.count:
        return None
    return ordered.at(max(ceil(ordered.count * per_cent / 100), 1) - 1)


def _load(contacts: Fraction, interval: Fraction, handling: Fraction) -> float | None:
    if interval <= 0 or handling <= 0 or contacts < 0:
        return None
    load = float(contacts * handling / interval)
    return load if load <= LARGEST_LOAD else None


def _erlang_agents(*given: Fraction) -> Fraction | None:
    contacts, interval, handling, within, share, busiest = given
    load = _load(contacts, interval, handling)
    if load is None or not 0 <= share < 1 or busiest <= 0:
        return None
    found = agents_needed(
        load, goal_seconds=float(within), mean_seconds=float(handling), share=float(share)
    )
    return Fraction(max(found, ceil(contacts * handling / interval / busiest)))


def _erlang_in_time(*given: Fraction) -> Fraction | None:
    contacts, interval, handling, agents, within = given
    load = _load(contacts, interval, handling)
    if load is None:
        return None
    return Fraction(
        share_in_time(load, int(agents), goal_seconds=float(within), mean_seconds=float(handling))
    )


def _erlang_wait(*given: Fraction) -> Fraction | None:
    contacts, interval, handling, agents = given
    load = _load(contacts, interval, handling)
    if load is None or agents <= load:
        return None
    waits = waiting_probability(load, int(agents))
    return Fraction(waits * float(handling) / (float(agents) - load))


SIMPLE: Final[Mapping[str, Callable[..., Value]]] = {
    "sum": lambda values: _all(values).total,
    "count": lambda values: Fraction(_all(values).count),
    "positive": lambda values: Fraction(_all(values).over(0).count),
    "abs": lambda values: tuple(map(abs, _each(values))),
    "each_over": _each_over,
}
OVER_ALL: Final[Mapping[str, Callable[..., Fraction | None]]] = {
    "median": _median,
    "percentile": _percentile,
    "longest": lambda values: _all(values).longest,
    "erlang_agents": _erlang_agents,
    "erlang_in_time": _erlang_in_time,
    "erlang_wait": _erlang_wait,
}
