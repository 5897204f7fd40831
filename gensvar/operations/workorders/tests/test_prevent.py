from dataclasses import replace
from datetime import timedelta

import pytest

from gensvar.operations.workorders import actions
from gensvar.operations.workorders.models import PreventionCard
from gensvar.operations.workorders.queries.cards import orders_of_card
from gensvar.operations.workorders.queries.listing import facts_of, in_view, orders_of
from gensvar.operations.workorders.rules.measures import repeat_share


def orders_at(case, wanted, ada, times):
    return [actions.make_order(case, wanted, by=ada, at=at) for at in times]


def days(noon, *after):
    return [noon + timedelta(days=one) for one in after]


def test_three_faults_in_sixty_days_give_a_card(lamp, wanted, norrskolan, light, ada, noon):
    """FM-10's own example."""
    orders = orders_at(lamp, wanted, ada, days(noon, 0, 30, 60))

    card = actions.open_card_if_called_for(orders[-1], at=noon + timedelta(days=60))

    assert card is not None
    assert (card.place, card.service) == (norrskolan, light)
    assert list(orders_of_card(card)) == orders


def test_two_faults_or_three_in_a_longer_time_give_none(lamp, wanted, ada, noon):
    orders = orders_at(lamp, wanted, ada, days(noon, 0, 61, 62))

    assert actions.open_card_if_called_for(orders[-1], at=noon) is None


def test_another_place_or_service_is_another_fault(lamp, wanted, norrskolan, ada, noon):
    orders_at(lamp, wanted, ada, days(noon, 0, 1))
    other = actions.make_order(lamp, replace(wanted, service=None), by=ada, at=noon)

    assert actions.open_card_if_called_for(other, at=noon) is None


def test_a_card_is_opened_once_and_counts_anew_after_its_outcome(lamp, wanted, ada, cia, noon):
    orders = orders_at(lamp, wanted, ada, days(noon, 0, 1, 2))
    card = actions.open_card_if_called_for(orders[-1], at=noon + timedelta(days=2))
    again = actions.open_card_if_called_for(orders[-1], at=noon + timedelta(days=2))
    settled = actions.settle_card(
        card, outcome="remedied", words="Fukt i dosan, bytt.", by=cia, at=noon + timedelta(days=3)
    )
    fourth = orders_at(lamp, wanted, ada, days(noon, 4))[0]

    assert again is None
    assert (settled.outcome, settled.settled_by) == ("remedied", cia)
    assert actions.open_card_if_called_for(fourth, at=noon + timedelta(days=4)) is None
    with pytest.raises(actions.CardIsSettled):
        actions.settle_card(card, outcome="accepted", words="x", by=cia, at=noon)
    assert PreventionCard.objects.count() == 1


def test_the_list_of_repeats_is_what_the_figure_counts(lamp, wanted, ada, noon):
    orders = orders_at(lamp, wanted, ada, days(noon, 0, 90, 181))
    other = replace(wanted, service=None)
    orders += orders_at(lamp, other, ada, days(noon, 1, 2))
    actions.cancel(orders_at(lamp, wanted, ada, days(noon, 91))[0], reason="x", by=ada, at=noon)

    listed = list(in_view(orders_of(), "igen", at=noon))

    assert listed == [orders[1], orders[4]]
    assert repeat_share(facts_of(orders_of())).part == 2


def test_a_confidential_case_counts_in_no_card(lamp, wanted, gator, ada, noon):
    orders = orders_at(lamp, wanted, ada, days(noon, 0, 1, 2))
    from gensvar.foundation.secrecy.models import AccessList

    gator.access = AccessList.objects.create(client=lamp.client, name="Sekretess")
    gator.save()

    assert actions.open_card_if_called_for(orders[-1], at=noon) is None
