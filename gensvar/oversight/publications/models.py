"""What reports are made of, the reports as they were published, and to whom they went."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.oversight.publications.rules import Span, Use

SPAN_NAMES = {
    Span.WEEK: _("Week"),
    Span.MONTH: _("Month"),
    Span.HALF_YEAR: _("Half-year"),
}
USE_NAMES = {
    Use.CITIZENS: _("What citizens think"),
    Use.HISTORY: _("Case history for better service"),
    Use.ACTION: _("Basis for action"),
    Use.GOALS: _("Goal fulfilment"),
    Use.WORK: _("Work distribution"),
    Use.BUSINESS: _("Business development"),
    Use.SUPPORT: _("New IT support and web services"),
}


class Outline(models.Model):
    """What a report of a client is composed of, without code, until somebody changes it."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    span = models.CharField(max_length=10, choices=[(one.value, SPAN_NAMES[one]) for one in Span])
    # Codes of measures and names of tables, each in the order in which they stand.
    measures = models.JSONField(default=list)
    tables = models.JSONField(default=list)
    # What always stands first.
    words = models.TextField(blank=True, max_length=4_000)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "name"], name="one_outline_of_a_name")
        ]


class Remark(models.Model):
    """What somebody wants said in the report about a period; the newest counts."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, related_name="remarks")
    starts_on = models.DateField()
    text = models.TextField(max_length=4_000)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Publication(models.Model):
    """A report about a period as it was published; never changed, only restated."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, related_name="publications")
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    # The first day after the period.
    ends_on = models.DateField()
    # Every figure with its published figure, every table, and what was said, for a page and files.
    content = models.JSONField()
    # SHA-256 over the content.
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # In place of which, and why; nothing: it is the first.
    restates = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="restated_by"
    )
    because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outline", "starts_on"],
                condition=Q(restates=None),
                name="report_published_once",
            ),
            models.CheckConstraint(
                condition=Q(restates=None) ^ ~Q(because=""), name="report_restated_with_reason"
            ),
        ]


class Rendition(models.Model):
    """A publication in a language and form, to the byte, as everybody is given it."""

    class Form(models.TextChoices):
        TEXT = "txt", _("Text")
        PAGE = "html", _("Web page")
        PRINT = "pdf", _("PDF")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="renditions"
    )
    language = models.CharField(max_length=5)
    form = models.CharField(max_length=4, choices=Form)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "language", "form"], name="one_rendition_a_form"
            )
        ]


class Subscription(models.Model):
    """Somebody is sent every report of an outline by mail, from when until when."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, related_name="subscriptions")
    recipient = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outline", "recipient"],
                condition=Q(until=None),
                name="subscribed_once",
            )
        ]


class Delivery(models.Model):
    """A publication left by mail: once by itself, after that because somebody asked."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="deliveries"
    )
    recipient = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    # A plain number: what is told of the mail outlives it.
    outgoing = models.BigIntegerField(unique=True)
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            # The row is the lock: it is written together with its mail.
            models.UniqueConstraint(
                fields=["publication", "recipient"],
                condition=Q(by=None),
                name="delivered_by_itself_once",
            )
        ]
