"""An agent's phone as a page: the choice, the window of the browser's phone, and what it asks."""

import json

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.channels.voice.actions import own_phone
from gensvar.channels.voice.models import Account, Phone
from gensvar.channels.voice.tests.conftest import Telephone

SERVER = "wss://telefon.example.org/ws"
OWN, WINDOW = "desk_own_phone", "desk_phone"


@pytest.fixture
def telephone(exempelby, cia, ada, settings):
    settings.SIP_URL = SERVER
    made = Telephone(exempelby, lead=cia, at=now())
    made.queue.hours_of, made.queue.offer_seconds = "", 600
    made.queue.save()
    made.seat(ada)
    return made


@pytest.fixture
def in_browser(telephone, ada):
    own_phone.choose_phone(ada, kind="browser", at=telephone.at)
    return telephone


def test_the_browser_is_chosen_and_the_phone_is_then_in_every_page(as_ada, telephone):
    before = as_ada.get(reverse(OWN)).content.decode()
    assert "PJSIP/ada" in before
    assert 'id="phone-link"' not in before

    chosen = as_ada.post(reverse(OWN), {"kind": "browser"}, follow=True).content.decode()

    assert "Du blir uppringd i webbläsaren" in chosen
    assert 'id="phone-link"' in as_ada.get(reverse("desk_cases")).content.decode()


def test_a_desk_phone_gets_a_password_that_is_shown_once(as_ada, telephone, ada):
    shown = as_ada.post(reverse(OWN), {"kind": "desk"})

    password = shown.content.decode().partition('name="secret"')[2].partition('value="')[2]
    password = password.partition('"')[0]
    assert len(password) > 20
    assert "no-store" in shown["Cache-Control"]
    assert password not in as_ada.get(reverse(OWN)).content.decode()
    assert Phone.objects.get().address == f"PJSIP/gensvar-{ada.pk}"


@pytest.mark.parametrize("kind", ["", "fax", "browser\0"])
def test_another_choice_is_refused_in_words(as_ada, telephone, kind):
    answer = as_ada.post(reverse(OWN), {"kind": kind})

    assert answer.status_code == 422
    assert "Välj telefonen på bordet eller den i webbläsaren." in answer.content.decode()
    assert Phone.objects.get().address == "PJSIP/ada"


def test_without_an_address_for_browsers_the_choice_says_why(as_ada, telephone, settings):
    settings.SIP_URL = ""

    assert "GENSVAR_SIP_URL" in as_ada.get(reverse(OWN)).content.decode()
    assert as_ada.post(reverse(OWN), {"kind": "browser"}).status_code == 422


def test_only_the_phones_own_window_may_speak_with_the_telephone_system(as_ada, in_browser):
    window = as_ada.get(reverse(WINDOW))

    assert "connect-src 'self' " in window["Content-Security-Policy"]
    assert SERVER in window["Content-Security-Policy"]
    assert "script-src 'self';" in window["Content-Security-Policy"]
    assert "jssip" in window.content.decode()
    other = as_ada.get(reverse("desk_start"))
    assert SERVER not in other["Content-Security-Policy"]
    assert "jssip" not in other.content.decode()


def test_what_it_signs_in_with_is_in_the_answer_alone_and_nowhere_else(as_ada, in_browser, caplog):
    answer = as_ada.post(reverse("desk_phone_account"))
    given = answer.json()

    account = Account.objects.get()
    assert (given["server"], given["login"]) == (SERVER, account.login)
    assert "no-store" in answer["Cache-Control"]
    assert given["password"] not in caplog.text
    assert given["password"] not in as_ada.get(reverse(WINDOW)).content.decode()
    assert given["password"] not in json.dumps(Account.objects.values().get(), default=str)
    assert not given["is_in_call"]
    assert as_ada.get(reverse("desk_phone_account")).status_code == 405


def test_the_page_is_heard_of_and_one_that_was_shut_out_is_told(as_ada, in_browser, ada):
    here = reverse("desk_phone_here")
    assert as_ada.post(here).status_code == 410
    as_ada.post(reverse("desk_phone_account"))
    assert as_ada.post(here).json() == {"iceServers": []}

    own_phone.choose_phone(ada, kind="desk", at=now())
    assert as_ada.post(here).status_code == 410
    refused = as_ada.post(reverse("desk_phone_account"))
    assert (refused.status_code, refused.json()["message"][:11]) == (409, "Din telefon")


def test_a_call_that_was_lost_is_told_of_and_rung_again(as_ada, telephone, ada):
    assert as_ada.post(reverse("desk_phone_again")).status_code == 410
    call = telephone.talking(ada)
    shown = as_ada.get(reverse("desk_phone_call")).content.decode()
    assert "data-lifts" not in shown
    assert reverse("desk_call_act", args=["hold"]) in shown

    assert as_ada.post(reverse("desk_phone_again")).status_code == 204

    assert [one.event for one in call.asked.all()] == ["ring-again"]


def test_the_phone_lifts_itself_where_the_call_was_answered_at_the_desk(as_ada, telephone, ada):
    call = telephone.rings()
    telephone.passes(1)
    assert "data-lifts" not in as_ada.get(reverse("desk_phone_call")).content.decode()
    call.refresh_from_db()
    as_ada.post(reverse("desk_accept", args=[call.offer_id]))
    telephone.passes(1)

    assert "data-lifts" in as_ada.get(reverse("desk_phone_call")).content.decode()


def test_whoever_takes_no_calls_is_told_so(browser, bo, telephone):
    browser.force_login(bo)

    assert "Du tar inga samtal" in browser.get(reverse(OWN)).content.decode()
    assert browser.post(reverse(OWN), {"kind": "desk"}).status_code == 422
    assert not Account.objects.exists()


def test_a_relay_is_named_with_a_password_that_is_good_for_an_hour(
    as_ada, in_browser, ada, settings, caplog
):
    settings.ICE_URLS = ["stun:stun.example.org", "turn:turn.example.org?transport=udp"]
    settings.TURN_SECRET = "north"

    answer = as_ada.post(reverse("desk_phone_account"))
    stun, turn = answer.json()["iceServers"]
    again = as_ada.post(reverse("desk_phone_here")).json()["iceServers"]

    assert stun == {"urls": ["stun:stun.example.org"]}
    until, _colon, whose = turn["username"].partition(":")
    assert whose == str(ada.pk)
    assert 3_500 < int(until) - now().timestamp() <= 3_600
    assert again[1]["urls"] == ["turn:turn.example.org?transport=udp"]
    assert int(again[1]["username"].partition(":")[0]) >= int(until)
    assert "north" not in answer.content.decode()
    assert turn["credential"] not in caplog.text
