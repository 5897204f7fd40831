"""What each type of customer is told about money (FM-07)."""

SEES_PRICE = frozenset({"external-tenant", "company"})
SEES_COST_CENTRE = frozenset({"internal-unit", "internal-tenant"})


def money_shown(customer_type: str) -> str:
    """Return what an order says of money to such a customer: "price", "cost-centre" or nothing."""
    if customer_type in SEES_PRICE:
        return "price"
    return "cost-centre" if customer_type in SEES_COST_CENTRE else ""


def usual_type(kind: str) -> str:
    """Return the type of a customer of whom nobody has said more."""
    return "company" if kind == "organisation" else "citizen"
