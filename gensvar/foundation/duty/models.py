"""The rota of each group, and when people are away."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.duty.rules import Turn
from gensvar.foundation.people.models import Agent, Group

EVERY_WORKDAY = (0, 1, 2, 3, 4)


def _every_workday() -> list[int]:
    return list(EVERY_WORKDAY)


class Duty(models.Model):
    """Somebody answers for a group on some weekdays, from a day until another.

    Rows are ended, not changed: who was on duty when is evidence.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="duties")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="duties")
    # Monday is 0, as in Python.
    weekdays = models.JSONField(default=_every_workday)
    is_deputy = models.BooleanField(default=False)
    valid_from = models.DateField()
    # The day on which it no longer holds.
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="duty_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["group", "valid_from"], name="duty_by_group")]

    @property
    def turn(self) -> Turn:
        return Turn(
            agent_id=self.agent_id,
            weekdays=frozenset(self.weekdays),
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            is_deputy=self.is_deputy,
        )


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def at(self, at: datetime) -> Self:
        """Absences that have begun and not ended."""
        return self.filter(starts_at__lte=at).filter(Q(ends_at=None) | Q(ends_at__gt=at))

    def to_come(self, *, at: datetime) -> Self:
        """Absences now or later, the nearest first."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at)).order_by("starts_at", "pk")


class Absence(models.Model):
    """Somebody is away from an instant until another; why is nobody's business here."""

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="absences")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    stand_in = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=models.F("starts_at")),
                name="absence_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["agent", "starts_at"], name="absences_by_agent")]
