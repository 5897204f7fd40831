"""What an action was thought to take and cost, who said yes to it, and what it took and cost.

Money is whole öre, time is decimal hours.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders.models.order import WorkOrder


class Estimate(models.Model):
    """What it is thought to take and cost; a later one is worth more than an earlier."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="estimates")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    # Given before there is an order, it becomes that of the first.
    order = models.ForeignKey(
        WorkOrder, null=True, blank=True, on_delete=models.CASCADE, related_name="estimates"
    )
    hours = models.DecimalField(max_digits=7, decimal_places=2)
    rate = models.BigIntegerField()
    material = models.BigIntegerField()
    total = models.BigIntegerField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Approval(models.Model):
    """Somebody said yes or no to an estimate: who, for which side, how, when."""

    class Side(models.TextChoices):
        CUSTOMER = "customer", _("The customer")
        CLIENT = "client", _("The client")

    class How(models.TextChoices):
        PHONE = "phone", _("By phone")
        MAIL = "mail", _("By e-mail")
        MEETING = "meeting", _("At a meeting")

    estimate = models.ForeignKey(Estimate, on_delete=models.CASCADE, related_name="approvals")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    side = models.CharField(max_length=8, choices=Side)
    who = models.CharField(max_length=120)
    how = models.CharField(max_length=8, choices=How)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class WorkTime(models.Model):
    """So many hours were worked on an order."""

    order = models.ForeignKey(WorkOrder, on_delete=models.CASCADE, related_name="times")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    hours = models.DecimalField(max_digits=7, decimal_places=2)
    cost = models.BigIntegerField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Material(models.Model):
    """Something was used up in an order."""

    order = models.ForeignKey(WorkOrder, on_delete=models.CASCADE, related_name="materials")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    quantity = models.DecimalField(max_digits=9, decimal_places=2)
    price = models.BigIntegerField()
    cost = models.BigIntegerField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
