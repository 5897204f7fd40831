"""Orders, steps and costs as programs read and write them; money is whole öre."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.listing import ListAsked
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Moment
from gensvar.operations.workorders.models import WorkOrder
from gensvar.operations.workorders.rules.money import LARGEST
from gensvar.operations.workorders.rules.orders import WorkStage
from gensvar.operations.workorders.rules.process import Step

Hours = Annotated[Decimal, Field(ge=0, le=10_000, max_digits=7, decimal_places=2)]
Ore = Annotated[int, Field(ge=0, le=LARGEST, description="In öre.")]


class OrderOut(Schema):
    id: int
    number: str = Field(description="Such as A-881.")
    client: str
    place: str | None = Field(description="The code of a place in the register.")
    where: str
    service: str | None
    action: str
    performer: str
    group: str | None
    is_contracted: bool
    priority: Literal["1", "2", "3", "4"] = Field(description="1 is urgent, 4 low.")
    stage: WorkStage
    planned_start: datetime | None
    planned_end: datetime | None
    planned_hours: Decimal | None
    promised_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    made_at: datetime
    hours: Decimal | None
    estimate_ore: int | None
    actual_ore: int

    @staticmethod
    def resolve_number(order: WorkOrder) -> str:
        return order.code

    @staticmethod
    def resolve_client(order: WorkOrder) -> str:
        return order.client.code

    @staticmethod
    def resolve_place(order: WorkOrder) -> str | None:
        return order.place.code if order.place else None

    @staticmethod
    def resolve_service(order: WorkOrder) -> str | None:
        return order.service.name if order.service else None

    @staticmethod
    def resolve_group(order: WorkOrder) -> str | None:
        return order.group.code if order.group else None

    @staticmethod
    def resolve_estimate_ore(order: WorkOrder) -> int | None:
        return order.estimated

    @staticmethod
    def resolve_actual_ore(order: WorkOrder) -> int:
        return order.actual


class OrderPage(Page[OrderOut]):
    pass


class OrdersAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    case: str = Field("", max_length=12, description="A case by its number.")
    place: str = Field("", max_length=40, description="A place by its code.")
    stage: WorkStage | None = None
    is_late: bool | None = Field(None, description="Only those that should be done by now.")


class OrderIn(Body):
    case: str = Field(max_length=20, description="A case by its number.")
    where: str = Field(min_length=1, max_length=200)
    action: str = Field(min_length=1, max_length=4_000)
    place: str = Field("", max_length=40, description="The code of a place.")
    service: str = Field("", max_length=60, description="A service type by name.")
    contact: str = Field("", max_length=200)
    performer: str = Field("", max_length=254, description="Somebody by their mail address.")
    group: str = Field("", max_length=20, description="A group by its code.")
    is_contracted: bool = False
    priority: Literal["1", "2", "3", "4"] = "3"
    planned_start: Moment | None = None
    planned_end: Moment | None = None
    planned_hours: Hours | None = None
    promised_at: Moment | None = None
    rate_ore: Ore = 0


class OrderChange(Body):
    """Only what is sent is changed."""

    where: str | None = Field(None, min_length=1, max_length=200)
    action: str | None = Field(None, min_length=1, max_length=4_000)
    place: str | None = Field(None, max_length=40, description="A code; empty for none.")
    service: str | None = Field(None, max_length=60, description="A name; empty for none.")
    contact: str | None = Field(None, max_length=200)
    performer: str | None = Field(
        None, max_length=254, description="A mail address; empty for nobody by name."
    )
    group: str | None = Field(None, max_length=20, description="A code; empty for none.")
    is_contracted: bool | None = None
    priority: Literal["1", "2", "3", "4"] | None = None
    planned_start: Moment | None = None
    planned_end: Moment | None = None
    planned_hours: Hours | None = None
    promised_at: Moment | None = None
    rate_ore: Ore | None = None


class ReasonIn(Body):
    reason: str = Field("", max_length=200)


class TimeIn(Body):
    hours: Hours


class MaterialIn(Body):
    name: str = Field(min_length=1, max_length=120)
    quantity: Hours = Decimal(1)
    price_ore: Ore


class SignOffIn(Body):
    name: str = Field(min_length=1, max_length=120)
    note: str = Field("", max_length=4_000)


class ReportIn(Body):
    text: str = Field(min_length=1, max_length=4_000)
    way: Literal["mail", "voice"] = "mail"


class StepIn(Body):
    step: Step


class EstimateIn(Body):
    hours: Hours
    rate_ore: Ore
    material_ore: Ore = 0


class ApprovalIn(Body):
    is_yes: bool
    side: Literal["customer", "client"]
    who: str = Field(min_length=1, max_length=120)
    how: Literal["phone", "mail", "meeting"]


class ProcessStepOut(Schema):
    step: Step
    name: str
    state: Literal["done", "skipped", "now", "later"]
    at: datetime | None
    by: str


class ProcessOut(Schema):
    has_process: bool
    steps: list[ProcessStepOut]
    estimate_ore: int | None = Field(description="What the estimates come to.")
    is_approved: bool | None = Field(description="None: nobody has answered.")
    lead_seconds: dict[str, int | None] = Field(description="By phase; none while it goes on.")


class MeasuresAsked(Schema):
    since: Moment | None = Field(None, description="Orders made from then; a year back.")
    until: Moment | None = None


class ShareOut(Schema):
    part: int
    whole: int
    value: float | None = Field(description="0–1; none of nothing.")


class VarianceOut(Schema):
    estimate_ore: int
    actual_ore: int
    orders: int
    value: float | None = Field(description="Such as −0.176; none of nothing.")


class OrderMeasuresOut(Schema):
    K120: VarianceOut
    K121: ShareOut
    K122: ShareOut
    K123: ShareOut
