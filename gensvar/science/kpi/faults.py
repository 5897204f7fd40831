"""What can be wrong with a measure, its goal or its days; told before anything is saved."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    SYNTAX = "syntax"
    TOO_LONG = "too-long"
    NOT_ALLOWED = "not-allowed"
    UNKNOWN_COUNTER = "unknown-counter"
    CYCLE = "cycle"
    DIVISION = "division"
    ONLY_WHOLE = "only-whole"
    KIND = "kind"
    ARGUMENTS = "arguments"
    NO_PAIR = "no-pair"
    THRESHOLD = "threshold"
    TOO_EARLY = "too-early"
    INDIVIDUAL = "individual"
    NOT_AGREED = "not-agreed"
    CLAIM = "claim"
    TAKEN = "taken"
    VERSIONS = "versions"
    EMPTY = "empty"


REASONS: Final[dict[Fault, str]] = {
    Fault.SYNTAX: "This is no formula.",
    Fault.TOO_LONG: "The formula is too long or too deep to be read by people.",
    Fault.NOT_ALLOWED: "A formula adds, takes away, multiplies and divides counters; no more.",
    Fault.UNKNOWN_COUNTER: "Nothing of this name is counted.",
    Fault.CYCLE: "The formula leads back to itself.",
    Fault.DIVISION: "Only the whole formula may be a division, and never by zero: "
    "parts and wholes are added up, shares cannot be.",
    Fault.ONLY_WHOLE: "This is worked out from all the values at once; it cannot be part of more.",
    Fault.KIND: "A list of values stands where one number is due, or the other way round.",
    Fault.ARGUMENTS: "The function is given too little or too much.",
    Fault.NO_PAIR: "A goal needs a paired measure that shows what it costs elsewhere.",
    Fault.THRESHOLD: "Who hangs up shortly must be quicker than the limit for an answer (S < T).",
    Fault.TOO_EARLY: "These days lie before anything was counted.",
    Fault.INDIVIDUAL: "This measure is never a goal for one person.",
    Fault.NOT_AGREED: "This way of counting may be shown, but not agreed on.",
    Fault.CLAIM: "Only what a licence holder has marked may say that the standard requires it.",
    Fault.TAKEN: "There is a measure with this code already.",
    Fault.VERSIONS: "Each version is in force from a later day than the one before.",
    Fault.EMPTY: "This must be said.",
}


@dataclass(frozen=True)
class Problem:
    """What is wrong, and with what: a word of a formula, or a field."""

    fault: Fault
    about: str = ""

    def __str__(self) -> str:
        return f"{self.about}: {REASONS[self.fault]}" if self.about else REASONS[self.fault]


class Unsound(ValueError):
    """A formula, or a registry, that cannot be used as it is."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
