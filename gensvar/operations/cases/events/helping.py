"""Following a case, letting it rest, and what helps whoever writes in it."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event
from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class CaseWatched(CaseEvent):
    name: ClassVar = "cases.case-watched"


@dataclass(frozen=True, kw_only=True)
class CaseUnwatched(CaseEvent):
    name: ClassVar = "cases.case-unwatched"


@dataclass(frozen=True, kw_only=True)
class CaseSnoozed(CaseEvent):
    """The case rests until a moment."""

    name: ClassVar = "cases.case-snoozed"
    snooze_id: int
    until: str


@dataclass(frozen=True, kw_only=True)
class CaseWoken(CaseEvent):
    """The case rests no longer; `why` says what ended its rest."""

    name: ClassVar = "cases.case-woken"
    snooze_id: int
    why: str


@dataclass(frozen=True, kw_only=True)
class CaseAnswerPlanned(CaseEvent):
    """An answer shall leave later; that it has is told by `cases.case-answered`."""

    name: ClassVar = "cases.case-answer-planned"
    contact_id: int
    outgoing_id: int
    leaves_at: str


@dataclass(frozen=True, kw_only=True)
class MacroRan(CaseEvent):
    """Several acts were done in one; each of them is in the record too."""

    name: ClassVar = "cases.macro-ran"
    macro_id: int
    run_id: int


@dataclass(frozen=True, kw_only=True)
class MacroUndone(CaseEvent):
    name: ClassVar = "cases.macro-undone"
    macro_id: int
    run_id: int


@dataclass(frozen=True, kw_only=True)
class CannedTextWritten(Event):
    """Ready words were written, new ones or others in their place."""

    name: ClassVar = "cases.canned-text-written"
    canned_text_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class CannedTextUsed(CaseEvent):
    """Ready words were put into an answer, in the variant that suits the customer."""

    name: ClassVar = "cases.canned-text-used"
    canned_text_id: int
    # Nothing: the client's own.
    language: str
    is_easy: bool


@dataclass(frozen=True, kw_only=True)
class CannedTextRetired(Event):
    name: ClassVar = "cases.canned-text-retired"
    canned_text_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class MacroWritten(Event):
    name: ClassVar = "cases.macro-written"
    macro_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class MacroRetired(Event):
    name: ClassVar = "cases.macro-retired"
    macro_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class CaseNeedAsked(CaseEvent):
    """It was noted what the customer needs to be understood in the case; what, is not told here."""

    name: ClassVar = "cases.case-need-asked"
    case_need_id: int


@dataclass(frozen=True, kw_only=True)
class CaseNeedMet(CaseEvent):
    """It was said whether a need of the customer's in the case could be met."""

    name: ClassVar = "cases.case-need-met"
    case_need_id: int
    met: str


@dataclass(frozen=True, kw_only=True)
class CaseNeedForgotten(CaseEvent):
    """What had been noted of the customer's needs in the case was taken away."""

    name: ClassVar = "cases.case-need-forgotten"


@dataclass(frozen=True, kw_only=True)
class InterpreterBooked(CaseEvent):
    """An interpreter was asked for; which language and when is not told here."""

    name: ClassVar = "cases.interpreter-booking-asked"
    interpreter_booking_id: int


@dataclass(frozen=True, kw_only=True)
class InterpreterBookingMoved(CaseEvent):
    """It was said where the booking of an interpreter stands."""

    name: ClassVar = "cases.interpreter-booking-moved"
    interpreter_booking_id: int
    to: str
