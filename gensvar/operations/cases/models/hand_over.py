"""What a department was asked, and what it did about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models.case import Case
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.rules import ANSWER_DAYS


class HandOver(models.Model):
    """The front desk asked a department's answer group to answer the customer."""

    class Why(models.TextChoices):
        CANNOT = "cannot", _("Customer service cannot answer this")
        SHOULD_NOT = "should-not", _("Customer service should not answer this")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hand_overs")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    from_group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="hand_overs")
    why = models.CharField(max_length=12, choices=Why)
    question = models.TextField()
    # Working days, as agreed for the subject when it was handed over.
    answer_days = models.PositiveSmallIntegerField(default=ANSWER_DAYS, db_default=ANSWER_DAYS)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Feedback(models.Model):
    """The department's handler reached the customer, or tried; or gave the case back."""

    class Outcome(models.TextChoices):
        ANSWERED = "answered", _("The customer got an answer")
        NO_ANSWER = "no-answer", _("Tried, nobody answered")
        RETURNED = "returned", _("Given back to customer service")

    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="feedback")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    outcome = models.CharField(max_length=12, choices=Outcome)
    channel = models.CharField(max_length=10, choices=Channel, blank=True)
    summary = models.TextField()
    # When the customer was reached, or tried; `at` is when it was written down.
    reached_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
