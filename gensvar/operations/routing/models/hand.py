"""What agents have in hand beside what was offered to them, and contacts that were heated."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Contact


class TakenQuerySet(models.QuerySet["Taken"]):
    def live(self) -> Self:
        return self.filter(ended_at=None)


class Taken(models.Model):
    """A case that an agent took by hand; it takes up room as one that was offered would."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="takings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    agent = models.ForeignKey(
        Agent, on_delete=models.PROTECT, related_name="takings", db_index=False
    )
    # In which channel it takes up room.
    channel = models.CharField(max_length=10, choices=Channel)
    taken_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = TakenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None), name="taken_by_one_at_a_time"
            )
        ]
        indexes = [
            models.Index(fields=["agent"], condition=Q(ended_at=None), name="taken_now_by_agent")
        ]


class Heated(models.Model):
    """A contact was threatening, says the agent who had it; nothing is kept of what was said.

    The agent is offered a pause, and whoever leads says that they have heard of it.
    """

    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="heated")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="heated")
    at = models.DateTimeField()
    # How many of the agent's contacts in a row were so, this one included.
    in_a_row = models.PositiveSmallIntegerField()
    # What the agent said to the pause that was offered.
    answered_at = models.DateTimeField(null=True, blank=True)
    has_paused = models.BooleanField(default=False)
    heard_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    heard_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(has_paused=False) | Q(answered_at__isnull=False),
                name="paused_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(heard_at=None) | Q(heard_by__isnull=False),
                name="heard_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["client", "at"], name="heated_by_client")]
