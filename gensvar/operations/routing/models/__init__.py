"""Who may take what, who is here, what waits, and what was offered to whom."""

from gensvar.operations.routing.models.agents import (
    REASON_NAMES,
    AgentSkill,
    AwayReason,
    Seat,
    Skill,
    Status,
)
from gensvar.operations.routing.models.live import (
    LIVE,
    Leadership,
    Offer,
    OfferState,
    Outcome,
    Waiting,
    Wake,
)
from gensvar.operations.routing.models.queues import (
    PriorityRule,
    Queue,
    QueueStep,
    QueueSubject,
)

__all__ = [
    "LIVE",
    "REASON_NAMES",
    "AgentSkill",
    "AwayReason",
    "Leadership",
    "Offer",
    "OfferState",
    "Outcome",
    "PriorityRule",
    "Queue",
    "QueueStep",
    "QueueSubject",
    "Seat",
    "Skill",
    "Status",
    "Waiting",
    "Wake",
]
