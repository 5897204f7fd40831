"""What routing announces: each touch of a contact with queue and agent, with its seconds."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ContactQueued(Event):
    """A contact began to wait in a queue; with its old arrival when it was handed on."""

    name: ClassVar = "routing.contact-queued"
    contact_id: int
    client_id: int
    queue_id: int
    channel: str
    priority: int
    is_handed_on: bool = False


@dataclass(frozen=True, kw_only=True)
class ContactLeftQueue(Event):
    """Nobody took it: the customer gave up, wants to be called, or was helped elsewhere."""

    name: ClassVar = "routing.contact-left-queue"
    contact_id: int
    client_id: int
    queue_id: int
    outcome: str
    waited_seconds: float


@dataclass(frozen=True, kw_only=True)
class ContactOffered(Event):
    name: ClassVar = "routing.contact-offered"
    offer_id: int
    contact_id: int
    client_id: int
    queue_id: int
    agent_id: int
    waited_seconds: float


@dataclass(frozen=True, kw_only=True)
class OfferAccepted(Event):
    """An agent answers: the wait is over."""

    name: ClassVar = "routing.offer-accepted"
    offer_id: int
    contact_id: int
    client_id: int
    queue_id: int
    agent_id: int
    waited_seconds: float
    offered_seconds: float


@dataclass(frozen=True, kw_only=True)
class OfferDeclined(Event):
    name: ClassVar = "routing.offer-declined"
    offer_id: int
    contact_id: int
    client_id: int
    agent_id: int
    offered_seconds: float


@dataclass(frozen=True, kw_only=True)
class OfferTimedOut(Event):
    """Nobody answered; the agent counts as away until they say that they are ready."""

    name: ClassVar = "routing.offer-timed-out"
    offer_id: int
    contact_id: int
    client_id: int
    agent_id: int
    offered_seconds: float


@dataclass(frozen=True, kw_only=True)
class OfferWithdrawn(Event):
    name: ClassVar = "routing.offer-withdrawn"
    offer_id: int
    contact_id: int
    client_id: int
    agent_id: int
    reason: str
    offered_seconds: float


@dataclass(frozen=True, kw_only=True)
class WrapUpBegun(Event):
    """The conversation is over; what it led to is written down."""

    name: ClassVar = "routing.wrap-up-begun"
    offer_id: int
    contact_id: int
    client_id: int
    agent_id: int
    talked_seconds: float


@dataclass(frozen=True, kw_only=True)
class ContactCompleted(Event):
    """The agent is done with a contact. `is_by_cap`: wrap-up took all the time it may."""

    name: ClassVar = "routing.contact-completed"
    offer_id: int
    contact_id: int
    client_id: int
    queue_id: int
    agent_id: int
    talked_seconds: float
    wrap_up_seconds: float
    is_by_cap: bool


@dataclass(frozen=True, kw_only=True)
class ContactHandedOn(Event):
    name: ClassVar = "routing.contact-handed-on"
    offer_id: int
    contact_id: int
    client_id: int
    agent_id: int
    queue_id: int
    to_queue_id: int
    talked_seconds: float


@dataclass(frozen=True, kw_only=True)
class PresenceChosen(Event):
    """An agent is ready, busy or away; for how long they had been what they were before.

    `counts_as_work`: no time of this kind is told as absence, such as a pause after a heated call.
    """

    name: ClassVar = "routing.presence-chosen"
    agent_id: int
    client_id: int
    status: str
    reason: str
    before: str
    before_reason: str
    seconds: float
    counts_as_work: bool


@dataclass(frozen=True, kw_only=True)
class PresenceLost(Event):
    """The browser of an agent who is ready has not been heard of: nothing is offered to them."""

    name: ClassVar = "routing.presence-lost"
    agent_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class QueueStepBegun(Event):
    """From now on more agents may take a contact."""

    name: ClassVar = "routing.queue-step-begun"
    contact_id: int
    client_id: int
    queue_id: int
    step: int


@dataclass(frozen=True, kw_only=True)
class QueueAlarmRaised(Event):
    """Nobody who is here may take a contact, or it still waits when its goal has passed."""

    name: ClassVar = "routing.queue-alarm-raised"
    contact_id: int
    client_id: int
    queue_id: int
    trouble: str


@dataclass(frozen=True, kw_only=True)
class QueueSet(Event):
    """A queue is new or has other rules."""

    name: ClassVar = "routing.queue-set"
    queue_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class QueueEnded(Event):
    name: ClassVar = "routing.queue-ended"
    queue_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SkillAssessed(Event):
    """Somebody said how well an agent knows something; `agent_id` is whoever said so."""

    name: ClassVar = "routing.skill-assessed"
    client_id: int
    agent_id: int
    of_agent_id: int
    skill_id: int
    level: int
    until: str


@dataclass(frozen=True, kw_only=True)
class SeatSet(Event):
    """An agent takes contacts, so many at once in each channel; `agent_id` is whoever said so."""

    name: ClassVar = "routing.seat-set"
    client_id: int
    agent_id: int
    of_agent_id: int


@dataclass(frozen=True, kw_only=True)
class SeatTaken(Event):
    """An agent takes contacts no more."""

    name: ClassVar = "routing.seat-taken"
    client_id: int
    agent_id: int
    of_agent_id: int


@dataclass(frozen=True, kw_only=True)
class AwayReasonAdded(Event):
    name: ClassVar = "routing.away-reason-added"
    client_id: int
    agent_id: int
    reason_id: int


@dataclass(frozen=True, kw_only=True)
class AwayReasonEnded(Event):
    name: ClassVar = "routing.away-reason-ended"
    client_id: int
    agent_id: int
    reason_id: int
