"""What the router wants done, and for each offer what it knew when it chose."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from gensvar.science.routing.rows import Contact


class Need(NamedTuple):
    """Who may take a contact: for whom, where, what about, how well, in which language."""

    client: int
    channel: str
    skill: str
    level: int
    language: str


class Chosen(Enum):
    """What there was to choose from: agents for one contact, or contacts for one agent."""

    AGENT = "agent"
    CONTACT = "contact"


class Reason(Enum):
    """Why an offer ended without anybody accepting it."""

    LEFT = "left"
    DECLINED = "declined"
    TIMED_OUT = "timed-out"
    AGENT_BUSY = "agent-busy"
    AGENT_AWAY = "agent-away"
    # The contact or the agent's skills changed meanwhile.
    NO_LONGER_FITS = "no-longer-fits"
    # The agent took a contact that may interrupt such as this one.
    INTERRUPTED = "interrupted"
    # It was answered when it was no longer open.
    TOO_LATE = "too-late"


class Trouble(Enum):
    """What somebody should know of."""

    # Nobody who is here may take a contact.
    NOBODY = "nobody"
    # A contact still waits when its goal has passed.
    LATE = "late"
    # An agent let an offer pass in silence and counts as away.
    UNANSWERED = "unanswered"


class Why(NamedTuple):
    """What an offer was decided on, as it was at that moment.

    need: what was asked of agents by the step (from 0) at which this one may take it.
    level: what the agent has. idle_since_at: since when they had been ready or without work.
    in_hand: how many contacts the agent had. is_last_agent: it waited for this agent alone.
    """

    chosen: Chosen
    at: float
    contact: Contact
    need: Need
    level: int
    step: int
    idle_since_at: float
    in_hand: int
    is_last_agent: bool


class Offer(NamedTuple):
    """Offer a contact to an agent."""

    at: float
    offer: int
    contact: int
    agent: int
    why: Why


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take an offer back; contact and agent are None where it was not open any more."""

    at: float
    offer: int
    contact: int | None
    agent: int | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Requeue:
    """A contact that was offered waits again, in its old place."""

    at: float
    contact: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Overflow:
    """From now on those of a queue's next step may take a contact too; `step` counts from 0."""

    at: float
    contact: int
    queue: int
    step: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """Tell whoever leads the floor."""

    at: float
    trouble: Trouble
    contact: int
    agent: int | None = None


Command = Offer | Withdraw | Requeue | Overflow | Alarm
