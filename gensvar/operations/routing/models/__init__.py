"""Who may take what, who is here, what waits, and what was offered to whom."""

from gensvar.operations.routing.models.agents import AgentSkill, Seat, Skill, Status
from gensvar.operations.routing.models.live import (
    LIVE,
    Leadership,
    Offer,
    OfferState,
    Outcome,
    Waiting,
    Wake,
)
from gensvar.operations.routing.models.queues import PriorityRule, Queue, QueueStep

__all__ = [
    "LIVE",
    "AgentSkill",
    "Leadership",
    "Offer",
    "OfferState",
    "Outcome",
    "PriorityRule",
    "Queue",
    "QueueStep",
    "Seat",
    "Skill",
    "Status",
    "Waiting",
    "Wake",
]
