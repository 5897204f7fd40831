"""What comes after the work: it is told, the customer is asked, and faults are prevented."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders.models.order import WorkOrder


class ReportBack(models.Model):
    """Customer and desk have been told what was done."""

    class Way(models.TextChoices):
        MAIL = "mail", _("By e-mail")
        VOICE = "voice", _("Told by phone or in person")

    order = models.OneToOneField(WorkOrder, on_delete=models.CASCADE, related_name="report")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=8, choices=Way)
    told_customer_at = models.DateTimeField()
    told_desk_at = models.DateTimeField()
    outgoing = models.ForeignKey(
        Outgoing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")


class Survey(models.Model):
    """The customer was asked one question about a finished order, and perhaps answered it.

    Where and by whom it was performed is kept here, as it was when the customer was asked.
    """

    order = models.OneToOneField(WorkOrder, on_delete=models.CASCADE, related_name="survey")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    performer = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    # From 1, bad, to 5, good.
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=1, score__lte=5), name="score_from_1_to_5"
            )
        ]


class PreventionCard(models.Model):
    """The same fault has come so often at a place that somebody must find out why."""

    class Outcome(models.TextChoices):
        REMEDIED = "remedied", _("The cause is remedied")
        PLANNED = "planned", _("Planned for later")
        ACCEPTED = "accepted", _("Accepted as it is")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="prevention_cards")
    service = models.ForeignKey(
        ServiceType, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    words = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "service"],
                condition=Q(settled_at=None),
                nulls_distinct=False,
                name="one_open_card_per_fault",
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.service or '–'}"
