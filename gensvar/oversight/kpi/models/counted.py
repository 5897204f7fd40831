"""What happened, counted by the database in the same transaction: sums, and never whose.

Each sum is kept of a local day and of a month (`is_month`, under its first day), so that a long
period is not read day by day. Rows are additions: a count is the sum of its rows, so that cases
opened at the same time never wait for each other. Confidential cases are in the sums, and no row
leads back to one. Only triggers write here (see the migrations); a job gathers the rows of a day,
or a month, into one.
"""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.operations.knowledge.models import Subject


class CaseCount(models.Model):
    """So many cases more (or fewer) of this kind were opened on this day, or in this month."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    is_month = models.BooleanField(default=False, db_default=False)
    subject = models.ForeignKey(Subject, null=True, on_delete=models.PROTECT, related_name="+")
    need_type = models.CharField(max_length=12, blank=True)
    cases = models.IntegerField()
    # Of them: ever handed over to a department; closed without ever having been.
    handed_over = models.IntegerField()
    solved_at_front = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["client", "is_month", "day"], name="case_counts_by_span")]


class ContactCount(models.Model):
    """So many contacts more of this kind came, or went, on this day, or in this month."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    is_month = models.BooleanField(default=False, db_default=False)
    channel = models.CharField(max_length=10)
    direction = models.CharField(max_length=3)
    # Whole seconds, upwards, until somebody answered; only of calls, and none for no answer.
    waited_seconds = models.IntegerField(null=True)
    contacts = models.IntegerField()
    # Of them: calls that were answered and are over, and how long those lasted together.
    talks = models.IntegerField()
    talked = models.DurationField()

    class Meta:
        indexes = [
            models.Index(fields=["client", "is_month", "day"], name="contact_counts_by_span")
        ]


class FeedbackTime(models.Model):
    """A hand-over was made, and its first answer to the customer came."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    # Only to find the row again when the answer comes.
    hand_over_id = models.BigIntegerField(unique=True)
    handed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["client", "handed_at"], name="feedback_by_hand_over")]
