"""What a measure is: its names, its versions with their formulas, and examples worked by hand."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from gensvar.science.kpi.formulas import Kind
from gensvar.science.kpi.uncertainty import Uncertainty


class Unit(StrEnum):
    SHARE = "share"
    SECONDS = "seconds"
    HOURS = "hours"
    DAYS = "days"
    COUNT = "count"
    RATIO = "ratio"
    PER_THOUSAND = "per-thousand"
    INDEX = "index"
    KRONOR = "kronor"
    KAPPA = "kappa"


DECIMALS: Final[dict[Unit, int]] = {
    Unit.SHARE: 1,
    Unit.SECONDS: 0,
    Unit.HOURS: 1,
    Unit.DAYS: 1,
    Unit.COUNT: 0,
    Unit.RATIO: 1,
    Unit.PER_THOUSAND: 1,
    Unit.INDEX: 1,
    Unit.KRONOR: 0,
    Unit.KAPPA: 2,
}


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Part):
    """The same in both languages."""

    sv: Annotated[str, Field(min_length=1, max_length=600)]
    en: Annotated[str, Field(min_length=1, max_length=600)]

    def said(self, language: str) -> str:
        return self.sv if language.startswith("sv") else self.en


class Counter(Said):
    """Something that is counted, a list of values kept, or a name for a part of formulas."""

    kind: Kind = Kind.NUMBER
    formula: str = ""


class Measure(Part):
    """One way of counting; the first of a version is the one that is meant by its code."""

    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{0,20}$")] = ""
    name: Said | None = None
    formula: str
    unit: Unit | None = None
    decimals: int | None = Field(None, ge=0, le=4)
    uncertainty: Uncertainty | None = None
    # Of fewer than this nothing is said: too few to answer for many.
    fewest: int = Field(0, ge=0)
    # May be shown beside the others, but nobody may agree on it as a goal.
    is_agreed: bool = True


class Version(Part):
    """How it has been counted since a day."""

    from_: date = Field(alias="from")
    formula: str = ""
    measures: tuple[Measure, ...] = ()
    words: Said
    why: Said | None = None
    # T: an answer in time, at most; S: hanging up shortly, at most. In seconds.
    limits: dict[str, float] = Field(default_factory=dict)
    # What is left out; each is counted and told (R11).
    excluded: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def one_formula(cls, given: Any) -> Any:
        """Let a version with one way of counting say only its formula."""
        if isinstance(given, dict) and given.get("formula") and not given.get("measures"):
            same = ("formula", "uncertainty", "fewest", "decimals")
            only = {name: given[name] for name in same if name in given}
            rest = {name: value for name, value in given.items() if name not in same}
            return rest | {"measures": [only]}
        return given

    def measure(self, key: str) -> Measure | None:
        return next((one for one in self.measures if one.key == key), None)


def by_key(shown: Any) -> Any:
    return {"": shown} if isinstance(shown, str) else shown


class Vector(Part):
    """What was counted in an example, and what it must come to, worked out by hand."""

    given: dict[str, Any]
    # By way of counting; of the only one, what it must come to.
    shown: Annotated[dict[str, str], BeforeValidator(by_key)]
    # The ends of the interval, of the first way of counting.
    between: tuple[str, str] | None = None
    note: str
    # Told in the specification of measures; else worked out by us.
    is_published: bool = False


class Definition(Said):
    """A measure, with all its versions, the newest last."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9.]{0,11}$")]
    unit: Unit
    direction: Direction
    # The part of the work that it belongs to: a letter of sections.toml.
    section: str = ""
    inputs: str = ""
    target: str | Said = ""
    source: str
    owner: str
    pair: str = ""
    # Why there is no figure yet: a word of reasons.toml.
    missing: str = ""
    is_individual: bool = False
    can_add_over_time: bool = True
    mapped: tuple[str, ...] = ()
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    vectors: tuple[Vector, ...] = ()

    @property
    def current(self) -> Version:
        return self.versions[-1]

    def version_on(self, day: date) -> tuple[int, Version] | None:
        """Return the version in force on a day and its number; None before the first."""
        found = [pair for pair in enumerate(self.versions, start=1) if pair[1].from_ <= day]
        return found[-1] if found else None

    @cached_property
    def headline(self) -> Measure:
        return self.current.measures[0]

    def target_said(self, language: str) -> str:
        return self.target if isinstance(self.target, str) else self.target.said(language)

    def unit_of(self, measure: Measure) -> tuple[Unit, int]:
        """Return in what a way of counting is told, and with how many decimals."""
        unit = measure.unit or self.unit
        return unit, DECIMALS[unit] if measure.decimals is None else measure.decimals
