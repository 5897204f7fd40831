"""Work orders: what shall be done where and by whom, and how it went."""

from datetime import datetime
from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders.models.process import ProcessRule
from gensvar.operations.workorders.rules.orders import OVER, WorkStage, code


class StageName(models.TextChoices):
    ORDERED = WorkStage.ORDERED.value, _("Ordered")
    STARTED = WorkStage.STARTED.value, _("Under way")
    PAUSED = WorkStage.PAUSED.value, _("Paused")
    DONE = WorkStage.DONE.value, _("Finished")
    CANCELLED = WorkStage.CANCELLED.value, _("Cancelled")


class Priority(models.TextChoices):
    URGENT = "1", _("Urgent")
    HIGH = "2", _("High")
    NORMAL = "3", _("Normal")
    LOW = "4", _("Low")


class OrderSeries(models.Model):
    """The number that a client's newest order has."""

    client = models.OneToOneField(Client, primary_key=True, on_delete=models.CASCADE)
    last = models.PositiveIntegerField(default=0)


class WorkOrderQuerySet(models.QuerySet["WorkOrder"]):
    def open(self) -> Self:
        """Orders that somebody still has to carry out."""
        return self.exclude(stage__in=[one.value for one in OVER])

    def overdue(self, *, at: datetime) -> Self:
        """Open orders that should have been done by now."""
        return self.open().filter(Q(promised_at__lt=at) | Q(promised_at=None, planned_end__lt=at))

    def to_report(self) -> Self:
        """Finished orders that customer and desk have not been told of."""
        return self.filter(stage=WorkStage.DONE, report=None)

    def performed_by(self, agent: Agent) -> Self:
        """Orders that are somebody's own, or their group's and nobody else's."""
        groups = agent.memberships.filter(until=None).values("group")
        return self.filter(Q(agent=agent) | Q(agent=None, group__in=groups))


class WorkOrder(models.Model):
    """Something that a performer does at a place for a case; `stage` is the newest `OrderStage`.

    Nothing in it tells who the customer is but `contact`, which the order may need.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="work_orders")
    number = models.PositiveIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="work_orders")
    rule = models.ForeignKey(
        ProcessRule, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Where, in words that the performer finds by, and which place of the register that is.
    where = models.CharField(max_length=200)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="work_orders"
    )
    service = models.ForeignKey(
        ServiceType, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.TextField()
    # Whom to ask for on the spot, and how; only what the work needs.
    contact = models.CharField(max_length=200, blank=True)
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="work_orders"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="work_orders"
    )
    is_contracted = models.BooleanField(default=False)
    priority = models.CharField(max_length=1, choices=Priority, default=Priority.NORMAL)
    planned_start = models.DateTimeField(null=True, blank=True)
    planned_end = models.DateTimeField(null=True, blank=True)
    planned_hours = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    promised_at = models.DateTimeField(null=True, blank=True)
    # In öre an hour.
    rate = models.BigIntegerField(default=0)
    stage = models.CharField(max_length=10, choices=StageName, default=StageName.ORDERED)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    # Added by `queries.listing.with_costs`; money in öre.
    hours: Decimal | None
    actual: int
    estimated: int | None
    hours_estimated: Decimal | None

    objects = WorkOrderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "number"], name="order_number_once"),
            models.CheckConstraint(
                condition=~Q(agent=None, group=None), name="order_has_performer"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-made_at"], name="orders_by_client"),
            models.Index(fields=["place", "service", "made_at"], name="orders_by_place"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        return code(self.number)

    @property
    def due_at(self) -> datetime | None:
        return self.promised_at or self.planned_end

    @property
    def is_open(self) -> bool:
        return WorkStage(self.stage) not in OVER

    @property
    def performer(self) -> str:
        return self.agent.name if self.agent else self.group.code if self.group else ""


class OrderStage(models.Model):
    """From this moment the order stood so, because somebody made it."""

    order = models.ForeignKey(WorkOrder, on_delete=models.CASCADE, related_name="stages")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=StageName)
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)


class Photo(models.Model):
    """A picture from the place."""

    order = models.ForeignKey(WorkOrder, on_delete=models.CASCADE, related_name="photos")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="order_photos")
    name = models.CharField(max_length=255)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SignOff(models.Model):
    """The performer says, by name, that the work is done."""

    order = models.OneToOneField(WorkOrder, on_delete=models.CASCADE, related_name="sign_off")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
