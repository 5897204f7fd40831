"""Callers choose a language by a key, and who speaks it is asked first (CUS-04)."""

import pytest

from gensvar.channels.voice.actions import menus, pressing
from gensvar.operations.routing.models import Offer


@pytest.fixture
def menu(telephone):
    choice = menus.ChoiceWish("3", "العربية", queue=telephone.queue, language="ar")
    wish = menus.MenuWish("اضغط 3. Tryck 0 eller dröj kvar för en person.", [choice])
    menus.set_menu(telephone.number, wish, by=None, at=telephone.at)


def test_whoever_chooses_arabic_is_offered_to_ada_and_after_a_minute_to_bo(
    telephone, menu, ada, bo
):
    """CUS-04: routed to Ada if free within 60 s, otherwise to Bo, who is offered an interpreter."""
    ada.spoken_languages, bo.spoken_languages = ["sv", "ar"], ["sv"]
    for agent in (ada, bo):
        agent.save()
        telephone.seat(agent)
    first, second = telephone.rings(), telephone.rings(party="070-222 22 22")
    for leg in ("trunk-1", "trunk-2"):
        pressing.press(leg, "3", at=telephone.at)
    telephone.passes(1)
    telephone.hears(telephone.leg(first, "agent"))
    telephone.passes(57)

    assert [one.agent for one in Offer.objects.filter(contact=first.contact)] == [ada]
    assert not Offer.objects.filter(contact=second.contact).exists()
    telephone.passes(4)
    telephone.hears(telephone.leg(second, "agent"))

    assert [one.agent for one in Offer.objects.filter(contact=second.contact)] == [bo]
    assert [one.language for one in (first.contact.cases.get(), second.contact.cases.get())] == [
        "ar",
        "ar",
    ]
