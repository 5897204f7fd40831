"""The process of a case, orders, what they take and cost, and what comes after."""

from gensvar.operations.workorders.models.after import PreventionCard, ReportBack, Survey
from gensvar.operations.workorders.models.cost import Approval, Estimate, Material, WorkTime
from gensvar.operations.workorders.models.order import (
    OrderSeries,
    OrderStage,
    Photo,
    Priority,
    SignOff,
    StageName,
    WorkOrder,
    WorkOrderQuerySet,
)
from gensvar.operations.workorders.models.process import STEP_NAMES, ProcessRule, ProcessStep

__all__ = [
    "STEP_NAMES",
    "Approval",
    "Estimate",
    "Material",
    "OrderSeries",
    "OrderStage",
    "Photo",
    "PreventionCard",
    "Priority",
    "ProcessRule",
    "ProcessStep",
    "ReportBack",
    "SignOff",
    "StageName",
    "Survey",
    "WorkOrder",
    "WorkOrderQuerySet",
    "WorkTime",
]
