"""Customers that came in a table."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models.customer import Customer


class Import(models.Model):
    """A table of customers was brought in, and perhaps taken out again."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    at = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Of those added, how many something already hung on when it was undone.
    kept = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["client", "-at"], name="customer_imports_by_client")]


class ImportedCustomer(models.Model):
    """This customer came on this line of the table."""

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="customers")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    customer = models.OneToOneField(Customer, on_delete=models.CASCADE, related_name="imported")
    line = models.PositiveIntegerField()
