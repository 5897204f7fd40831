"""A call from its first ring to its end, and everything that may come in between."""

from datetime import timedelta

import pytest

from gensvar.channels.voice.actions import advancing, asking, beginning, setting
from gensvar.channels.voice.models import Call, PhoneNumber
from gensvar.channels.voice.queries import path_of
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers.actions import recognise
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer, Seat, Waiting


def test_a_call_reaches_an_agent_becomes_a_case_and_tells_its_path(telephone, ada):
    telephone.seat(ada)
    call = telephone.rings()
    assert telephone.is_told() == ["answer", "music"]

    assert telephone.passes(5) == ["ring-agent"]
    order = telephone.orders[0]
    assert (order.address, order.shown) == ("PJSIP/ada", "+46701111111")
    telephone.at += timedelta(seconds=3)
    assert telephone.hears(order.leg) == ["stop-music", "join-caller", "join-agent"]
    telephone.at += timedelta(seconds=90)
    assert telephone.hears("trunk-1", Heard.GONE, cause=16) == ["release-agent", "end-bridge"]

    call.refresh_from_db()
    assert (call.state, call.outcome) == ("ended", "answered")
    path = [(stop.state, stop.seconds) for stop in path_of(call.contact)]
    assert path == [
        ("offered", 0.0),
        ("queued", 5.0),
        ("ringing", 3.0),
        ("talking", 90.0),
        ("ended", 0.0),
    ]
    offer = Offer.objects.get(contact=call.contact_id)
    assert (offer.state, offer.agent) == ("wrap-up", ada)
    case = call.contact.cases.get()
    assert (case.agent, case.channel) == (ada, "phone")
    call.contact.refresh_from_db()
    assert call.contact.answered_at == call.answered_at
    ended = EventRecord.objects.get(name="voice.call-ended").payload
    assert (ended["waited_seconds"], ended["talked_seconds"]) == (8.0, 90.0)


def test_whoever_calls_from_a_known_number_is_known(telephone, exempelby):
    eva = recognise(exempelby, kind="phone", value=telephone_number(), name="Eva", at=telephone.at)
    call = telephone.rings()

    assert call.contact.customer == eva


def telephone_number():
    return "+46701111111"


@pytest.mark.parametrize("party", ["anonymous", "", "9" * 40, "<script>"])
def test_a_hidden_or_impossible_number_is_nobodys(telephone, party):
    call = telephone.rings(party=party)

    assert (call.party, call.contact.customer) == ("", None)


@pytest.mark.parametrize("to", ["0910-99 99 99", "9" * 40, "", "s"])
def test_a_number_that_leads_nowhere_is_refused_and_leaves_nothing(telephone, to):
    with pytest.raises(beginning.UnknownNumber):
        telephone.rings(to=to)

    assert not Call.objects.exists()


def test_a_call_told_of_twice_is_one(telephone):
    telephone.rings()
    again = beginning.begin(
        "trunk-1", to="0910700000", party="", bridge="other", engine_run="1", at=telephone.at
    )

    assert again == []
    assert Call.objects.count() == 1


def test_whoever_gives_up_while_waiting_has_left_the_queue(telephone):
    call = telephone.rings()
    telephone.at += timedelta(seconds=12)
    telephone.hears("trunk-1", Heard.GONE)

    call.refresh_from_db()
    assert call.outcome == "abandoned"
    assert Waiting.objects.get(contact=call.contact_id).outcome == "abandoned"


def test_whoever_gives_up_while_it_rings_stops_the_ringing(telephone, ada):
    telephone.seat(ada)
    call = telephone.rings()
    telephone.passes(1)
    rung = telephone.leg(call, "agent")

    assert telephone.hears("trunk-1", Heard.GONE) == ["release-caller", "release-agent"][1:]
    assert Offer.objects.get(contact=call.contact_id).state == "withdrawn"
    # The phone was lifted in the same moment: it is hung up once more.
    assert telephone.hears(rung) == ["release-agent"]
    assert telephone.hears(rung, Heard.GONE) == []


def test_a_phone_that_nobody_answers_lets_the_call_go_to_the_next(telephone, ada, bo):
    telephone.seat(ada)
    call = telephone.rings()
    telephone.passes(1)
    telephone.seat(bo)

    assert telephone.passes(16) == ["release-agent"]
    assert Seat.objects.get(agent=ada).reason == "no-answer"
    assert telephone.passes(0.1) == ["ring-agent"]
    assert telephone.orders[0].address == "PJSIP/bo"
    call.refresh_from_db()
    assert call.state == "ringing"


