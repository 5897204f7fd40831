"""What happened, told once for counting: facts, the sums of a day, and what was told of it.

All of it comes from the event record and can be written again from there with the same result.
Facts name no agent. Only functions of the database write here (see `migrations/facts.sql`).
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from gensvar.foundation.agreements.models import Client


class Fact(models.Model):
    """Something countable happened; `seconds` is what was measured of it by the elapsed clock."""

    # Plain numbers, as in the record: facts outlive what they speak of.
    record_id = models.BigIntegerField()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=12)
    # What it is about, by the kind: a contact, a case, a hand-over, or else its own record.
    about_id = models.BigIntegerField()
    contact_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    queue_id = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=10, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    # The instant by which it counts, and its local day; of what has a length also when it began.
    at = models.DateTimeField()
    day = models.DateField()
    began_at = models.DateTimeField(null=True)
    seconds = models.FloatField(null=True)
    # Beside them: wrap-up of what was done, hold of a call, talk of a contact from elsewhere.
    more_seconds = models.FloatField(null=True)
    # The same time by the working clock, where both are kept.
    working_seconds = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "about_id"], name="one_fact_of_each")
        ]
        indexes = [
            models.Index(fields=["client", "day"], name="facts_by_day"),
            models.Index(
                fields=["case_id"],
                condition=models.Q(kind__in=["closing", "reopening"]),
                name="closings_by_case",
            ),
            models.Index(
                fields=["record_id"],
                condition=models.Q(kind__in=["closing", "feedback", "chat-reply", "reopening"]),
                name="lasting_facts_by_record",
            ),
            models.Index(
                fields=["case_id", "record_id"],
                condition=models.Q(kind__in=["case", "state", "shut"]),
                name="kpi_states_by_case",
            ),
            models.Index(
                fields=["record_id"],
                condition=models.Q(kind__in=["state", "shut"]),
                name="kpi_states_by_record",
            ),
        ]


class DaySum(models.Model):
    """How much of something a day had, in a queue or (0) whole; `list` holds every value."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    queue = models.BigIntegerField(default=0)
    counter = models.CharField(max_length=24)
    amount = models.DecimalField(max_digits=20, decimal_places=6)
    list = ArrayField(models.FloatField(), null=True)
    # What it came to when the day was told as whole.
    told = models.DecimalField(max_digits=20, decimal_places=6, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "day", "queue", "counter"], name="one_sum_a_day"
            )
        ]


class Day(models.Model):
    """A day of which something is known; whole, and told, since `closed_at`."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    # None: it goes on, or not everything about it has been read.
    closed_at = models.DateTimeField(null=True)
    # When it was told as whole for the first time.
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "day"], name="one_row_a_day")]


class Restatement(models.Model):
    """A day that had been told came to something else: late, or corrected. Never removed."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    counter = models.CharField(max_length=24)
    before = models.DecimalField(max_digits=20, decimal_places=6)
    after = models.DecimalField(max_digits=20, decimal_places=6)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "day"], name="restatements_by_day")]


class Reading(models.Model):
    """How far the record has been read: the one row there is."""

    seal_id = models.BigIntegerField(default=0)
    # When everything had been read; None: never yet, since facts are written (again).
    at = models.DateTimeField(null=True)
