"""A formula taken apart into what is added and what is taken away, so that each can be opened."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from gensvar.science.kpi.figures import Given, value_of
from gensvar.science.kpi.formulas import Formula
from gensvar.science.kpi.wording import Words


@dataclass(frozen=True)
class Step:
    """A term with its sign; `counter` is the one that it is made of, or empty."""

    node: ast.expr
    is_taken_away: bool = False

    @property
    def counter(self) -> str:
        node = self.node
        if isinstance(node, ast.Call) and node.args:
            node = node.args[0]
        return node.id if isinstance(node, ast.Name) else ""

    def said(self, names: Mapping[str, str], *, language: str) -> str:
        node = self.node
        if isinstance(node, ast.Call) and self.counter and self._adds_up:
            node = node.args[0]
        return Words(names, place=0 if language.startswith("sv") else 1).of(node)

    @property
    def _adds_up(self) -> bool:
        func = self.node.func if isinstance(self.node, ast.Call) else None
        return isinstance(func, ast.Name) and func.id == "sum"

    def value(self, given: Given) -> Fraction | None:
        """Return what the term came to, without its sign; None where it is not counted."""
        return value_of(self.node, given)


def steps(formula: Formula) -> tuple[list[Step], list[Step]]:
    """Return the terms of numerator and denominator; the latter empty where it has none.

    >>> from gensvar.science.kpi.formulas import Kind, formula
    >>> known = dict.fromkeys(("ans", "aband", "short"), Kind.NUMBER)
    >>> top, bottom = steps(formula("ans / (ans + aband - short)", counters=known))
    >>> [one.counter for one in top], [(one.counter, one.is_taken_away) for one in bottom]
    (['ans'], [('ans', False), ('aband', False), ('short', True)])
    """
    if formula.halves is None:
        return list(_taken_apart(formula.tree)), []
    part, whole = formula.halves
    return list(_taken_apart(part)), list(_taken_apart(whole))


def _taken_apart(node: ast.expr) -> Iterator[Step]:
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from _taken_apart(left)
            yield from _taken_apart(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            yield from _taken_apart(left)
            yield from _negated(right)
        case ast.UnaryOp(operand=inner):
            yield from _negated(inner)
        case _:
            yield Step(node)


def _negated(node: ast.expr) -> Iterator[Step]:
    for step in _taken_apart(node):
        yield replace(step, is_taken_away=not step.is_taken_away)
