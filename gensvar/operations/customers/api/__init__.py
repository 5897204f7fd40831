"""Customers over the API: the same nouns as on the pages, and the same actions behind them."""

from gensvar.operations.customers.api import care, merging, tables
from gensvar.operations.customers.api.customers import customer_meant, found_customer
from gensvar.operations.customers.api.routes import imports, router
from gensvar.operations.customers.api.schemas import CustomerRef, CustomerShort

ROUTERS = {"/customers": router, "/customer-imports": imports}

__all__ = [
    "ROUTERS",
    "CustomerRef",
    "CustomerShort",
    "care",
    "customer_meant",
    "found_customer",
    "merging",
    "tables",
]
