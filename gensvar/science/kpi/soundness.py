"""Whether a definition, a goal or a period can be saved; everything that is wrong, with why."""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from itertools import pairwise

from gensvar.science.kpi.definitions import Definition, Version
from gensvar.science.kpi.faults import Fault, Problem, Unsound
from gensvar.science.kpi.formulas import Kind, formula

CLAIMS = ("iso requires", "iso kräver", "required by iso", "krävs av iso")


def problems_of(
    definition: Definition,
    *,
    definitions: Mapping[str, Definition],
    counters: Mapping[str, Kind],
    others: Mapping[str, str],
    reasons: Container[str] | None = None,
) -> list[Problem]:
    """Return what keeps a definition from being saved; `others` are names that stand for formulas.

    It may be one of `definitions` or a new one.
    """
    found = [*_formulas(definition, counters, others), *_versions(definition, counters)]
    if definition.pair and definition.pair not in definitions:
        found.append(Problem(Fault.UNKNOWN_COUNTER, definition.pair))
    if definition.target and definition.pair in {"", definition.code}:
        found.append(Problem(Fault.NO_PAIR, "pair"))
    if definition.missing and reasons is not None and definition.missing not in reasons:
        found.append(Problem(Fault.EMPTY, definition.missing))
    found += [
        Problem(Fault.UNKNOWN_COUNTER, code)
        for code in definition.mapped
        if code not in definitions
    ]
    words = " ".join(f"{one.words.sv} {one.words.en}" for one in definition.versions).lower()
    if any(claim in words for claim in CLAIMS):
        found.append(Problem(Fault.CLAIM, definition.source))
    return found


def problems_of_goal(
    definition: Definition,
    *,
    key: str = "",
    pair: str,
    limits: Mapping[str, float] | None = None,
    is_individual: bool = False,
) -> list[Problem]:
    """Return what keeps a goal from being agreed on; `key` names the way of counting."""
    found = list(_limits(definition.current.limits | dict(limits or {})))
    measure = definition.current.measure(key) or definition.headline
    if pair in {"", definition.code}:
        found.append(Problem(Fault.NO_PAIR, "pair"))
    if not measure.is_agreed:
        found.append(Problem(Fault.NOT_AGREED, measure.key))
    if is_individual and not definition.is_individual:
        found.append(Problem(Fault.INDIVIDUAL, definition.code))
    return found


def problems_of_days(starts_on: date, *, counted_from: date | None) -> list[Problem]:
    """Return what keeps a period from being told; without data no period can be."""
    if counted_from is None or starts_on < counted_from:
        return [Problem(Fault.TOO_EARLY, starts_on.isoformat())]
    return []


def _formulas(
    definition: Definition, counters: Mapping[str, Kind], others: Mapping[str, str]
) -> Iterator[Problem]:
    others = {**others, definition.code: definition.headline.formula}
    for version in definition.versions:
        for measure in version.measures:
            try:
                formula(measure.formula, counters=counters, others=others)
            except Unsound as error:
                yield from error.problems


def _versions(definition: Definition, counters: Mapping[str, Kind]) -> Iterator[Problem]:
    for before, after in pairwise(definition.versions):
        if after.from_ <= before.from_:
            yield Problem(Fault.VERSIONS, after.from_.isoformat())
    for version in definition.versions:
        yield from _limits(version.limits)
        yield from _one_version(version, counters)


def _one_version(version: Version, counters: Mapping[str, Kind]) -> Iterator[Problem]:
    keys = [measure.key for measure in version.measures]
    if not keys:
        yield Problem(Fault.EMPTY, "formula")
    for key in {key for key in keys if keys.count(key) > 1}:
        yield Problem(Fault.TAKEN, key)
    for name in version.excluded:
        if name not in counters:
            yield Problem(Fault.UNKNOWN_COUNTER, name)


def _limits(limits: Mapping[str, float]) -> Iterator[Problem]:
    if "S" in limits and "T" in limits and limits["S"] >= limits["T"]:
        yield Problem(Fault.THRESHOLD, f"S = {limits['S']:g}, T = {limits['T']:g}")
