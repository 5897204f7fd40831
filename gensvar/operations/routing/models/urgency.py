"""Who comes first by agreement with a client."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models import Need


class FirstNeedQuerySet(models.QuerySet["FirstNeed"]):
    def now(self) -> Self:
        return self.filter(until=None)


class FirstNeed(models.Model):
    """Customers with this need come first: it is agreed with the client, and where."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="first_needs")
    what = models.CharField(max_length=20, choices=Need.What)
    agreed_in = models.CharField(max_length=200)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = FirstNeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "what"], condition=Q(until=None), name="need_is_first_once"
            )
        ]
