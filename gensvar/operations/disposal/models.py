"""What holds a case back from being erased, that one was erased, and the protocols of it."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.models import CaseType


class Hold(models.Model):
    """From this moment a case is not erased, until somebody ends the hold."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="holds", db_index=False)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at=None), name="held_once"
            )
        ]


class Protocol(models.Model):
    """What was erased at one time at one client, to the byte; never changed.

    Confidential cases have a protocol of their own for each access list.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    access = models.ForeignKey(
        AccessList, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    cases = models.PositiveIntegerField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["client", "-at"], name="protocols_by_client")]

    @property
    def text(self) -> str:
        return bytes(self.content).decode()


class Disposed(models.Model):
    """A case was erased, by this decision, since it was closed then; the row is the lock.

    A case that somebody opened again and closed is kept as long once more, and then erased anew.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="disposed", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    case_type = models.ForeignKey(CaseType, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    decision = models.CharField(max_length=120)
    months = models.PositiveIntegerField()
    closed_at = models.DateTimeField()
    at = models.DateTimeField()
    # What is counted by who asked, once nobody knows who it was.
    customer_type = models.CharField(max_length=20, blank=True)
    # The list that it was confidential by; the case itself may have lost it with its customer.
    access = models.ForeignKey(
        AccessList, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    protocol = models.ForeignKey(
        Protocol, null=True, blank=True, on_delete=models.PROTECT, related_name="disposed"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "closed_at"], name="disposed_once")]
        indexes = [
            models.Index(
                fields=["client"],
                name="disposed_untold",
                condition=models.Q(protocol=None),
            )
        ]
