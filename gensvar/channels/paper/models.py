"""What came on paper: the day it was received, its scan, and what became of it."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Contact


class PaperQuerySet(models.QuerySet["Paper"]):
    def to_register(self) -> Self:
        """What lies scanned and is no contact yet; what was received first comes first."""
        return self.filter(contact=None).order_by("received_on", "pk")


class Paper(models.Model):
    """A letter or a fax that reached us, with its scan if it was scanned.

    Without a contact it waits to be registered; with one and no case it became none, with a reason.
    """

    KINDS = ((Channel.LETTER.value, Channel.LETTER.label), (Channel.FAX.value, Channel.FAX.label))

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=KINDS)
    # The day it reached us; every deadline counts from it, whenever it was scanned.
    received_on = models.DateField()
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=255, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    contact = models.OneToOneField(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="paper"
    )
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="papers"
    )
    registered_at = models.DateTimeField(null=True, blank=True)
    registered_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "file"], condition=Q(file__isnull=False), name="scanned_once"
            ),
            models.CheckConstraint(
                condition=Q(contact=None, case=None, registered_at=None)
                | Q(contact__isnull=False, registered_at__isnull=False),
                name="registered_as_contact",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-received_on"], name="papers_by_day"),
            models.Index(
                fields=["client", "received_on"],
                condition=Q(contact=None),
                name="papers_to_register",
            ),
        ]
