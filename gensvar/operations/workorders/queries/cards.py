"""Faults that come back at a place, and the cards that they gave."""

from datetime import datetime

from gensvar.operations.workorders.models import PreventionCard, WorkOrder, WorkOrderQuerySet


def times_of_faults(place_id: int, service_id: int | None) -> list[datetime]:
    """Return when orders were made for a place and a service; confidential ones count nowhere."""
    return list(_faults(place_id, service_id).values_list("made_at", flat=True))


def orders_of_card(card: PreventionCard) -> WorkOrderQuerySet:
    """Return the orders that a card is about, and those that have come since, until its outcome."""
    rows = _faults(card.place_id, card.service_id).filter(made_at__gte=card.first_at)
    return rows.filter(made_at__lte=card.settled_at) if card.settled_at else rows


def _faults(place_id: int, service_id: int | None) -> WorkOrderQuerySet:
    rows = WorkOrder.objects.filter(place=place_id, case__access=None)
    return rows.filter(service=service_id).exclude(stage="cancelled").order_by("made_at")