def test_a_phone_that_cannot_be_rung_costs_the_caller_nothing(telephone, ada, bo):
    telephone.seat(ada)
    telephone.rings()
    telephone.passes(1)
    rung = telephone.orders[0].leg
    telephone.seat(bo)

    telephone.hears(rung, Heard.GONE)
    assert Seat.objects.get(agent=ada).reason == "no-phone"
    assert telephone.passes(0.1) == ["ring-agent"]
    assert telephone.orders[0].address == "PJSIP/bo"


def test_an_agent_without_a_phone_is_not_waited_for(telephone, ada):
    telephone.seat(ada, has_phone=False)
    call = telephone.rings()

    assert telephone.passes(1) == []
    call.refresh_from_db()
    assert call.state == "queued"
    assert Seat.objects.get(agent=ada).reason == "no-phone"


def test_a_call_pressed_away_goes_to_somebody_else_and_leaves_the_agent_ready(telephone, ada):
    telephone.seat(ada)
    telephone.rings()
    telephone.passes(1)
    telephone.hears(telephone.orders[0].leg, Heard.GONE, cause=17)

    assert Seat.objects.get(agent=ada).status == "ready"
    assert Offer.objects.get().state == "declined"


def test_a_call_accepted_in_the_browser_rings_until_the_phone_is_lifted(telephone, ada):
    telephone.seat(ada)
    call = telephone.rings()
    telephone.passes(1)
    rung = telephone.orders[0].leg
    routing.accept(Offer.objects.get(), by=ada, at=telephone.at)

    assert telephone.passes(1) == []
    assert telephone.hears(rung) == ["stop-music", "join-caller", "join-agent"]
    call.refresh_from_db()
    assert call.state == "talking"
    assert call.contact.cases.count() == 1


def test_a_phone_lifted_too_late_is_hung_up_and_the_caller_waits_on(telephone, ada):
    telephone.seat(ada)
    call = telephone.rings()
    telephone.passes(1)
    rung = telephone.orders[0].leg
    telephone.at += timedelta(seconds=16)

    assert telephone.hears(rung) == ["release-agent"]
    call.refresh_from_db()
    assert call.state == "queued"
    assert Waiting.objects.now().filter(contact=call.contact_id).exists()


def test_when_it_is_closed_callers_are_told_so_and_no_contact_waits(telephone):
    setting.say_at(
        telephone.number,
        occasion="closed",
        words="Vi har stängt.",
        sound="sound:shut",
        by=None,
        at=telephone.at,
    )
    telephone.at += timedelta(hours=8)
    call = telephone.rings()

    assert telephone.is_told() == ["answer", "say-closed"]
    said = telephone.orders[1]
    assert (said.sounds, said.words) == (("sound:shut",), ("Vi har stängt.",))
    orders = advancing.finish_saying(said.saying, at=telephone.at)
    assert [one.command.value for one in orders] == ["release-caller"]
    call.refresh_from_db()
    assert call.outcome == "closed"
    assert not Waiting.objects.exists()


def test_a_message_for_some_days_stands_before_the_greeting_or_closes_the_number(telephone):
    for occasion, words in (("greeting", "Välkommen."), ("deviating", "Vi har få på plats.")):
        setting.say_at(
            telephone.number,
            occasion=occasion,
            words=words,
            by=None,
            at=telephone.at,
            begins_at=telephone.at,
            ends_at=telephone.at + timedelta(days=1),
        )
    telephone.rings()
    assert telephone.orders[1].words == ("Vi har få på plats.", "Välkommen.")

    setting.say_at(
        telephone.number,
        occasion="deviating",
        words="Stängt för utbildning.",
        closes=True,
        by=None,
        at=telephone.at,
        begins_at=telephone.at,
        ends_at=telephone.at + timedelta(hours=1),
    )
    telephone.rings()
    assert telephone.is_told() == ["answer", "say-closed"]
    telephone.at += timedelta(hours=2)
    telephone.rings()
    assert telephone.is_told() == ["answer", "say-greeting"]


def test_a_greeting_cut_off_by_the_caller_says_nothing_more(telephone):
    setting.say_at(
        telephone.number, occasion="greeting", words="Välkommen.", by=None, at=telephone.at
    )
    call = telephone.rings()
    saying = telephone.orders[1].saying
    telephone.hears("trunk-1", Heard.GONE)

    assert advancing.finish_saying(saying, at=telephone.at) == []
    assert advancing.finish_saying("nonsense", at=telephone.at) == []
    call.refresh_from_db()
    assert call.outcome == "abandoned"


