"""Keys, menus and callbacks through a real Asterisk: what is pressed cuts what is said."""

import json
import time

import pytest
from house import House, states

MENU = "0910700002"
LAY = """
from gensvar.channels.voice.actions import menus, setting
from gensvar.channels.voice.models import PhoneNumber
from gensvar.operations.routing.models import Queue
client, at = Client.objects.get(), now()
usual = Queue.objects.get(name="Kundtjänst")
skill = usual.steps.get().skill
lead = Agent.objects.get(email="cia@exempelby.example")
if not Queue.objects.filter(name="Bygglov").exists():
    permits = actions.set_queue(client, actions.QueueWish(
        name="Bygglov", channel="phone", goal_seconds=60, steps=[actions.StepWish(0, skill)],
        offer_seconds=3, wrap_up_seconds=0), by=lead, at=at)
    kept = setting.set_number(client, number="0910700002", queue=usual, by=None, at=at)
    # Said for longer than anybody waits here, so that a key must cut it.
    long = "sound:gensvar/sv/ask-number"
    setting.say_at(kept, occasion="greeting", words="Hej", sound=long, by=None, at=at)
    menus.set_menu(kept, menus.MenuWish("Tryck 1 eller dröj kvar.", [
        menus.ChoiceWish("1", "Bygglov", queue=permits)], sound=long), by=None, at=at)
    PhoneNumber.objects.update(callback_after_seconds=0)
"""
WHERE = """
from gensvar.channels.voice.models import Call
call = Call.objects.order_by("-pk").first()
print(json.dumps([call.waits_in.name, call.party, call.contact.waits.last().left_at is None]))
"""
TIMES = """
from gensvar.channels.voice.models import PhoneNumber
from gensvar.foundation.calendars.models import OpeningHours
PhoneNumber.objects.update(offers_times=True)
for day in range(7):
    OpeningHours.objects.get_or_create(client=Client.objects.get(), channel="phone", weekday=day,
        opens="00:00", closes="23:59")
"""
PROMISED = """
from gensvar.channels.voice.models import Call
call = Call.objects.order_by("-pk").first()
wait = call.contact.waits.get(left_at=None)
print(json.dumps({
    "is_ahead": call.promised_from > now(),
    "seconds": (call.promised_until - call.promised_from).total_seconds(),
    "is_kept_back": wait.not_before == call.promised_from,
    "offers": call.contact.offers.count(),
}))
"""
SETTLE = """
from gensvar.channels.voice.models import Call, PhoneNumber
from gensvar.foundation.calendars.models import OpeningHours
call = Call.objects.order_by("-pk").first()
actions.leave(call.contact, outcome="settled", at=now())
PhoneNumber.objects.update(offers_times=False)
OpeningHours.objects.filter(opens="00:00").delete()
"""


@pytest.fixture
def laid(house: House) -> House:
    house.do(LAY)
    house.ready()
    return house


def test_a_key_cuts_the_greeting_and_leads_to_its_queue(laid: House) -> None:
    caller = laid.calls(MENU)
    laid.until("greeting")
    caller.press("1")

    told = laid.until("queued")
    assert states(told) == ["offered", "greeting", "queued"]
    assert json.loads(laid.do(WHERE))[0] == "Bygglov"
    assert dict(told["path"])["greeting"] < 5
    caller.hang_up()
    assert laid.until("ended")["outcome"] == "abandoned"


def test_nought_in_the_menu_leads_to_a_person(laid: House) -> None:
    caller = laid.calls(MENU)
    laid.until("greeting")
    caller.press("0")

    laid.until("queued")
    assert json.loads(laid.do(WHERE))[0] == "Kundtjänst"
    caller.hang_up()
    laid.until("ended")


def test_a_callback_is_promised_and_made_when_somebody_is_free(laid: House) -> None:
    caller = laid.calls(party="0702222222")
    laid.until("queued")
    caller.press("1")
    laid.until("confirming")
    caller.press("1")
    laid.until("callback")
    assert caller.is_over.wait(10)
    assert json.loads(laid.do(WHERE)) == ["Kundtjänst", "+46702222222", True]
    assert laid.is_silent()

    laid.asterisk.phone("ada", lifts_after=0.2)
    laid.asterisk.trunk(lifts_after=0.2)
    laid.ready("ada")
    laid.wait_for("SELECT count(*) FROM routing_offer WHERE state = 'offered'")
    laid.do("""
from gensvar.operations.routing.models import Offer
offer = Offer.objects.get(state="offered")
actions.accept(offer, by=offer.agent, at=now())
""")
    told = laid.until("talking")
    assert states(told)[-4:] == ["callback", "dialling-agent", "dialling", "talking"]
    laid.do("""
offer = Offer.objects.get(state="in-hand")
actions.end_conversation(offer, by=offer.agent, at=now())
""")
    assert laid.until("ended")["outcome"] == "answered"


def test_a_time_is_chosen_by_keys_and_nobody_is_offered_the_call_before(laid: House) -> None:
    laid.do(TIMES)
    caller = laid.calls(party="0703333333")
    laid.until("queued")
    caller.press("1")
    laid.until("confirming")
    caller.press("1")
    laid.until("timing")
    caller.press("2")
    laid.until("callback")
    assert caller.is_over.wait(20)
    laid.ready("ada")

    # The dispatcher has had its turn several times.
    time.sleep(3)
    told = json.loads(laid.do(PROMISED))
    assert told == {"is_ahead": True, "seconds": 7200, "is_kept_back": True, "offers": 0}
    laid.do(SETTLE)
    assert laid.until("ended")["outcome"] == "settled"
