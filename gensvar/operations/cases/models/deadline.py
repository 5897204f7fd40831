"""When an open case is due, and who was told that it was not finished by then."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.duty.rules import How
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.cases.models.hand_over import HandOver
from gensvar.operations.cases.rules import ClockKind
from gensvar.operations.contacts.models import Outgoing


class Deadline(models.Model):
    """When an open case was due when last worked out from its facts: a cache, for lists.

    Nothing is decided by it. `facts` and `digest` say what it was worked out from; where the case
    or its client's calendar says another thing, it is worked out again.
    """

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.CASCADE)
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ClockKind])
    # Empty only in rows of an earlier version, which are worked out again.
    starts_at = models.DateTimeField(null=True)
    # None: the office does not open for two years.
    due_at = models.DateTimeField(null=True)
    facts = models.CharField(max_length=120)
    digest = models.CharField(max_length=16)

    class Meta:
        indexes = [
            models.Index(fields=["due_at", "case"], name="deadlines_in_order"),
            models.Index(fields=["client", "due_at"], name="deadlines_by_client"),
        ]


class Alarm(models.Model):
    """Somebody was told that a department had not finished in time; the row is the lock.

    It is written together with the mail, so each is told once, whatever becomes of the worker.
    """

    class To(models.TextChoices):
        HANDLER = "handler", _("The handler")
        MANAGER = "manager", _("Nearest manager")

    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="alarms")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    to = models.CharField(max_length=8, choices=To)
    # None: the group's own mailbox, or nobody could be told (then there is no mail either).
    agent = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=320, blank=True)
    # Why it went there where it was for somebody else, who was away; the event says who.
    how = models.CharField(max_length=8, null=True, choices=[(one.value, one.value) for one in How])  # noqa: DJ001
    due_at = models.DateTimeField()
    # The calendar that the due time was worked out by.
    digest = models.CharField(max_length=16)
    at = models.DateTimeField()
    outgoing = models.OneToOneField(Outgoing, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_over", "to"], name="one_alarm_each"),
        ]
        indexes = [models.Index(fields=["client", "-at"], name="alarms_by_client")]
