"""What a case type asks for and allows: a template, read and judged without anything around it.

Every stage is of one of the four states, which is all that the rest of the house knows of. A case
whose stage its type does not have (any more) stands in the first stage of its state.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

OURS, THEIRS, HANDED_OVER, CLOSED = (
    "waiting-for-us",
    "waiting-for-customer",
    "handed-over",
    "closed",
)
STATES: Final = (OURS, THEIRS, HANDED_OVER, CLOSED)
# The first is held by everybody who may touch a case at all.
RIGHTS: Final = ("cases.write", "cases.close", "cases.approve")
CODE: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
MOST_FIELDS, MOST_STAGES, MOST_OPTIONS = 40, 20, 60
MOST_ANSWER_DAYS: Final = 365
MOST_REOPEN_DAYS: Final = 3_650
LONGEST_TEXT: Final = 2_000
LARGEST_NUMBER: Final = Decimal(10) ** 15
Value = str | int | float | bool
May = Callable[[str], bool]


class Kind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes-no"


@dataclass(frozen=True)
class Words:
    """The same said in both languages; English may be left out."""

    sv: str = ""
    en: str = ""

    def said(self, language: str) -> str:
        return self.sv if language == "sv" or not self.en else self.en


@dataclass(frozen=True)
class Option:
    code: str
    label: Words


@dataclass(frozen=True)
class Field:
    """Something to fill in; `is_needed` before the case is done."""

    key: str
    kind: Kind
    label: Words
    help: Words = Words()
    options: tuple[Option, ...] = ()
    is_needed: bool = False


@dataclass(frozen=True)
class Stage:
    """A state of the type's own, of one of the four kinds."""

    code: str
    label: Words
    state: str


@dataclass(frozen=True)
class Move:
    """From one stage to another, for those who hold a right."""

    start: str
    to: str
    right: str = RIGHTS[0]


class Unit(StrEnum):
    """What a measure is told in: per cent of a whole, seconds on average, hours at half of all."""

    SHARE = "share"
    SECONDS = "seconds"
    HOURS = "hours"


@dataclass(frozen=True)
class Measure:
    """A measure that case types are followed up by; without data where no part tells it yet."""

    unit: Unit = Unit.SHARE
    more_is_better: bool = True
    has_data: bool = True


MEASURES: Final[Mapping[str, Measure]] = {
    "K02": Measure(),
    "K05": Measure(Unit.SECONDS, more_is_better=False),
    "K15": Measure(more_is_better=False, has_data=False),
    "K20": Measure(),
    "K22": Measure(has_data=False),
    "K23": Measure(),
    "K26": Measure(),
    "K27": Measure(Unit.HOURS, more_is_better=False),
    "K28": Measure(more_is_better=False),
    "K30": Measure(),
    "K40": Measure(Unit.SECONDS, more_is_better=False),
}
LARGEST_TARGET: Final = {Unit.SHARE: 100, Unit.SECONDS: 86_400, Unit.HOURS: 10_000}


@dataclass(frozen=True)
class Target:
    """What a measure should come to, in its own unit: at least, or at most, as it says."""

    measure: str
    value: float


class Disposal(StrEnum):
    """What becomes of a case when it has been kept for as long as its type says."""

    UNDECIDED = ""
    ERASE = "erase"
    KEEP = "keep"


