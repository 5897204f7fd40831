"""What keeps a case from those who may not know of it, and what is known of those who ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.models.case import Case
from gensvar.operations.knowledge.models import IdentityLevel


class Confidentiality(models.Model):
    """From this moment the case was confidential by hand, for those on this list."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="confidentialities")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    access = models.ForeignKey(AccessList, on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=200)
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(lifted_at=None), name="confidential_once"
            )
        ]


class Reading(models.Model):
    """Somebody on the list opened a confidential case, and said why."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="readings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    access = models.ForeignKey(AccessList, on_delete=models.PROTECT, related_name="+")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "-at"], name="readings_newest_first")]


class IdentityCheck(models.Model):
    """Who asked about the case was known this surely, in this way; until then nothing was told."""

    class Method(models.TextChoices):
        STATED = "stated", _("Stated details that agree with the case")
        CALLED_BACK = "called-back", _("Called back to the known number")
        CODE = "code", _("A code sent to a known address")
        ID_SHOWN = "id-shown", _("Showed an identity card")
        ELECTRONIC = "electronic", _("Electronic identification")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="identity_checks")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    level = models.PositiveSmallIntegerField(choices=IdentityLevel)
    method = models.CharField(max_length=12, choices=Method)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class IdentityCode(models.Model):
    """A code on its way to a known address; whoever reads it back is reached there."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="identity_codes")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    # A digest: nobody who reads the table learns the code.
    digest = models.CharField(max_length=64)
    asked_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)


class HandIn(models.Model):
    """Words left for the case with a number, whether or not there is one; the writer sees neither.

    A job puts them with the case, so that leaving them takes the same time for every number.
    """

    number = models.CharField(max_length=12)
    text = models.TextField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
