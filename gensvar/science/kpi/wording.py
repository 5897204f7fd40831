"""A formula in words: each counter by its name, in Swedish or in English."""

import ast
from collections.abc import Mapping
from typing import Final

from gensvar.science.kpi.formulas import constant

SIGNS: Final[Mapping[type[ast.operator], str]] = {
    ast.Add: "+",
    ast.Sub: "−",
    ast.Mult: "×",
    ast.Div: "/",
}
FUNCTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "sum": ("summan av {}", "the sum of {}"),
    "count": ("antalet {}", "the number of {}"),
    "positive": ("antalet över 0 av {}", "the number above 0 of {}"),
    "abs": ("storleken av {}", "the size of {}"),
    "each_over": ("varje ({}) genom {}", "each ({}) over {}"),
    "median": ("hälften av {}", "half of {}"),
    "percentile": ("{1} procent av {0}", "{1} per cent of {0}"),
    "longest": ("den längsta av {}", "the longest of {}"),
    "erlang_agents": (
        "Erlang C: minsta antal({}, {}, {}, {}, {}, {})",
        "Erlang C: fewest({}, {}, {}, {}, {}, {})",
    ),
    "erlang_in_time": (
        "Erlang C: andel i tid({}, {}, {}, {}, {})",
        "Erlang C: share in time({}, {}, {}, {}, {})",
    ),
    "erlang_wait": ("Erlang C: medelväntan({}, {}, {}, {})", "Erlang C: mean wait({}, {}, {}, {})"),
}


def in_words(text: str, names: Mapping[str, str], *, language: str) -> tuple[str, str | None]:
    """Return numerator and denominator of a sound formula; the latter None where it has none.

    >>> in_words("ans / (ans + aband)", {"ans": "answered", "aband": "gave up"}, language="en")
    ('answered', 'answered + gave up')
    """
    tree = ast.parse(text.strip(), mode="eval").body
    words = Words(names, place=0 if language.startswith("sv") else 1)
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Div):
        return words.of(tree.left), words.of(tree.right)
    return words.of(tree), None


class Words:
    """How a formula is said; `place` is that of the language in FUNCTIONS."""

    def __init__(self, names: Mapping[str, str], *, place: int) -> None:
        self.names = names
        self.place = place

    def of(self, node: ast.expr, *, is_inner: bool = False) -> str:
        """Return an expression in words, in brackets where it is a sum within something."""
        match node:
            case ast.Name(id=name):
                return self.names.get(name, name)
            case ast.BinOp(op=sign):
                return self._both(node, sign, is_inner=is_inner)
            case ast.UnaryOp(operand=inner):
                return f"−{self.of(inner, is_inner=True)}"
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return FUNCTIONS[name][self.place].format(*(self.of(one) for one in arguments))
            case _:
                return self._number(node)

    def _both(self, node: ast.BinOp, sign: ast.operator, *, is_inner: bool) -> str:
        is_sum = isinstance(sign, ast.Add | ast.Sub)
        left = self.of(node.left, is_inner=not is_sum)
        right = self.of(node.right, is_inner=not isinstance(sign, ast.Add))
        said = f"{left} {SIGNS[type(sign)]} {right}"
        return f"({said})" if is_inner and is_sum else said

    def _number(self, node: ast.expr) -> str:
        value = constant(node)
        said = str(value) if value is None or value.denominator == 1 else str(float(value))
        return said.replace(".", ",") if self.place == 0 else said