@dataclass(frozen=True)
class Template:
    """A case type in one version."""

    name: Words
    fields: tuple[Field, ...]
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]
    # What to say and ask first.
    script: Words = Words()
    # The measures that follow it up, by code, and how long its cases are kept (0: not decided).
    measures: tuple[str, ...] = ()
    retention_months: int = 0
    # What those measures should come to, and within how many working days a case is answered at
    # the latest, however long its subject gives (0: as the subject says).
    targets: tuple[Target, ...] = ()
    answer_days: int = 0
    # For how many days after it is done a customer's mail opens a case again; later it begins a
    # new one, linked with it (0: it always opens again).
    reopen_days: int = 0
    # What happens then, by which decision, and whether that decision is about confidential cases
    # too. Without a decision nothing is ever erased.
    disposal: Disposal = Disposal.UNDECIDED
    disposal_decision: str = ""
    disposes_confidential: bool = False

    @property
    def is_erased_in_time(self) -> bool:
        decided = self.disposal == Disposal.ERASE and bool(self.disposal_decision.strip())
        return decided and self.retention_months > 0

    def target(self, measure: str) -> float | None:
        return next((one.value for one in self.targets if one.measure == measure), None)

    def days_to_answer(self, of_subject: int | None, *, usual: int) -> int:
        """Return the working days within which a case of this type is answered.

        The type says the most; `usual` holds where neither type nor subject says anything.
        """
        said = [days for days in (of_subject, self.answer_days) if days]
        return min(said, default=usual)

    def field(self, key: str) -> Field | None:
        return next((field for field in self.fields if field.key == key), None)

    def stage(self, code: str) -> Stage | None:
        return next((stage for stage in self.stages if stage.code == code), None)

    def home(self, state: str) -> Stage:
        """Return the first stage of a state: where a case is that says no more than its state."""
        return next(stage for stage in self.stages if stage.state == state)

    def stage_now(self, *, state: str, stage: str) -> Stage:
        """Return where a case stands."""
        known = self.stage(stage)
        return known if known is not None and known.state == state else self.home(state)

    def ways(self, start: str) -> list[Move]:
        """Return the moves from a stage, in the order of the stages they lead to."""
        places = {stage.code: place for place, stage in enumerate(self.stages)}
        found = [move for move in self.moves if move.start == start]
        return sorted(found, key=lambda move: places[move.to])

    def way(self, start: str, to: str) -> Move | None:
        return next((move for move in self.moves if (move.start, move.to) == (start, to)), None)

    def way_into(self, state: str, *, start: str, may: May) -> Move | None:
        """Return a move from a stage into a state: one that is allowed, else one that exists."""
        states = {stage.code: stage.state for stage in self.stages}
        found = [move for move in self.ways(start) if states[move.to] == state]
        return next((move for move in found if may(move.right)), found[0] if found else None)

    def missing(self, filled: Mapping[str, Value]) -> list[Field]:
        """Return what must still be filled in before the case is done."""
        return [field for field in self.fields if field.is_needed and field.key not in filled]


_ONE_EACH = (
    Stage(OURS, Words("Väntar på oss", "Waiting for us"), OURS),
    Stage(THEIRS, Words("Väntar på kund", "Waiting for the customer"), THEIRS),
    Stage(HANDED_OVER, Words("Överlämnat", "Handed over"), HANDED_OVER),
    Stage(CLOSED, Words("Klart", "Done"), CLOSED),
)


def all_ways(stages: Iterable[Stage]) -> tuple[Move, ...]:
    """Return a move between any two stages, for everybody."""
    codes = [stage.code for stage in stages]
    return tuple(Move(start, to) for start in codes for to in codes if start != to)


# How every case goes where nobody has said anything else.
PLAIN: Final = Template(
    name=Words("Ärende", "Case"), fields=(), stages=_ONE_EACH, moves=all_ways(_ONE_EACH)
)


@dataclass(frozen=True)
class Fault:
    """Why a template cannot be used: a word for the reason, and what it is about."""

    kind: str
    what: Words = Words()


def faults(template: Template) -> list[Fault]:
    """Return everything that is wrong with a template; a case must always be able to end."""
    found = [*_faults_of_fields(template), *_faults_of_stages(template)]
    if not template.name.sv.strip():
        found.append(Fault("no-name"))
    if template.disposal and not template.disposal_decision.strip():
        found.append(Fault("no-decision"))
    if template.disposal == Disposal.ERASE and not template.retention_months:
        found.append(Fault("no-months"))
    if not 0 <= template.answer_days <= MOST_ANSWER_DAYS:
        found.append(Fault("answer-days"))
    if not 0 <= template.reopen_days <= MOST_REOPEN_DAYS:
        found.append(Fault("reopen-days"))
    found += _faults_of_targets(template)
    # Where a case can go is only asked of stages and moves that make sense.
    return found or list(_dead_ends(template))


def _faults_of_targets(template: Template) -> Iterator[Fault]:
    for target in template.targets:
        measure, code = MEASURES.get(target.measure), Words(target.measure, target.measure)
        if measure is None or target.measure not in template.measures:
            yield Fault("no-measure", code)
        elif not 0 < target.value <= LARGEST_TARGET[measure.unit]:
            yield Fault("target", code)


