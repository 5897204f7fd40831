"""A coach finds whom to listen to on the floor, and the agent sees it on the desk."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from conftest import Browser
from gensvar.channels.voice.actions import setting, watching
from gensvar.channels.voice.models import Call, Watch
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import BRIDGE, Telephone
from gensvar.channels.voice.watched import watches_to_see_to
from gensvar.operations.routing import actions as routing


class Talk(Telephone):
    call: Call


def signed_in(agent):
    browser = Browser()
    browser.force_login(agent)
    return browser


@pytest.fixture
def talk(exempelby, cia, ada):
    """Ada talks with somebody; Cia has a phone of her own."""
    town = Talk(exempelby, lead=cia, at=now() - timedelta(minutes=5))
    town.queue.hours_of, town.queue.offer_seconds = "", 600
    town.queue.save()
    town.seat(ada)
    town.call = town.talking(ada)
    routing.note_seen(ada, screen=ada.name, at=now())
    setting.give_phone(cia, client=exempelby, address="PJSIP/cia", by=None, at=town.at)
    return town


def steers(town):
    for one in watches_to_see_to(BRIDGE):
        watching.see_to_watch(one, at=town.at)


def page_of(town):
    return reverse("floor:listen", args=[town.call.pk])


def test_a_coach_listens_from_the_floor_and_the_agent_sees_it(cia, ada, talk):
    lead, agent = signed_in(cia), signed_in(ada)
    assert page_of(talk) in lead.get(reverse("floor:now")).content.decode()
    asked = lead.get(page_of(talk)).content.decode()
    assert "Lyssna på Ada Lind" in asked
    assert lead.post(page_of(talk), {}).status_code == 422

    assert lead.post(page_of(talk), {"purpose": "coaching"}).status_code == 302

    assert "Cia Berg ska strax lyssna" in agent.get(reverse("desk_call")).content.decode()
    steers(talk)
    watch = Watch.objects.get()
    watching.hear_coach(watch.leg, Heard.UP, at=talk.at)
    assert "Cia Berg lyssnar" in agent.get(reverse("desk_call")).content.decode()
    standing = reverse("floor:listening", args=[talk.call.pk])
    assert "Du lyssnar. Ingen hör dig." in lead.get(standing).content.decode()

    lead.post(reverse("floor:listen_act", args=[talk.call.pk, "whisper"]))
    steers(talk)
    assert "och viskar bara till dig" in agent.get(reverse("desk_call")).content.decode()
    lead.post(reverse("floor:listen_act", args=[talk.call.pk, "stop"]))
    steers(talk)
    assert "Cia Berg" not in agent.get(reverse("desk_call")).content.decode()
    assert "Du är inte längre med i samtalet." in lead.get(standing).content.decode()
    story = agent.get(reverse("desk_one_call", args=[talk.call.pk])).content.decode()
    assert "lyssnade, viskade" in story


def test_nobody_but_the_nearest_coach_comes_near(cia, ada, bo, hanna, talk):
    for other in (ada, bo, hanna):
        assert signed_in(other).get(page_of(talk)).status_code in {403, 404}
        assert page_of(talk) not in signed_in(other).get(reverse("floor:now")).content.decode()
    ada.manager = None
    ada.save(update_fields=["manager"])
    lead = signed_in(cia)
    assert page_of(talk) not in lead.get(reverse("floor:now")).content.decode()
    assert lead.get(page_of(talk)).status_code == 404
    assert not Watch.objects.exists()


def test_a_refusal_says_why_and_what_was_chosen_stays(cia, talk):
    cia.voice_phone.delete()

    answer = signed_in(cia).post(page_of(talk), {"purpose": "threat"})

    assert answer.status_code == 422
    assert "Du har ingen telefon här." in answer.content.decode()
    assert re.search(r'value="threat"[^>]*\schecked', answer.content.decode())


@pytest.mark.parametrize("event", ["ring", "up", "nonsense", "call-over"])
def test_what_no_coach_may_ask_for_is_not_there(cia, talk, event):
    lead = signed_in(cia)
    lead.post(page_of(talk), {"purpose": "coaching"})

    answer = lead.post(reverse("floor:listen_act", args=[talk.call.pk, event]))

    assert answer.status_code == 404
