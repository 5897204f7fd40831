"""What the customer has been promised: who answers, by when, how often there is news."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.duty.rules import How
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models.case import Case
from gensvar.operations.cases.models.hand_over import HandOver
from gensvar.operations.contacts.models import Outgoing


class PromiseQuerySet(models.QuerySet["Promise"]):
    def standing(self) -> Self:
        """Promises that have been neither kept, broken nor replaced."""
        return self.filter(end=None)


class Promise(models.Model):
    """Somebody has said to the customer by when they answer; what became of it is `PromiseEnd`."""

    class Way(models.TextChoices):
        MAIL = "mail", _("By e-mail")
        TEXT = "text", _("By text message")
        RECEIPT = "receipt", _("In the receipt")
        PORTAL = "portal", _("On the page where the case is followed")
        CHAT = "chat", _("In the chat")
        VOICE = "voice", _("Said by an agent")

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="promises", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    hand_over = models.ForeignKey(
        HandOver, null=True, blank=True, on_delete=models.CASCADE, related_name="promises"
    )
    # Who answers; without a group it is the front desk.
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_at = models.DateTimeField()
    # The working days that were counted, and the calendar they were counted by; a day that
    # somebody chose has none.
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    calendar = models.CharField(max_length=64, blank=True)
    update_days = models.PositiveSmallIntegerField(null=True, blank=True)
    # Why it takes longer, and what we do about it: said to the customer.
    reason = models.TextField(blank=True)
    plan = models.TextField(blank=True)
    way = models.CharField(max_length=8, choices=Way)
    # As the customer reads or hears it.
    words = models.TextField()
    told_at = models.DateTimeField(null=True, blank=True)
    outgoing = models.ForeignKey(
        Outgoing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    follows = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PromiseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "-id"], name="promises_by_case"),
            models.Index(fields=["due_at"], name="promises_by_due"),
            models.Index(fields=["client", "due_at"], name="promises_by_client"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(follows=None) | (~Q(reason="") & ~Q(plan="")),
                name="delay_has_reason_and_plan",
            )
        ]

    def __str__(self) -> str:
        return self.words


class PromiseEnd(models.Model):
    """What became of a promise, once and for all (until an answer is taken back)."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("Kept")
        BROKEN = "broken", _("Broken")
        RENEGOTIATED = "renegotiated", _("Given a new time before it was due")
        # Somebody else answers, no later than was promised: the new promise is the one that counts.
        REPLACED = "replaced", _("Taken over by another promise")

    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, related_name="end")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    outcome = models.CharField(max_length=12, choices=Outcome)
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # A broken one: when the customer was answered all the same.
    answered_at = models.DateTimeField(null=True, blank=True)
    # A broken one: those responsible have been asked for a new time, or need not be.
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["at"],
                condition=Q(outcome="broken", asked_at=None),
                name="broken_and_not_asked_about",
            )
        ]


class MissedUpdate(models.Model):
    """Nothing was written to the customer by when there was to be news; the row is the lock.

    It is written together with the mail to the handler, so that is told once for each silence.
    """

    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, related_name="missed_updates", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    # The last word to the customer, else the promise itself: what the working days run from.
    since = models.DateTimeField()
    due_at = models.DateTimeField()
    at = models.DateTimeField()
    # None: the group's own mailbox, or nobody could be told (then there is no mail either).
    agent = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=8, null=True, choices=[(one.value, one.value) for one in How])  # noqa: DJ001
    outgoing = models.OneToOneField(Outgoing, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "since"], name="missed_once_each_silence"),
        ]
