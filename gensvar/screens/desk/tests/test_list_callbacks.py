"""The page of those who wait to be called back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.channels.voice.actions import advancing, steering
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.tests.conftest import BRIDGE, Telephone
from gensvar.channels.voice.tests.test_call_back import wants_callback


@pytest.fixture
def telephone(exempelby, cia):
    made = Telephone(exempelby, lead=cia, at=now())
    made.queue.hours_of = ""
    made.queue.save()
    return made


def test_who_waits_is_listed_with_place_and_what_was_kept(as_ada, telephone):
    assert "Ingen väntar på att bli uppringd" in page(as_ada)
    wants_callback(telephone, 1)

    said = page(as_ada)

    assert "070-174 00 01" in said
    assert "Väntar på sin tur" in said
    assert reverse("desk_callbacks") in as_ada.get(reverse("desk_calls")).content.decode()


def page(browser):
    return browser.get(reverse("desk_callbacks")).content.decode()


def test_a_callback_that_is_not_needed_leaves_the_list(as_ada, telephone):
    call = wants_callback(telephone, 1)
    url = reverse("desk_settle_callback", args=[call.pk])

    said = as_ada.post(url, follow=True).content.decode()
    assert "ska inte ringas upp" in said
    telephone.passes(1)
    assert "Ingen väntar på att bli uppringd" in page(as_ada)
    assert "Ingen väntar på den återuppringningen" in as_ada.post(url, follow=True).content.decode()


def test_a_callback_of_another_client_is_not_there(browser, telephone, representative):
    call = wants_callback(telephone, 1)
    browser.force_login(representative)

    assert browser.post(reverse("desk_settle_callback", args=[call.pk])).status_code in {403, 404}
    call.refresh_from_db()
    assert call.state == "callback"


def test_who_was_cut_off_is_listed_below_and_waits_to_be_called_when_somebody_says_so(
    as_ada, telephone, monkeypatch
):
    telephone.at = now().replace(hour=11)
    monkeypatch.setattr("gensvar.screens.desk.views.callbacks.now", lambda: telephone.at)
    call = telephone.rings(party="070-174 00 09")
    advancing.advance(call.pk, Event.LOST, at=telephone.at)
    telephone.at += timedelta(seconds=5)
    said = page(as_ada)
    assert "Avbrutna" in said
    assert "070-174 00 09" in said
    url = reverse("desk_regain_call", args=[call.pk])

    refused = as_ada.post(url, follow=True).content.decode()
    assert "Telefonsystemet svarar inte just nu" in refused
    steering.beat(BRIDGE, engine="simulated", at=telephone.at)
    said = as_ada.post(url, follow=True).content.decode()

    assert "Avbrutna" not in said
    assert "Väntar på sin tur" in said
