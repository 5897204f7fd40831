"""What happens now: who waits, what was offered to whom, and what the dispatcher must look at."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.routing.models.queues import Queue


class Outcome(models.TextChoices):
    """Why a contact waits no more."""

    ANSWERED = "answered", _("Answered")
    ABANDONED = "abandoned", _("Abandoned")
    CALLBACK = "callback", _("Wants to be called back")
    OVERFLOW = "overflow", _("Sent elsewhere")
    SETTLED = "settled", _("Dealt with elsewhere")


class WaitingQuerySet(models.QuerySet["Waiting"]):
    def now(self) -> Self:
        return self.filter(left_at=None)


class Waiting(models.Model):
    """A contact's wait in a queue, from when it entered until somebody took it or it left.

    One that is handed on waits anew with the arrival that it had, and so keeps its place.
    """

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="waits")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    # Whose case it becomes when somebody takes the contact; a call begins without one.
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="waits"
    )
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="waits")
    entered_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    goal_seconds = models.FloatField()
    priority = models.SmallIntegerField(default=0)
    language = models.CharField(max_length=5, blank=True)
    is_vulnerable = models.BooleanField(default=False)
    last_agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # A callback is not made before this.
    not_before = models.DateTimeField(null=True, blank=True)
    # What was known of it when it came, by which rules made it urgent.
    facts = models.JSONField(default=dict)
    left_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, blank=True, choices=Outcome)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=Q(left_at=None), name="waits_once"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) ^ ~Q(outcome=""), name="left_with_outcome"
            ),
        ]
        indexes = [models.Index(fields=["queue", "entered_at"], name="waits_by_queue")]


class OfferState(models.TextChoices):
    OFFERED = "offered", _("Offered")
    IN_HAND = "in-hand", _("In hand")
    WRAP_UP = "wrap-up", _("Wrap-up")
    DONE = "done", _("Done")
    HANDED_ON = "handed-on", _("Handed on")
    DECLINED = "declined", pgettext_lazy("offer", "Declined")
    TIMED_OUT = "timed-out", _("Not answered")
    WITHDRAWN = "withdrawn", _("Taken back")


# States in which somebody has the contact, or may have it.
LIVE = (OfferState.OFFERED, OfferState.IN_HAND, OfferState.WRAP_UP)


class OfferQuerySet(models.QuerySet["Offer"]):
    def live(self) -> Self:
        """Offers that are open, and what became of them while it is in hand."""
        return self.filter(ended_at=None)


class Offer(models.Model):
    """A contact offered to an agent, and what they did with it. Only the dispatcher makes them.

    The unique constraints are the lock: nobody gets a contact that somebody has, nor two calls.
    """

    # Numbered by the router that chose.
    id = models.BigIntegerField(primary_key=True)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="offers")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, db_index=False)
    agent = models.ForeignKey(
        Agent, on_delete=models.PROTECT, related_name="offers", db_index=False
    )
    channel = models.CharField(max_length=10, choices=Channel)
    state = models.CharField(max_length=10, choices=OfferState, default=OfferState.OFFERED)
    offered_at = models.DateTimeField()
    # Until when it may be accepted.
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    # When the conversation was over, and until when wrap-up may go on.
    talked_until = models.DateTimeField(null=True, blank=True)
    wrap_up_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # What the router knew when it chose.
    why = models.JSONField(default=dict)
    # Why it was taken back.
    ended_because = models.CharField(max_length=20, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=Q(ended_at=None), name="one_has_a_contact"
            ),
            models.UniqueConstraint(
                fields=["agent"],
                condition=Q(ended_at=None, channel="phone"),
                name="one_call_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=LIVE) ^ Q(ended_at__isnull=False), name="live_until_ended"
            ),
        ]
        indexes = [
            # Live ones, and since when somebody has had nothing.
            models.Index(fields=["agent", "ended_at"], name="offers_by_agent"),
            models.Index(
                fields=["wrap_up_until"], condition=Q(state="wrap-up"), name="offers_in_wrap_up"
            ),
        ]


class Wake(models.Model):
    """The dispatcher must look at something again. Written by triggers, so no act can forget it."""

    about = models.CharField(max_length=7)
    key = models.BigIntegerField()


class Leadership(models.Model):
    """Which dispatcher leads, and when it last said that it does. There is one row."""

    since = models.DateTimeField()
    beat_at = models.DateTimeField()
    rebuilds = models.PositiveIntegerField(default=0)
