"""Who may know of a case, who read it, and how surely it is known who asks."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event
from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class MadeConfidential(CaseEvent):
    """Somebody kept the case from everybody who is not on an access list."""

    name: ClassVar = "cases.confidentiality-begun"
    access_id: int


@dataclass(frozen=True, kw_only=True)
class ConfidentialityLifted(CaseEvent):
    """The case is no longer confidential by hand; its subject or customer may still make it so."""

    name: ClassVar = "cases.confidentiality-lifted"


@dataclass(frozen=True, kw_only=True)
class ConfidentialRead(CaseEvent):
    """Somebody on the list opened a confidential case; the reason lies with the reading."""

    name: ClassVar = "cases.reading-noted"
    reading_id: int


@dataclass(frozen=True, kw_only=True)
class RegistrationFinished(CaseEvent):
    """Whoever registered a confidential case is done, and sees it no more."""

    name: ClassVar = "cases.registration-finished"


@dataclass(frozen=True, kw_only=True)
class IdentityCodeSent(CaseEvent):
    """A code went to a known address, to be read back by whoever asks."""

    name: ClassVar = "cases.identity-code-sent"
    code_id: int


@dataclass(frozen=True, kw_only=True)
class IdentityChecked(CaseEvent):
    """It is known this surely who asks about the case."""

    name: ClassVar = "cases.identity-checked"
    check_id: int
    level: int
    method: str


@dataclass(frozen=True, kw_only=True)
class HandedIn(Event):
    """Somebody left words for a case number, whether or not there is such a case."""

    name: ClassVar = "cases.hand-in-left"
    agent_id: int
    hand_in_id: int
