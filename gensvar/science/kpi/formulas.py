"""Formulas over counters: a language that can count, and nothing else.

Two rules keep every figure honest. Only the whole formula may be a division, so that numerators
and denominators can be added over groups and days; a share inside a formula could not be. What
needs all values at once (a median) is the whole formula too, so that it is worked out again from
all the values and never averaged. Python's parser reads the text; nothing of Python is run.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from gensvar.science.kpi.faults import Fault, Problem, Unsound

LONGEST, DEEPEST = 400, 30


class Kind(StrEnum):
    """Whether one number is counted, or a list of values is kept."""

    NUMBER = "number"
    LIST = "list"


N, L = Kind.NUMBER, Kind.LIST
# What each function is given and gives; the last are worked out of everything at once.
FUNCTIONS: Final[Mapping[str, tuple[tuple[Kind, ...], Kind]]] = {
    "sum": ((L,), N),
    "count": ((L,), N),
    "positive": ((L,), N),
    "abs": ((L,), L),
    "each_over": ((L, L), L),
    "median": ((L,), N),
    "percentile": ((L, N), N),
    "longest": ((L,), N),
    "erlang_agents": ((N,) * 6, N),
    "erlang_in_time": ((N,) * 5, N),
    "erlang_wait": ((N,) * 4, N),
}
WHOLE_ONLY: Final = frozenset(FUNCTIONS) - {"sum", "count", "positive", "abs", "each_over"}
SIGNS: Final = (ast.Add, ast.Sub, ast.Mult, ast.Div)


@dataclass(frozen=True)
class Formula:
    """A formula that has been found sound, every word of it a counter."""

    text: str
    tree: ast.expr

    @property
    def halves(self) -> tuple[ast.expr, ast.expr] | None:
        """Return numerator and denominator; None where it is no division."""
        if isinstance(self.tree, ast.BinOp) and _divides(self.tree):
            return self.tree.left, self.tree.right
        return None

    @property
    def counters(self) -> list[str]:
        """Return what must be counted for it, in the order in which it is written."""
        return list(dict.fromkeys(_names(self.tree)))


def formula(
    text: str, *, counters: Mapping[str, Kind], others: Mapping[str, str] | None = None
) -> Formula:
    """Read a formula; `others` are names that stand for formulas, such as other measures.

    Raises Unsound with the reason.

    >>> formula("ans / (ans + aband)", counters={"ans": Kind.NUMBER, "aband": Kind.NUMBER}).counters
    ['ans', 'aband']
    """
    tree = _written_out(text, counters, others or {}, within=())
    _kind_of(tree, counters, is_whole=True)
    return Formula(text, tree)


def constant(node: ast.expr) -> Fraction | None:
    """Return the number that an expression is; None where it depends on something counted."""
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    if isinstance(node, ast.UnaryOp):
        inner = constant(node.operand)
        return None if inner is None else -inner
    return None


def _written_out(
    text: str, counters: Mapping[str, Kind], others: Mapping[str, str], within: tuple[str, ...]
) -> ast.expr:
    """Parse a text and put in place of each name of a formula what it stands for."""
    if within and within[-1] in within[:-1]:
        raise Unsound(Problem(Fault.CYCLE, " → ".join(within)))
    tree = _parsed(text)
    _only_allowed(tree, depth=0)

    class WriteOut(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            node.args = [self.visit(argument) for argument in node.args]
            return node

        def visit_Name(self, node: ast.Name) -> ast.AST:
            if node.id in counters:
                return node
            if node.id not in others:
                raise Unsound(Problem(Fault.UNKNOWN_COUNTER, node.id))
            return _written_out(others[node.id], counters, others, (*within, node.id))

    written: ast.expr = WriteOut().visit(tree)
    return written


def _parsed(text: str) -> ast.expr:
    if not text.strip():
        raise Unsound(Problem(Fault.EMPTY, "formula"))
    if len(text) > LONGEST:
        raise Unsound(Problem(Fault.TOO_LONG, text[:20]))
    if not text.isascii() or "#" in text:
        raise Unsound(Problem(Fault.SYNTAX, text))
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unsound(Problem(Fault.SYNTAX, text)) from None


def _only_allowed(node: ast.expr, *, depth: int) -> None:
    if depth > DEEPEST:
        raise Unsound(Problem(Fault.TOO_LONG))
    if not _is_allowed(node):
        raise Unsound(Problem(Fault.NOT_ALLOWED, ast.unparse(node)[:40]))
    for inner in _inner(node):
        _only_allowed(inner, depth=depth + 1)


def _is_allowed(node: ast.expr) -> bool:
    match node:
        case ast.Name():
            return True
        case ast.Constant(value=value):
            if isinstance(value, bool) or not isinstance(value, int | float):
                return False
            return abs(value) < 10**12
        case ast.UnaryOp(op=ast.USub()):
            return True
        case ast.BinOp(op=sign):
            return isinstance(sign, SIGNS)
        case ast.Call(func=ast.Name(id=name), keywords=[]):
            return name in FUNCTIONS
        case _:
            return False


def _inner(node: ast.expr) -> list[ast.expr]:
    """Return what an expression is made of; the name of a function is no counter."""
    if isinstance(node, ast.Call):
        return node.args
    return [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]


def _names(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Name):
        return [node.id]
    return [name for inner in _inner(node) for name in _names(inner)]


def _divides(node: ast.BinOp) -> bool:
    return isinstance(node.op, ast.Div) and constant(node.right) is None


def _kind_of(node: ast.expr, counters: Mapping[str, Kind], *, is_whole: bool = False) -> Kind:
    """Return whether an expression is a number or a list; refuse what mixes them up."""
    match node:
        case ast.Name(id=name):
            kind = counters[name]
        case ast.BinOp():
            kind = _kind_of_sum(node, counters, is_whole=is_whole)
        case ast.UnaryOp(operand=inner):
            kind = _kind_of(inner, counters)
        case ast.Call():
            kind = _kind_of_call(node, counters, is_whole=is_whole)
        case _:
            kind = N
    if is_whole and kind is L:
        raise Unsound(Problem(Fault.KIND, ast.unparse(node)))
    return kind


def _kind_of_sum(node: ast.BinOp, counters: Mapping[str, Kind], *, is_whole: bool) -> Kind:
    is_by_zero = isinstance(node.op, ast.Div) and constant(node.right) == 0
    if is_by_zero or (_divides(node) and not is_whole):
        raise Unsound(Problem(Fault.DIVISION, ast.unparse(node)))
    left, right = _kind_of(node.left, counters), _kind_of(node.right, counters)
    if left is not right or (left is L and isinstance(node.op, ast.Div)):
        raise Unsound(Problem(Fault.KIND, ast.unparse(node)))
    return left


def _kind_of_call(node: ast.Call, counters: Mapping[str, Kind], *, is_whole: bool) -> Kind:
    assert isinstance(node.func, ast.Name)
    name = node.func.id
    if name in WHOLE_ONLY and not is_whole:
        raise Unsound(Problem(Fault.ONLY_WHOLE, name))
    wanted, kind = FUNCTIONS[name]
    if len(node.args) != len(wanted):
        raise Unsound(Problem(Fault.ARGUMENTS, name))
    if tuple(_kind_of(argument, counters) for argument in node.args) != wanted:
        raise Unsound(Problem(Fault.KIND, name))
    return kind
