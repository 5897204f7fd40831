"""Who, beside its customer, follows a case: a colleague, a neighbour, a next of kin."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def in_force(self, *, at: datetime) -> Self:
        """Participants whom nobody has ended, and whose time has not run out."""
        return self.filter(ended_at=None, since__lte=at, until__gt=at)


class Participant(models.Model):
    """Somebody may see one case on the portal, and perhaps write in it, until a day."""

    class Kind(models.TextChoices):
        MAIL = "mail", _("E-mail")
        PHONE = "phone", _("Phone")

    class Right(models.TextChoices):
        READ = "read", _("May read")
        REPLY = "reply", _("May read and write")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participants")
    client = models.ForeignKey(Client, db_index=False, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=5, choices=Kind)
    address = models.CharField(max_length=320)
    right = models.CharField(max_length=5, choices=Right)
    since = models.DateTimeField()
    until = models.DateTimeField()
    # Nobody of ours, where the customer did it on the portal.
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # When the code left for them; none while it is still to leave, for the first time or anew.
    told_at = models.DateTimeField(null=True, blank=True)
    # The newest event of the case that they have been told of, or had no need to be.
    told_until = models.BigIntegerField(default=0, db_default=0)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        constraints = [
            # Those of a case that has been disposed of have no address left.
            models.UniqueConstraint(
                fields=["case", "address"],
                condition=Q(ended_at=None) & ~Q(address=""),
                name="participates_once",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="participates_for_a_time"
            ),
        ]

    @property
    def may_write(self) -> bool:
        return self.right == self.Right.REPLY

    @property
    def last_day(self) -> date:
        """The day of which the end is the midnight after."""
        return localdate(self.until - timedelta(seconds=1))

    def is_in_force(self, at: datetime) -> bool:
        return self.ended_at is None and self.since <= at < self.until

    def may_write_at(self, at: datetime) -> bool:
        return self.may_write and self.is_in_force(at)
