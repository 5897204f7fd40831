"""Chat is turned on where somebody would be offered it, on sites that are sites."""

import pytest
from django.urls import reverse

from gensvar.channels.chat.models import ChatSettings
from gensvar.operations.routing import actions


@pytest.fixture
def queue(exempelby, cia, noon):
    skill = actions.add_skill(exempelby, name="Kundtjänst")
    wish = actions.QueueWish(
        name="Chatt", channel="chat", goal_seconds=60, steps=[actions.StepWish(0, skill)]
    )
    return actions.set_queue(exempelby, wish, by=cia, at=noon)


def address():
    return f"{reverse('setup_chat')}?client=exempelby"


def test_chat_is_turned_on_with_its_sites_and_greeting(page, exempelby, queue):
    page(address()).save(
        is_on="on", sites="https://www.exempelby.se/start\nwww.exempelby.se", greeting="Hej!"
    )

    decided = ChatSettings.objects.get(client=exempelby)
    assert (decided.is_on, decided.sites) == (True, ["https://www.exempelby.se"])
    assert decided.greeting == "Hej!"


def test_without_a_queue_it_cannot_be_turned_on(page, exempelby):
    refused = page(address()).save(is_on="on", sites="")

    assert refused.status_code == 409
    assert not ChatSettings.objects.exists()


@pytest.mark.parametrize("site", ["https://*.se", "javascript:alert(1)", "a b", "https://x;y"])
def test_what_is_no_site_is_refused(page, exempelby, queue, site):
    page(address()).save(is_on="on", sites=site)

    assert not ChatSettings.objects.exists()


def test_the_line_for_the_site_names_the_client(desk, exempelby):
    shown = desk.get(address()).content.decode()

    assert "data-klient=&#34;exempelby&#34;" in shown
