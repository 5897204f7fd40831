"""The registry: every measure from its files, found sound as a whole before it is used."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from gensvar.science.kpi.definitions import Counter, Definition, Measure, Said
from gensvar.science.kpi.faults import Fault, Problem, Unsound
from gensvar.science.kpi.figures import Figure, Given, figure
from gensvar.science.kpi.formulas import Formula, Kind, formula
from gensvar.science.kpi.soundness import problems_of

FILES = files("gensvar.science.kpi.registry")
# Not measures, but what they are made of.
COUNTERS, REASONS, SECTIONS = "counters.toml", "reasons.toml", "sections.toml"


@dataclass(frozen=True)
class Registry:
    """All measures by code, what they are counted from, and why some have no figure yet."""

    definitions: Mapping[str, Definition]
    counters: Mapping[str, Counter]
    reasons: Mapping[str, Said]
    sections: Mapping[str, Said]

    @property
    def kinds(self) -> dict[str, Kind]:
        return {name: one.kind for name, one in self.counters.items() if not one.formula}

    @property
    def formulas(self) -> dict[str, str]:
        """Return what names stand for within formulas: parts of others, and codes of measures."""
        parts = {name: one.formula for name, one in self.counters.items() if one.formula}
        return parts | {code: one.headline.formula for code, one in self.definitions.items()}

    def formula(self, measure: Measure) -> Formula:
        return self._read_formula(measure.formula)

    def figure(self, code: str, given: Given, *, key: str = "") -> Figure:
        """Return what a measure comes to as it is defined now; `key` is the way of counting."""
        measure = self.definitions[code].current.measure(key)
        if measure is None:
            raise LookupError(f"{code} is not counted in the way {key!r}")
        return self.figure_of(measure, given)

    def figure_of(self, measure: Measure, given: Given) -> Figure:
        """Return what a way of counting comes to, of any version."""
        return figure(self._read_formula(measure.formula), given)

    @cached_property
    def _read_formula(self) -> Callable[[str], Formula]:
        """Return what reads a formula once, and knows it from then on."""
        kinds, others = self.kinds, self.formulas
        return cache(lambda text: formula(text, counters=kinds, others=others))


@cache
def registry() -> Registry:
    """Return the measures that come with the product."""
    measures: dict[str, Any] = {}
    for file in sorted(FILES.iterdir(), key=lambda one: one.name):
        section, underscore, _rest = file.name.partition("_")
        if file.name.endswith(".toml") and len(section) == 1 and underscore:
            found = tomllib.loads(file.read_text(encoding="utf-8"))
            measures |= {code: {"section": section, **said} for code, said in found.items()}
    return registry_of(
        measures, counters=_read(COUNTERS), reasons=_read(REASONS), sections=_read(SECTIONS)
    )


def registry_of(
    measures: Mapping[str, Any],
    *,
    counters: Mapping[str, Any],
    reasons: Mapping[str, Any],
    sections: Mapping[str, Any],
) -> Registry:
    """Return the registry of what files say. Raises Unsound with everything that is wrong."""
    try:
        found = Registry(
            definitions={
                code: Definition.model_validate({"code": code, **said})
                for code, said in sorted(measures.items(), key=_in_order)
            },
            counters={name: Counter.model_validate(said) for name, said in counters.items()},
            reasons={name: Said.model_validate(said) for name, said in reasons.items()},
            sections={name: Said.model_validate(said) for name, said in sections.items()},
        )
    except ValidationError as error:
        raise Unsound(*_told(error)) from None
    problems = [
        Problem(one.fault, f"{definition.code} {one.about}".strip())
        for definition in found.definitions.values()
        for one in problems_of(
            definition,
            definitions=found.definitions,
            counters=found.kinds,
            others=found.formulas,
            reasons=found.reasons,
        )
    ]
    if problems:
        raise Unsound(*problems)
    return found


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FILES / name).read_text(encoding="utf-8"))


def _in_order(item: tuple[str, Any]) -> tuple[str, int, str]:
    """Sort K9 before K10, and what is not numbered after its letter."""
    code = item[0]
    return code[0], int(code[1:]) if code[1:].isdigit() else 0, code


def _told(error: ValidationError) -> Iterable[Problem]:
    for one in error.errors():
        place = ".".join(map(str, one["loc"]))
        yield Problem(Fault.EMPTY if one["type"] == "missing" else Fault.SYNTAX, place)
