"""Customers, how they are reached, what they need, and who speaks for them."""

from gensvar.operations.customers.models.customer import (
    Address,
    Customer,
    CustomerQuerySet,
    Person,
)
from gensvar.operations.customers.models.importing import Import, ImportedCustomer
from gensvar.operations.customers.models.merging import Merge, NotTheSame
from gensvar.operations.customers.models.needs import Need
from gensvar.operations.customers.models.representatives import Representative

__all__ = [
    "Address",
    "Customer",
    "CustomerQuerySet",
    "Import",
    "ImportedCustomer",
    "Merge",
    "Need",
    "NotTheSame",
    "Person",
    "Representative",
]
