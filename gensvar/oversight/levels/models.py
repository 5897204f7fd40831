"""Issues on their level, what was decided, and dashboards as they stood at the end of a month."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType


class LevelName(models.TextChoices):
    OPERATIONAL = "operational", _("Operational")
    TACTICAL = "tactical", _("Tactical")
    STRATEGIC = "strategic", _("Strategic")


class Issue(models.Model):
    """Something lifted out of single cases: where, how often, at what cost; never who.

    `level` is a cache of its newest `Lift`.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="issues")
    level = models.CharField(max_length=12, choices=LevelName)
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="issues"
    )
    service = models.ForeignKey(
        ServiceType, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What was counted when it was lifted, from a day to the day after the last.
    starts_on = models.DateField()
    ends_on = models.DateField()
    cases = models.PositiveIntegerField(default=0)
    orders = models.PositiveIntegerField(default=0)
    # In öre; None where no work order tells.
    cost = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "service"],
                condition=Q(closed_at=None, place__isnull=False),
                nulls_distinct=False,
                name="one_open_issue_per_fault",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def last_on(self) -> date:
        """The last day that was counted."""
        return self.ends_on - timedelta(days=1)


class Lift(models.Model):
    """From this moment an issue was on a level, because somebody lifted it there."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="lifts")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=12, choices=LevelName)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issue", "level"], name="lifted_once_to_a_level")
        ]


class Decision(models.Model):
    """What a level decided about an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="decisions")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=12, choices=LevelName)
    words = models.TextField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class WishDecision(models.Model):
    """What the line decided about a wish or a new need."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        LATER = "later", _("Later")

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="wish_decision")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ArchivedBoard(models.Model):
    """A dashboard as it stood for one month, to the byte."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    board = models.CharField(max_length=12)
    starts_on = models.DateField()
    ends_on = models.DateField()
    made_at = models.DateTimeField()
    figures = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "board", "starts_on"], name="one_board_each_month"
            )
        ]
