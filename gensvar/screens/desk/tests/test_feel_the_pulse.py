"""How one's own queues stand, in the strip of the desk."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.queries.floor import own_queues


@pytest.fixture
def wait_in(exempelby: Any, ada: Any, cia: Any) -> Any:
    """Give Ada a seat and a queue of her own, beside one that she knows nothing of."""
    at = now()
    actions.give_seat(ada, client=exempelby, capacity={"mail": 2}, by=cia, at=at)
    queues = {}
    for name, channel in (("Gator", "mail"), ("Bygglov", "mail"), ("Växel", "phone")):
        skill = actions.add_skill(exempelby, name=name)
        wish = actions.QueueWish(
            name=name,
            channel=channel,
            goal_seconds=3600,
            steps=[actions.StepWish(0, skill, 2)],
        )
        queues[name] = actions.set_queue(exempelby, wish, by=cia, at=at)
        if name != "Bygglov":
            actions.assess(ada, skill=skill, level=2, by=cia, at=at)

    def waits(name: str, *, minutes: int) -> None:
        since = now() - timedelta(minutes=minutes)
        channel = queues[name].channel
        contact = register_contact(
            exempelby, channel=channel, direction="in", customer=None, at=since
        )
        actions.wait(contact, queue=queues[name], at=since)

    return waits


def test_it_tells_how_many_wait_in_ones_own_queues_and_the_most_pressing(wait_in, as_ada):
    assert "Mina köer: <b>0</b> väntar" in as_ada.get("/skrivbord/").content.decode()
    wait_in("Gator", minutes=30)
    wait_in("Gator", minutes=90)
    wait_in("Bygglov", minutes=600)
    wait_in("Växel", minutes=600)

    page = as_ada.get("/skrivbord/").content.decode()

    assert "Mina köer: <b>2</b> väntar" in page
    assert 'äldst <b class="tone-bad">1 tim</b>' in page
    assert "(mål 1 tim)" in page


def test_what_stands_there_already_is_not_drawn_again(wait_in, as_ada):
    page = as_ada.get("/skrivbord/").content.decode()
    address = page.split('id="own-queues" hx-get="')[1].split('"')[0]
    assert as_ada.get(address).status_code == 204
    wait_in("Gator", minutes=1)

    assert "<b>1</b> väntar" in as_ada.get(address).content.decode()


def test_a_course_that_has_expired_takes_the_queue_away(wait_in, ada, cia):
    at = now()
    assert [one.queue.name for one in own_queues(ada, at=at)] == ["Gator"]
    skill = ada.skills.get(skill__name="Gator").skill
    actions.assess(ada, skill=skill, level=2, until=at, by=cia, at=at)

    assert own_queues(ada, at=at) == []


def test_whoever_takes_no_contacts_has_no_pulse(as_ada):
    assert "own-queues" not in as_ada.get("/skrivbord/").content.decode()