def _faults_of_fields(template: Template) -> Iterator[Fault]:
    keys = [field.key for field in template.fields]
    if len(keys) > MOST_FIELDS:
        yield Fault("many-fields")
    for field in template.fields:
        if not CODE.fullmatch(field.key) or keys.count(field.key) > 1:
            yield Fault("field-key", field.label)
        if not field.label.sv.strip():
            yield Fault("no-label", Words(field.key, field.key))
        codes = [option.code for option in field.options]
        if field.kind == Kind.CHOICE and not 0 < len(codes) <= MOST_OPTIONS:
            yield Fault("no-options", field.label)
        if len(set(codes)) < len(codes) or not all(CODE.fullmatch(code) for code in codes):
            yield Fault("option-code", field.label)


def _faults_of_stages(template: Template) -> Iterator[Fault]:
    codes = [stage.code for stage in template.stages]
    if len(codes) > MOST_STAGES:
        yield Fault("many-stages")
    for stage in template.stages:
        if not CODE.fullmatch(stage.code) or codes.count(stage.code) > 1:
            yield Fault("stage-code", stage.label)
        if not stage.label.sv.strip():
            yield Fault("no-label", Words(stage.code, stage.code))
    lacking = [one for one in STATES if one not in {stage.state for stage in template.stages}]
    yield from (Fault(f"no-{state}") for state in lacking)
    yield from _faults_of_moves(template, set(codes))


def _faults_of_moves(template: Template, codes: set[str]) -> Iterator[Fault]:
    for move in template.moves:
        is_known = {move.start, move.to} <= codes and move.right in RIGHTS
        if not is_known or move.start == move.to:
            yield Fault("move", Words(f"{move.start} → {move.to}", f"{move.start} → {move.to}"))


def _dead_ends(template: Template) -> Iterator[Fault]:
    onward = {stage.code: {m.to for m in template.ways(stage.code)} for stage in template.stages}
    closed = {stage.code for stage in template.stages if stage.state == CLOSED}
    from_start = _reached(template.home(OURS).code, onward)
    for stage in template.stages:
        if stage.code not in from_start:
            yield Fault("unreachable", stage.label)
        if stage.state != CLOSED and not closed & _reached(stage.code, onward):
            yield Fault("dead-end", stage.label)


def _reached(start: str, onward: Mapping[str, set[str]]) -> set[str]:
    known, waiting = {start}, deque([start])
    while waiting:
        for code in onward[waiting.popleft()] - known:
            known.add(code)
            waiting.append(code)
    return known


class WrongValue(ValueError):
    """What was given does not fit the field; the message is a word for how."""


def read_value(field: Field, given: object) -> Value | None:
    """Return what was filled in, as it is kept; nothing where nothing was said.

    Raises WrongValue for what does not fit.
    """
    # A NUL is no sign that anybody means, and none that the database keeps.
    text = given.replace("\0", "").strip() if isinstance(given, str) else given
    if text is None or text == "":
        return None
    if field.kind == Kind.YES_NO:
        return _yes_or_no(text)
    if field.kind == Kind.NUMBER and not isinstance(text, bool):
        return _number(text)
    if not isinstance(text, str):
        raise WrongValue(field.kind)
    return _day(text) if field.kind == Kind.DATE else _words(field, text)


def shown(field: Field, value: Value, *, language: str) -> str:
    """Return a filled-in value as a person reads it."""
    if field.kind == Kind.YES_NO:
        return {"sv": ("Nej", "Ja")}.get(language, ("No", "Yes"))[bool(value)]
    if field.kind == Kind.CHOICE:
        label = next((o.label for o in field.options if o.code == value), None)
        return label.said(language) if label else str(value)
    if field.kind == Kind.NUMBER and language == "sv":
        return str(value).replace(".", ",")
    return str(value)


def _words(field: Field, text: str) -> str:
    if field.kind == Kind.CHOICE and text not in {option.code for option in field.options}:
        raise WrongValue(field.kind)
    if len(text) > LONGEST_TEXT:
        raise WrongValue("long")
    return text


def _yes_or_no(given: object) -> bool:
    if given in (True, "yes", "true"):
        return True
    if given in (False, "no", "false"):
        return False
    raise WrongValue(Kind.YES_NO)


def _number(given: object) -> int | float:
    """Read a number as Swedes and programs write it: 1 234,5 and 1234.5."""
    text = re.sub(r"[\s\u00a0\u202f]", "", str(given)).replace(",", ".").replace("−", "-")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise WrongValue(Kind.NUMBER) from None
    if not number.is_finite() or abs(number) > LARGEST_NUMBER:
        raise WrongValue(Kind.NUMBER)
    return int(number) if number == number.to_integral_value() else float(number)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise WrongValue(Kind.DATE) from None
