"""An agent chooses where it rings; a browser's phone has a password while its page is there."""

import json
from datetime import timedelta

import httpx
import pytest

from gensvar.channels.voice.actions import accounts, asking, own_phone
from gensvar.channels.voice.engine.accounts import fields_of
from gensvar.channels.voice.engine.hearing import Hearing
from gensvar.channels.voice.models import Account, Phone
from gensvar.channels.voice.rules.calls import Event
from gensvar.foundation.events.models import EventRecord

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def joined(settings):
    settings.SIP_URL = "wss://telefon.example.org/ws"


@pytest.fixture
def ada_in_browser(telephone, ada):
    telephone.seat(ada, has_phone=False)
    own_phone.choose_phone(ada, kind="browser", at=telephone.at)
    return telephone


def test_a_phone_in_the_browser_is_closed_until_its_page_is_opened(ada_in_browser, ada):
    (closed,) = accounts.accounts_to_write()
    assert closed.ended_at is not None

    opened = own_phone.sign_in(ada, at=ada_in_browser.at)

    (open_now,) = accounts.accounts_to_write()
    assert open_now.ended_at is None
    assert Phone.objects.get().address == f"PJSIP/{opened.account.login}"
    told = EventRecord.objects.filter(name="voice.phone-opened").get()
    assert opened.password not in json.dumps(told.payload)


def test_each_page_gets_a_password_of_its_own(ada_in_browser, ada):
    first = own_phone.sign_in(ada, at=ada_in_browser.at)
    digest = accounts.digest_of(Account.objects.get())
    second = own_phone.sign_in(ada, at=ada_in_browser.at)

    assert first.password != second.password
    assert accounts.digest_of(Account.objects.get()) != digest


def test_a_password_is_good_for_as_long_as_the_page_is_heard_of(ada_in_browser, ada):
    at = ada_in_browser.at
    own_phone.sign_in(ada, at=at)

    assert own_phone.keep_signed_in(ada, at=at + 4 * MINUTE)
    assert own_phone.close_expired(at=at + 8 * MINUTE) == 0
    assert own_phone.close_expired(at=at + 9 * MINUTE) == 1
    assert not own_phone.keep_signed_in(ada, at=at + 10 * MINUTE)
    assert Account.objects.get().ended_at == at + 9 * MINUTE
    assert own_phone.phone_chosen(ada)[0] == "browser"


def test_a_desk_phone_is_good_for_ever_and_shuts_the_browser_out(ada_in_browser, ada):
    at = ada_in_browser.at
    own_phone.sign_in(ada, at=at)
    chosen = own_phone.choose_phone(ada, kind="desk", at=at)

    assert chosen.password
    assert Account.objects.get().expires_at is None
    assert not own_phone.keep_signed_in(ada, at=at)
    with pytest.raises(own_phone.OtherPhoneChosen):
        own_phone.sign_in(ada, at=at)


def test_whoever_takes_no_calls_has_no_phone(telephone, ada):
    with pytest.raises(own_phone.NoSeatForCalls):
        own_phone.choose_phone(ada, kind="desk", at=telephone.at)


def test_without_an_address_for_browsers_none_can_be_chosen(telephone, ada, settings):
    settings.SIP_URL = ""
    telephone.seat(ada)

    with pytest.raises(own_phone.NoPhoneInBrowser):
        own_phone.choose_phone(ada, kind="browser", at=telephone.at)
    assert Phone.objects.get().address == "PJSIP/ada"


def test_nobody_changes_phones_in_a_call(telephone, ada):
    telephone.seat(ada)
    telephone.talking(ada)

    with pytest.raises(accounts.RingsNow):
        own_phone.choose_phone(ada, kind="browser", at=telephone.at)


@pytest.mark.parametrize("event", [None, Event.HOLD])
def test_a_phone_that_is_back_is_rung_in_the_same_call(telephone, ada, event):
    telephone.seat(ada)
    call = telephone.talking(ada)
    first = telephone.leg(call, "agent")
    if event:
        moved(telephone, call, ada, event)

    orders = moved(telephone, call, ada, Event.RING_AGAIN)

    call.refresh_from_db()
    assert (call.state, call.ended_at) == ("returning", None)
    assert orders.index("release-agent") < orders.index("ring-agent")
    assert telephone.leg(call, "agent") != first
    telephone.hears(first, "gone")
    telephone.hears(telephone.leg(call, "agent"))
    call.refresh_from_db()
    assert call.state == "talking"


def moved(telephone, call, agent, event):
    from gensvar.channels.voice.actions import advancing

    asking.ask(call, event, by=agent, at=telephone.at)
    orders = advancing.advance(call.pk, event, at=telephone.at)
    return [order.command.value for order in orders]


def test_a_browser_that_falls_silent_is_given_up_sooner_than_a_desk_phone():
    assert fields_of("a", "b", in_browser=True)["endpoint"]["rtp_timeout"] == "10"
    assert fields_of("a", "b", in_browser=False)["endpoint"]["rtp_timeout"] == "60"


def test_the_telephone_system_forgets_a_page_that_is_gone(
    ada_in_browser, ada, monkeypatch, settings
):
    from gensvar.channels.voice import jobs

    settings.ARI_URL = "http://127.0.0.1:1/ari"
    own_phone.sign_in(ada, at=ada_in_browser.at)
    asked = []

    def hear(request):
        asked.append((request.method, request.url.path.split("/")[-2]))
        return httpx.Response(200, json=[])

    real = httpx.Client
    monkeypatch.setattr(
        httpx,
        "Client",
        lambda **more: real(base_url="http://a/", transport=httpx.MockTransport(hear)),
    )
    jobs.write_accounts(0)

    # NOON is long ago for the job's clock.
    assert asked == [("DELETE", kind) for kind in ("endpoint", "auth", "aor")]
    assert accounts.accounts_to_write() == []


@pytest.mark.parametrize(
    ("told", "heard"),
    [
        # As Asterisk 22 says it: a flag of its own where others say why.
        ({"cause": 1, "soft": True}, "died"),
        ({"cause": 32, "soft": True}, "gone"),
        ({"cause": 16}, "gone"),
        ({"cause": 44}, "died"),
    ],
)
def test_a_line_on_which_there_was_no_sound_has_died_and_was_not_hung_up(told, heard):
    hearing, channel = Hearing(), {"channel": {"id": "gensvar-1-agent-1"}}
    hearing.heard({"type": "ChannelHangupRequest", **channel, **told})

    (signal,) = hearing.heard({"type": "StasisEnd", **channel})

    assert signal.heard.value == heard
