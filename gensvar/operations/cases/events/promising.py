"""What was promised to a customer, and what became of it."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class PromiseMade(CaseEvent):
    """`due_at` is ISO 8601 in UTC, here and below: promise keeping follows from these events."""

    name: ClassVar = "cases.promise-made"
    promise_id: int
    due_at: str
    way: str
    hand_over_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PromiseTold(CaseEvent):
    """The customer has heard or can read it."""

    name: ClassVar = "cases.promise-told"
    promise_id: int
    way: str


@dataclass(frozen=True, kw_only=True)
class PromiseKept(CaseEvent):
    name: ClassVar = "cases.promise-kept"
    promise_id: int
    due_at: str


@dataclass(frozen=True, kw_only=True)
class PromiseBroken(CaseEvent):
    name: ClassVar = "cases.promise-broken"
    promise_id: int
    due_at: str


@dataclass(frozen=True, kw_only=True)
class PromiseRenegotiated(CaseEvent):
    """A new time was given before the old one had passed."""

    name: ClassVar = "cases.promise-renegotiated"
    promise_id: int
    due_at: str
    new_promise_id: int


@dataclass(frozen=True, kw_only=True)
class PromiseReplaced(CaseEvent):
    """Another promise, no later, took its place."""

    name: ClassVar = "cases.promise-replaced"
    promise_id: int
    due_at: str
    new_promise_id: int


@dataclass(frozen=True, kw_only=True)
class PromiseStandsAgain(CaseEvent):
    """The answer that kept it was taken back."""

    name: ClassVar = "cases.promise-stands-again"
    promise_id: int


@dataclass(frozen=True, kw_only=True)
class PromiseAskedAbout(CaseEvent):
    """Those responsible for a broken promise are asked for a new time."""

    name: ClassVar = "cases.promise-asked-about"
    promise_id: int


@dataclass(frozen=True, kw_only=True)
class PromiseUpdateMissed(CaseEvent):
    """Nothing was written to the customer by when there was to be news; the handler is told."""

    name: ClassVar = "cases.promise-update-missed"
    promise_id: int
    since: str
    due_at: str