def test_the_browser_ends_the_call(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    offer = Offer.objects.get(contact=call.contact_id)
    routing.end_conversation(offer, by=ada, at=telephone.at)

    assert telephone.passes(0.1) == ["release-caller", "release-agent", "end-bridge"]
    call.refresh_from_db()
    assert call.outcome == "answered"


def test_a_phone_that_dies_in_a_talk_gives_the_caller_back_to_the_queue_in_the_old_place(
    telephone, ada, bo
):
    telephone.seat(ada)
    call = telephone.talking(ada)
    telephone.seat(bo)
    arrived = Waiting.objects.get().arrived_at

    told = telephone.hears(telephone.leg(call, "agent"), Heard.DIED, cause=44)
    assert told == ["part-caller", "end-bridge", "music"]
    assert Waiting.objects.now().get().arrived_at == arrived
    assert telephone.passes(0.1) == ["ring-agent"]
    assert telephone.orders[0].address == "PJSIP/bo"


def test_a_call_is_held_consulted_about_and_handed_over(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)

    def asks(event, **given):
        asked = asking.ask(call, event, by=ada, at=telephone.at, **given)
        orders = asking.carry_out(asked.pk, at=telephone.at)
        return [one.command.value for one in orders]

    assert asks(Event.HOLD) == ["part-caller", "music"]
    telephone.at += timedelta(seconds=20)
    assert asks(Event.RESUME) == ["stop-music", "join-caller"]
    with pytest.raises(asking.NobodyToRing):
        asks(Event.CONSULT)
    with pytest.raises(asking.NoReasonToTransfer):
        asks(Event.CONSULT, address="PJSIP/hanna")
    told = asks(Event.CONSULT, address="PJSIP/hanna", why="crisis")
    assert told == ["part-caller", "music", "ring-colleague"]
    assert telephone.hears(telephone.leg(call, "colleague")) == ["join-colleague"]
    assert asks(Event.JOIN) == ["stop-music", "join-caller"]
    assert asks(Event.HAND_OVER) == ["release-agent"]
    assert Offer.objects.get(contact=call.contact_id).state == "wrap-up"
    telephone.hears(telephone.leg(call, "colleague"), Heard.GONE)

    call.refresh_from_db()
    assert call.outcome == "answered"
    ended = EventRecord.objects.get(name="voice.call-ended").payload
    assert ended["held_seconds"] == 20.0
    moves = EventRecord.objects.filter(name="voice.call-moved").order_by("pk")
    told = [(move.payload["state"], move.payload["why"]) for move in moves if move.payload["why"]]
    assert told == [("handed-over", "crisis")], "SKE-04: a transfer says why, and nothing else does"


def test_a_blind_transfer_that_nobody_takes_comes_back_and_then_waits_again(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    asked = asking.ask(
        call, Event.TRANSFER, by=ada, at=telephone.at, address="PJSIP/hanna", why="booked"
    )
    asking.carry_out(asked.pk, at=telephone.at)
    telephone.hears(telephone.leg(call, "agent"), Heard.GONE)

    assert telephone.hears(telephone.leg(call, "colleague"), Heard.GONE) == ["ring-agent"]
    telephone.hears(telephone.leg(call, "agent"), Heard.GONE)
    call.refresh_from_db()
    assert call.state == "queued"
    assert Waiting.objects.now().filter(contact=call.contact_id).exists()


def test_only_whoever_has_the_call_may_ask_anything_of_it(telephone, ada, bo):
    telephone.seat(ada)
    call = telephone.talking(ada)

    with pytest.raises(asking.NotYourCall):
        asking.ask(call, Event.HOLD, by=bo, at=telephone.at)
    with pytest.raises(asking.CallHasMovedOn):
        asking.ask(call, Event.RESUME, by=ada, at=telephone.at)


def test_an_agent_calls_out_on_their_own_phone_first(telephone, ada, exempelby):
    asked = {"case": None, "purpose": "case", "by": ada, "at": telephone.at}
    with pytest.raises(beginning.NoPhone):
        beginning.call_out(exempelby, to="070-222 22 22", **asked)
    telephone.seat(ada)
    with pytest.raises(beginning.NoNumberShown):
        beginning.call_out(exempelby, to="070-222 22 22", **asked)
    PhoneNumber.objects.update(is_shown=True)
    with pytest.raises(beginning.NotANumber):
        beginning.call_out(exempelby, to="hej", **asked)
    call = beginning.call_out(exempelby, to="070-222 22 22", **asked)
    with pytest.raises(beginning.InACall):
        beginning.call_out(exempelby, to="070-222 22 22", **asked)

    first = beginning.first_order(call)
    assert (first.address, first.leg) == ("PJSIP/ada", f"gensvar-{call.pk}-agent-1")
    assert telephone.hears(first.leg) == ["dial-caller"]
    assert telephone.orders[0].address == "+46702222222"
    assert telephone.hears(telephone.orders[0].leg) == ["join-caller", "join-agent"]
    assert telephone.hears(first.leg, Heard.GONE) == ["release-caller", "end-bridge"]
    call.refresh_from_db()
    assert call.outcome == "answered"
