"""Measures of calls and chats today so far, all clients together: what machines may watch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gensvar.oversight.kpi.queries.counting import counts_of_all
from gensvar.oversight.kpi.queries.from_facts import figures_of, given_of
from gensvar.science.kpi.reading import registry

# None of them is of cases, so nobody can work out from them what somebody asked about.
LIVE: Final = (
    *("K01", "K02", "K03", "K04", "K05", "K06", "K07", "K09", "K10", "K13", "K15", "K16"),
    *("K41", "K42", "K43", "K46", "K48"),
)


@dataclass(frozen=True)
class LiveFigure:
    """One way of counting: a share between 0 and 1, seconds, or a number; and of how many."""

    code: str
    key: str
    value: float
    of: float | None


def live_figures(today: date) -> Iterator[LiveFigure]:
    """Yield what each measure has come to; what has no value, or is of too few, is left out."""
    found = counts_of_all(today)
    for code in LIVE:
        definition = registry().definitions[code]
        given = given_of(definition, found, version=definition.current, limits={})
        for key, figure in figures_of(definition, given, version=definition.current).items():
            if figure is None or figure.value is None:
                continue
            of = figure.of if figure.of is not None else figure.whole
            yield LiveFigure(code, key, float(figure.value), None if of is None else float(of))
