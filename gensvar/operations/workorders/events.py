from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ProcessEvent(Event):
    """What every event of the process of a case carries."""

    name: ClassVar = "workorders.process-event"
    case_id: int
    client_id: int
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class StepTaken(ProcessEvent):
    name: ClassVar = "workorders.step-taken"
    step: str


@dataclass(frozen=True, kw_only=True)
class StepSkipped(ProcessEvent):
    name: ClassVar = "workorders.step-skipped"
    step: str


@dataclass(frozen=True, kw_only=True)
class EstimateGiven(ProcessEvent):
    """Money in öre, hours as they are written."""

    name: ClassVar = "workorders.estimate-given"
    estimate_id: int
    order_id: int | None
    hours: str
    total: int


@dataclass(frozen=True, kw_only=True)
class EstimateApproved(ProcessEvent):
    name: ClassVar = "workorders.estimate-approved"
    estimate_id: int
    approval_id: int
    total: int


@dataclass(frozen=True, kw_only=True)
class EstimateDeclined(ProcessEvent):
    name: ClassVar = "workorders.estimate-declined"
    estimate_id: int
    approval_id: int
    total: int


@dataclass(frozen=True, kw_only=True)
class OrderEvent(ProcessEvent):
    """What every event of a work order carries."""

    name: ClassVar = "workorders.order-event"
    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderMade(OrderEvent):
    name: ClassVar = "workorders.order-made"


@dataclass(frozen=True, kw_only=True)
class OrderChanged(OrderEvent):
    name: ClassVar = "workorders.order-changed"
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OrderMoved(OrderEvent):
    """It was started, paused or cancelled."""

    name: ClassVar = "workorders.order-moved"
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class OrderTimeAdded(OrderEvent):
    name: ClassVar = "workorders.order-time-added"
    hours: str
    cost: int


@dataclass(frozen=True, kw_only=True)
class OrderMaterialAdded(OrderEvent):
    name: ClassVar = "workorders.order-material-added"
    material_id: int
    cost: int


@dataclass(frozen=True, kw_only=True)
class OrderPhotoAdded(OrderEvent):
    name: ClassVar = "workorders.order-photo-added"
    photo_id: int


@dataclass(frozen=True, kw_only=True)
class OrderSignedOff(OrderEvent):
    """It is done; what it cost, in öre."""

    name: ClassVar = "workorders.order-signed-off"
    actual: int


@dataclass(frozen=True, kw_only=True)
class OrderReportedBack(OrderEvent):
    name: ClassVar = "workorders.order-reported-back"
    way: str


@dataclass(frozen=True, kw_only=True)
class OrderRated(OrderEvent):
    name: ClassVar = "workorders.order-rated"
    score: int


@dataclass(frozen=True, kw_only=True)
class ProcessRuled(Event):
    """What a case type asks of the process was changed."""

    name: ClassVar = "workorders.process-ruled"
    client_id: int
    agent_id: int
    case_type_id: int


@dataclass(frozen=True, kw_only=True)
class CardOpened(Event):
    name: ClassVar = "workorders.prevention-card-opened"
    client_id: int
    card_id: int
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class CardSettled(Event):
    name: ClassVar = "workorders.prevention-card-settled"
    client_id: int
    card_id: int
    agent_id: int
    outcome: str
