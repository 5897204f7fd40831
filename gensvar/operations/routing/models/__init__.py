"""Who may take what, who is here, what waits, and what was offered to whom."""

from gensvar.operations.routing.models.agents import (
    REASON_NAMES,
    AgentSkill,
    AwayReason,
    Seat,
    Skill,
    Status,
)
from gensvar.operations.routing.models.balance import DayBalance
from gensvar.operations.routing.models.hand import Heated, Taken
from gensvar.operations.routing.models.intake import Intake
from gensvar.operations.routing.models.levers import (
    LEVER_NAMES,
    Forecast,
    Lever,
    LeverAgent,
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
from gensvar.operations.routing.models.plans import HandlingPlan
from gensvar.operations.routing.models.queues import (
    PriorityRule,
    Queue,
    QueueStep,
    QueueSubject,
)
from gensvar.operations.routing.models.strain import Strain, StrainKind
from gensvar.operations.routing.models.urgency import FirstNeed

__all__ = [
    "LEVER_NAMES",
    "LIVE",
    "REASON_NAMES",
    "AgentSkill",
    "AwayReason",
    "DayBalance",
    "FirstNeed",
    "Forecast",
    "HandlingPlan",
    "Heated",
    "Intake",
    "Leadership",
    "Lever",
    "LeverAgent",
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
    "Strain",
    "StrainKind",
    "Taken",
    "Waiting",
    "Wake",
]
