"""SKE-08: whoever waits chooses by keys when to be called back."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localtime

from gensvar.channels.voice.actions import advancing, pressing
from gensvar.channels.voice.queries import timely
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.rules.times import windows
from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.operations.routing.models import Offer, Waiting

STOCKHOLM = ZoneInfo("Europe/Stockholm")
BRIDGE = "gensvar-test"
DAY = datetime(2026, 4, 29, tzinfo=STOCKHOLM)


def at(hour, minute=0, *, days=0):
    return DAY + timedelta(days=days, hours=hour, minutes=minute)


def presses(telephone, keys):
    for key in keys:
        telephone.orders = pressing.press("trunk-1", key, at=telephone.at)
    return telephone.is_told()


def waits_to_choose(telephone, *, clock=time(10)):
    """Somebody waits at that time of a day on which it is open from 8 to 17, and is asked when."""
    number = telephone.number
    number.callback_after_seconds, number.offers_times = 0, True
    number.save()
    number.queue.hours_of = "phone"
    number.queue.save()
    # Time goes on: it is the day after the one on which all was set up.
    day = localtime(telephone.at).date() + timedelta(days=1)
    telephone.at = datetime.combine(day, clock, tzinfo=STOCKHOLM)
    call = telephone.rings()
    presses(telephone, "11")
    call.refresh_from_db()
    return call


def hours_of(found):
    return [(one.days, one.begins_at.hour, one.ends_at.hour) for one in found]


def test_two_times_of_today_and_two_of_the_next_open_day_are_offered():
    opens = [(0, at(8), at(17)), (2, at(9, days=2), at(15, days=2))]

    assert hours_of(windows(at(9, 30), opens)) == [
        (0, 10, 12),
        (0, 12, 14),
        (2, 9, 11),
        (2, 11, 13),
    ]


@pytest.mark.parametrize(
    ("now", "first"),
    [(at(9, 44), 10), (at(9, 46), 12), (at(13, 45), 14), (at(14), None), (at(16, 59), None)],
)
def test_a_time_has_not_begun_and_ends_before_it_closes(now, first):
    found = windows(now, [(0, at(8), at(17))])

    assert (found[0].begins_at.hour if found else None) == first


def test_only_whole_hours_that_a_sentence_stands_for_are_offered():
    assert hours_of(windows(at(0), [(0, at(0), at(24))])) == [(0, 6, 8), (0, 8, 10)]
    assert hours_of(windows(at(7), [(0, at(8, 20), at(11, 30))])) == [(0, 9, 11)]
    assert windows(at(7), [(0, at(8), at(9))]) == []


def test_a_caller_is_told_the_times_and_chooses_one(telephone, ada):
    call = waits_to_choose(telephone)
    assert call.state == "timing"
    assert telephone.is_told() == ["stop-saying", "ask-time"]
    assert telephone.orders[1].words[:4] == (
        "Tryck 1 så ringer vi när det är din tur.",
        "Tryck 2 för",
        "i dag",
        "mellan 12 och 14.",
    )

    assert presses(telephone, "2") == ["stop-saying", "stop-music", "say-promise"]
    assert telephone.orders[2].words == (
        "Tack. Vi ringer dig",
        "i dag",
        "mellan 12 och 14.",
        "Hej då.",
    )
    call.refresh_from_db()
    assert localtime(call.promised_from, STOCKHOLM).hour == 12
    assert localtime(call.promised_until, STOCKHOLM).hour == 14
    assert Waiting.objects.now().get().not_before == call.promised_from


def test_nobody_is_offered_the_call_before_the_time_that_was_chosen(telephone, ada):
    call = waits_to_choose(telephone)
    presses(telephone, "2")
    telephone.hears("trunk-1", Heard.GONE)
    telephone.seat(ada)
    telephone.passes(60)
    assert not Offer.objects.exists()

    telephone.at = call.began_at.replace(minute=0) + timedelta(hours=2, seconds=1)
    telephone.passes(1)
    assert Offer.objects.get().contact == call.contact


def test_key_1_keeps_the_turn_and_promises_no_time(telephone):
    call = waits_to_choose(telephone)

    assert presses(telephone, "1") == ["stop-saying", "stop-music", "say-promise"]
    call.refresh_from_db()
    assert (call.state, call.promised_from) == ("promised", None)
    assert Waiting.objects.now().get().not_before is None


def test_the_time_is_asked_for_after_another_number_too(telephone):
    call = waits_to_choose(telephone)
    presses(telephone, "*")
    presses(telephone, "120702222222#")
    call.refresh_from_db()

    assert (call.state, call.party) == ("timing", "+46702222222")


def test_a_key_that_stands_for_no_time_asks_once_more(telephone):
    call = waits_to_choose(telephone)

    assert presses(telephone, "9") == ["stop-saying", "ask-time"]
    call.refresh_from_db()
    assert (call.state, call.promised_from) == ("timing", None)


def test_star_and_silence_lead_back_to_the_queue(telephone):
    call = waits_to_choose(telephone)
    assert presses(telephone, "*") == ["stop-saying", "music"]
    presses(telephone, "11")

    telephone.at += timedelta(seconds=51)
    for one, event in timely(BRIDGE, at=telephone.at):
        advancing.advance(one, event, at=telephone.at)
    call.refresh_from_db()
    assert call.state == "queued"


def test_whoever_is_free_answers_somebody_who_is_choosing(telephone, ada):
    call = waits_to_choose(telephone)
    telephone.seat(ada)

    assert telephone.passes(1) == ["stop-saying", "ring-agent"]
    call.refresh_from_db()
    assert (call.state, call.promised_from) == ("ringing", None)


def test_no_time_is_offered_when_it_is_closed(telephone):
    """A day on which it closes at noon, and nothing is open in the week after."""
    OpeningHours.objects.all().delete()
    today = localtime(telephone.at).date() + timedelta(days=1)
    Deviation.objects.create(
        client=telephone.client,
        channel="phone",
        on=today,
        opens=time(8),
        closes=time(12),
        published_at=telephone.at - timedelta(days=1),
    )
    call = waits_to_choose(telephone, clock=time(11))

    # Promised at once: there is nothing to choose.
    assert call.state == "promised"
    assert call.promised_from is None


def test_a_time_that_is_closed_while_it_is_said_is_not_promised(telephone):
    call = waits_to_choose(telephone)
    Deviation.objects.create(
        client=telephone.client,
        channel="phone",
        on=localtime(telephone.at).date(),
        opens=None,
        closes=None,
        reason="Strömavbrott",
        published_at=telephone.at + timedelta(seconds=5),
    )
    telephone.at += timedelta(seconds=10)

    # Asked once more, with what holds now: the two days after this one.
    assert presses(telephone, "2") == ["stop-saying", "ask-time"]
    call.refresh_from_db()
    assert (call.state, call.promised_from) == ("timing", None)
    assert telephone.orders[1].words[2] == "i morgon"
    presses(telephone, "2")
    call.refresh_from_db()
    assert localtime(call.promised_from).date() == localtime(telephone.at).date() + timedelta(1)


def test_a_number_that_offers_no_times_promises_the_turn(telephone):
    telephone.number.callback_after_seconds = 0
    telephone.number.save()
    call = telephone.rings()
    presses(telephone, "11")
    call.refresh_from_db()

    assert (call.state, call.promised_from) == ("promised", None)
