"""What happens, as the router is told; `at` is the instant. One that comes late counts as now."""

from dataclasses import dataclass

from gensvar.science.routing.rows import Agent, Contact, Queue


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; due at the router's `next_wake`, harmless at any other time."""

    at: float


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """A queue is new, or has other steps, hours or agreements."""

    at: float
    queue: Queue


@dataclass(frozen=True, slots=True)
class QueueOpened:
    at: float
    queue: int


@dataclass(frozen=True, slots=True)
class QueueClosed:
    """Nothing more is offered from a queue; its contacts keep their places until it opens."""

    at: float
    queue: int


@dataclass(frozen=True, slots=True)
class ContactWaits:
    """A contact waits: a new one, a callback to be tried again, or one that an agent hands on."""

    at: float
    contact: Contact


@dataclass(frozen=True, slots=True)
class ContactChanged:
    """Something about a contact is different: queue, language, priority, when to call back."""

    at: float
    contact: Contact


@dataclass(frozen=True, slots=True)
class ContactLeft:
    """A contact needs nobody any more: the customer hung up, or it was dealt with elsewhere."""

    at: float
    contact: int


@dataclass(frozen=True, slots=True)
class AgentChanged:
    """An agent is new (and away), or has other skills, languages, clients or capacity."""

    at: float
    agent: Agent


@dataclass(frozen=True, slots=True)
class AgentReady:
    at: float
    agent: int


@dataclass(frozen=True, slots=True)
class AgentBusy:
    """An agent is here and takes nothing now: wrap-up, a meeting, a question of a colleague's."""

    at: float
    agent: int


@dataclass(frozen=True, slots=True)
class AgentAway:
    """An agent is not here: on a break, signed out, or their browser is gone."""

    at: float
    agent: int


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    at: float
    offer: int


@dataclass(frozen=True, slots=True)
class OfferDeclined:
    at: float
    offer: int


@dataclass(frozen=True, slots=True)
class OfferTimedOut:
    """Nobody answered an offer: its agent counts as away until they are ready again."""

    at: float
    offer: int


@dataclass(frozen=True, slots=True)
class WorkEnded:
    """An agent is done with a contact; wrap-up is told before, as being busy."""

    at: float
    agent: int
    contact: int


Event = (
    Tick
    | QueueChanged
    | QueueOpened
    | QueueClosed
    | ContactWaits
    | ContactChanged
    | ContactLeft
    | AgentChanged
    | AgentReady
    | AgentBusy
    | AgentAway
    | OfferAccepted
    | OfferDeclined
    | OfferTimedOut
    | WorkEnded
)
