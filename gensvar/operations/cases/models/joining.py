"""How cases belong together: one within another, for as long as somebody wants it so."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case
from gensvar.operations.contacts.models import Contact


class Merge(models.Model):
    """The case is shown within another, and everything new goes there, until it is taken apart.

    Both histories stay where they were written. What the merge changed stands here, so that it
    can be put back.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="merges")
    into = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="merged")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="case_merges")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state_before = models.CharField(max_length=24)
    closed_before = models.DateTimeField(null=True, blank=True)
    # The other case got its customer from this one, or its turn back.
    gave_customer = models.BooleanField(default=False)
    gave_turn = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None), name="merged_into_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(case=F("into")), name="merged_into_another"),
        ]


class MergedContact(models.Model):
    """A contact that the other case has by a merge, and gives back when that ends."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="brought")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["merge", "contact"], name="brought_once_by_a_merge")
        ]


class Split(models.Model):
    """A contact turned out to be about something else, and became the beginning of a new case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="split_off")
    made = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="split_from")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Relation(models.Model):
    """Two cases have to do with each other; with `child`, the first waits for the other to end."""

    class Kind(models.TextChoices):
        RELATED = "related", _("Has to do with")
        CHILD = "child", _("Part of the work")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="related_from")
    kind = models.CharField(max_length=8, choices=Kind)
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    # Nobody: the second went on from the first by itself, which had been done for too long.
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "other"], condition=Q(ended_at=None), name="related_once"
            ),
            models.UniqueConstraint(
                fields=["other"],
                condition=Q(ended_at=None, kind="child"),
                name="child_of_one_case",
            ),
            models.CheckConstraint(condition=~Q(case=F("other")), name="related_to_another"),
        ]
