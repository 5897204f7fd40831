"""Access lists, and who has stood on them when."""

from typing import Self

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group


class AccessList(models.Model):
    """Those who may read the cases that point here; to everybody else these do not exist."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="access_lists")
    name = models.CharField(max_length=80)
    # The one list of the client for customers whose identity is protected.
    is_for_protected = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "name"], name="one_access_list_per_name"),
            models.UniqueConstraint(
                fields=["client"],
                condition=models.Q(is_for_protected=True),
                name="one_access_list_for_protected",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AccessEntryQuerySet(models.QuerySet["AccessEntry"]):
    def current(self) -> Self:
        return self.filter(until=None)


class AccessEntry(models.Model):
    """From this moment a person, or everybody in a group, stood on the list."""

    access = models.ForeignKey(AccessList, on_delete=models.CASCADE, related_name="entries")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")

    objects = AccessEntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agent=None, group__isnull=False)
                | models.Q(agent__isnull=False, group=None),
                name="a_person_or_a_group",
            ),
            models.UniqueConstraint(
                fields=["access", "agent"],
                condition=models.Q(until=None, agent__isnull=False),
                name="a_person_stands_once",
            ),
            models.UniqueConstraint(
                fields=["access", "group"],
                condition=models.Q(until=None, group__isnull=False),
                name="a_group_stands_once",
            ),
        ]
