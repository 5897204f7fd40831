"""The append-only record, its seals, and nothing that changes afterwards."""

from typing import Self

from django.db import models


class EventRecordQuerySet(models.QuerySet["EventRecord"]):
    def of_case(self, case_id: int) -> Self:
        """Return what happened to one case, oldest first."""
        return self.filter(case_id=case_id).order_by("id")


class EventRecord(models.Model):
    """One thing that happened: what, when, by whom, to what. Never changed, never removed."""

    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    # References are plain numbers: the record outlives what it speaks of.
    client_id = models.BigIntegerField(null=True)
    agent_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    contact_id = models.BigIntegerField(null=True)
    customer_id = models.BigIntegerField(null=True)
    payload = models.JSONField()

    objects = EventRecordQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["case_id", "id"], name="events_by_case", condition=models.Q(case_id__gt=0)
            ),
            models.Index(fields=["name", "at"], name="events_by_name"),
            models.Index(
                fields=["customer_id"],
                name="events_by_customer",
                condition=models.Q(customer_id__gt=0),
            ),
        ]


class Unsealed(models.Model):
    """A record that no seal covers yet; written with the record, removed by the sealer."""

    record_id = models.BigIntegerField(primary_key=True)


class Seal(models.Model):
    """A link in the chain: the digests of some records, and a hash over them and the link before.

    `digests` holds 32 bytes for each of `record_ids`, in order, so that a changed record is named.
    """

    record_ids = models.JSONField()
    digests = models.BinaryField()
    chain = models.BinaryField()
    at = models.DateTimeField()


class JobFailure(models.Model):
    """How a job failed the last time: the kind of error and where, never its words.

    What an error says may name a person; its kind does not.
    """

    job_id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=120)
    place = models.CharField(max_length=200, blank=True)


class ChainCheck(models.Model):
    """Somebody asked whether the record is whole; what was found once it is done."""

    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    done_at = models.DateTimeField(null=True, blank=True)
    events = models.BigIntegerField(default=0)
    unsealed = models.BigIntegerField(default=0)
    breaks = models.JSONField(default=list)


class RestoreDrill(models.Model):
    """A backup was restored into a place of its own, to know that it can be; what came of it."""

    at = models.DateTimeField()
    backup = models.CharField(max_length=200)
    made_at = models.DateTimeField(null=True, blank=True)
    seconds = models.PositiveIntegerField()
    rows = models.BigIntegerField(default=0)
    faults = models.JSONField(default=list)

    @property
    def is_whole(self) -> bool:
        return not self.faults
