"""A fault that comes back gets a card, so that somebody finds out why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.workorders.events import CardOpened, CardSettled
from gensvar.operations.workorders.models import OrderSeries, PreventionCard, WorkOrder
from gensvar.operations.workorders.queries.cards import times_of_faults
from gensvar.operations.workorders.rules.repeats import calls_for_card, newest_within


class CardIsSettled(Refused):
    message = _("This card already has its outcome.")


class NoOutcome(Refused):
    message = _("Write what was found out and decided.")
    status = 422


@action
def open_card_if_called_for(order: WorkOrder, *, at: datetime) -> PreventionCard | None:
    """Open a card where this order makes the faults at its place too many, unless one is open.

    Orders of confidential cases count nowhere. After a card is settled the count begins anew.
    """
    if order.place_id is None:
        return None
    # One at a time for each client: two orders at once make one card.
    OrderSeries.objects.select_for_update().filter(client=order.client_id).first()
    place, service = order.place_id, order.service_id
    cards = PreventionCard.objects.filter(place=place, service=service)
    if cards.filter(settled_at=None).exists():
        return None
    since = cards.order_by("-settled_at").values_list("settled_at", flat=True).first()
    times = [made for made in times_of_faults(place, service) if since is None or made > since]
    if not times or not calls_for_card(times):
        return None
    card = PreventionCard.objects.create(
        client_id=order.client_id,
        place_id=place,
        service_id=service,
        first_at=newest_within(times)[0],
        opened_at=at,
    )
    announce(CardOpened(client_id=card.client_id, card_id=card.pk), at=at)
    return card


@action
def settle_card(
    card: PreventionCard, *, outcome: str, words: str, by: Agent, at: datetime
) -> PreventionCard:
    """Say what came of it."""
    card = PreventionCard.objects.select_for_update(no_key=True).get(pk=card.pk)
    if card.settled_at is not None:
        raise CardIsSettled
    if not words.strip():
        raise NoOutcome
    card.outcome, card.words = outcome, words.strip()
    card.settled_at, card.settled_by = at, by
    card.save(update_fields=["outcome", "words", "settled_at", "settled_by"])
    announce(
        CardSettled(client_id=card.client_id, card_id=card.pk, agent_id=by.pk, outcome=outcome),
        at=at,
    )
    return card
