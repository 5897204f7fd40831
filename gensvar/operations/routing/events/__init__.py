"""What routing announces: each touch of a contact with queue and agent, with its seconds."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event
from gensvar.operations.routing.events.strain import (
    ContactHeated as ContactHeated,
)
from gensvar.operations.routing.events.strain import (
    HeatHeardOf as HeatHeardOf,
)
from gensvar.operations.routing.events.strain import (
    PauseAnswered as PauseAnswered,
)
from gensvar.operations.routing.events.strain import (
    StrainAnswered as StrainAnswered,
)
from gensvar.operations.routing.events.strain import (
    StrainFound as StrainFound,
)
from gensvar.operations.routing.events.strain import (
    StrainHeardOf as StrainHeardOf,
)
from gensvar.operations.routing.events.strain import (
    StrainSeen as StrainSeen,
)


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
class PrioritiesSet(Event):
    """Which facts make contacts of a queue more or less urgent was changed."""

    name: ClassVar = "routing.priority-rules-set"
    queue_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class HandlingPlanned(Event):
    """How long contacts of a queue should take was changed; 0 seconds: as the past weeks took."""

    name: ClassVar = "routing.handling-planned"
    queue_id: int
    client_id: int
    agent_id: int
    seconds: int


@dataclass(frozen=True, kw_only=True)
class FirstNeedsSet(Event):
    """Which needs let customers come first was changed, as agreed with the client."""

    name: ClassVar = "routing.first-needs-set"
    client_id: int
    agent_id: int
    needs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CaseTakenInHand(Event):
    """An agent took a case by hand: it takes up room in its channel from now on."""

    name: ClassVar = "routing.case-taken-in-hand"
    case_id: int
    client_id: int
    agent_id: int
    channel: str


@dataclass(frozen=True, kw_only=True)
class CaseOutOfHand(Event):
    """A case that was taken by hand takes up no room any more: it was put aside, or is done."""

    name: ClassVar = "routing.case-out-of-hand"
    case_id: int
    client_id: int
    agent_id: int
    seconds: float


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


@dataclass(frozen=True, kw_only=True)
class LeverPulled(Event):
    """Until an instant contacts are offered to more people, or not at all from a queue."""

    name: ClassVar = "routing.lever-pulled"
    client_id: int
    agent_id: int
    lever_id: int
    kind: str
    queue_id: int
    of_agent_ids: list[int]
    ends_at: str


@dataclass(frozen=True, kw_only=True)
class LeverTakenBack(Event):
    name: ClassVar = "routing.lever-taken-back"
    client_id: int
    agent_id: int
    lever_id: int


@dataclass(frozen=True, kw_only=True)
class LeverEnded(Event):
    """The time that was stated for it is over; nobody did anything."""

    name: ClassVar = "routing.lever-ended"
    client_id: int
    lever_id: int


@dataclass(frozen=True, kw_only=True)
class FloorSeen(Event):
    """Somebody looked at who is here and what each of them does just now."""

    name: ClassVar = "routing.floor-seen"
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class DayWithheld(Event):
    """So many contacts of a queue's day were lost or doubled: its figures are not published."""

    name: ClassVar = "routing.day-withheld"
    client_id: int
    queue_id: int
    on: str
    contacts: int


@dataclass(frozen=True, kw_only=True)
class DayReleased(Event):
    """Somebody wrote why a day does not balance, and its figures are published with that."""

    name: ClassVar = "routing.day-released"
    client_id: int
    agent_id: int
    queue_id: int
    on: str
