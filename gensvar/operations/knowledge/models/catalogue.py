"""The service catalogue: what people ask about, by department and service area."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.knowledge.rules import ANSWER_DAYS


class ServiceArea(models.Model):
    """A service that a department of the client offers; the upper level of the catalogue."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="service_areas")
    department = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "name"], name="one_area_per_name")]

    def __str__(self) -> str:
        return self.name


class IdentityLevel(models.IntegerChoices):
    """How we know who asks, from not at all to as surely as can be."""

    NONE = 0, _("Anybody may know")
    STATED = 1, _("Stated details that agree with the case")
    REACHED = 2, _("Reached at a known number, or a code sent there")
    ELECTRONIC = 3, _("Electronic identification")


class Subject(models.Model):
    """What a case is about; the lower level of the catalogue, and what statistics count."""

    class Tier(models.IntegerChoices):
        SELF_SERVICE = 1, _("Do it yourself")
        FRONT = 2, pgettext_lazy("who answers", "Customer service")
        DEPARTMENT = 3, _("Department")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="subjects")
    area = models.ForeignKey(ServiceArea, on_delete=models.PROTECT, related_name="subjects")
    # Kept to the letter as imported: "Gator, v" is cut off in its source.
    name = models.CharField(max_length=120)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT)
    # Of cases that are about it; none: the client's default type.
    case_type = models.ForeignKey(
        CaseType,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subjects",
        db_index=False,
    )
    is_public = models.BooleanField(default=True)
    tier = models.PositiveSmallIntegerField(choices=Tier, default=Tier.FRONT)
    # Working days within which a customer is answered, whoever answers.
    answer_days = models.PositiveSmallIntegerField(default=ANSWER_DAYS, db_default=ANSWER_DAYS)
    retired_at = models.DateTimeField(null=True, blank=True)
    # Cases about it are confidential: to those who are not on the list they do not exist.
    access = models.ForeignKey(
        AccessList,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subjects",
        db_index=False,
    )
    # How surely we must know who asks before anything is said of a case.
    identity_level = models.PositiveSmallIntegerField(
        choices=IdentityLevel, default=IdentityLevel.NONE, db_default=IdentityLevel.NONE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "name"], name="one_subject_per_name")
        ]

    def __str__(self) -> str:
        return self.name
