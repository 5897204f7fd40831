"""Reports as they were sent, to whom and when; what people added to them, and the meetings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Outgoing
from gensvar.oversight.reports.rules import ReportKind

KIND_NAMES = {
    ReportKind.OVERDUE: _("Overdue list"),
    ReportKind.STATISTICS: _("Monthly statistics"),
    ReportKind.AGENDA: _("Agenda"),
}
KINDS = [(kind.value, name) for kind, name in KIND_NAMES.items()]


class Report(models.Model):
    """What one person was sent about one department and one period, to the byte.

    The row is the lock: it is written together with its mail, so each is sent once.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=KINDS)
    department = models.CharField(max_length=120)
    recipient = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    # The first day after the period.
    ends_on = models.DateField()
    made_at = models.DateTimeField()
    subject = models.CharField(max_length=200)
    # The words of the mail, as sent.
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    # The same figures, for a page.
    figures = models.JSONField()
    # How they were counted, and by which calendar.
    edition = models.PositiveSmallIntegerField()
    calendar = models.CharField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "client", "department", "recipient", "starts_on"],
                name="one_report_each_period",
            )
        ]
        indexes = [models.Index(fields=["recipient", "-made_at"], name="reports_by_recipient")]

    @property
    def text(self) -> str:
        return bytes(self.content).decode()


class Sending(models.Model):
    """A report left by mail: the first time by itself, after that because somebody asked."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="sendings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    outgoing = models.OneToOneField(Outgoing, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Comment(models.Model):
    """What somebody wants said in the coming report about a department; the newest counts."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=KINDS)
    department = models.CharField(max_length=120)
    starts_on = models.DateField()
    text = models.TextField(max_length=4_000)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Meeting(models.Model):
    """Customer service and a department, or its management group, meet; and what they decided."""

    class Series(models.TextChoices):
        WEEKLY = "weekly", _("Weekly meeting")
        MANAGEMENT = "management", _("Management group")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=120)
    series = models.CharField(max_length=12, choices=Series)
    planned_on = models.DateField()
    # Empty: not held, or not yet.
    held_at = models.DateTimeField(null=True)
    decisions = models.TextField(blank=True, max_length=8_000)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "department", "series", "planned_on"], name="one_meeting_a_day"
            )
        ]
