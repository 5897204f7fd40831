"""What callers choose by keys, are told while they wait, and are promised instead of waiting."""

from datetime import timedelta

import pytest

from gensvar.channels.voice.actions import advancing, menus, pressing, setting
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.queries import due, timely
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer, Waiting

BRIDGE = "gensvar-test"


def presses(telephone, keys, *, leg="trunk-1"):
    for key in keys:
        telephone.orders = pressing.press(leg, key, at=telephone.at)
    return telephone.is_told()


def waits(telephone, seconds):
    """Let time pass in which nobody does anything, and the bridge looks at the clock."""
    telephone.at += timedelta(seconds=seconds)
    telephone.orders = []
    for call, event in timely(BRIDGE, at=telephone.at):
        telephone.orders += advancing.advance(call, event, at=telephone.at)
    return telephone.is_told()


@pytest.fixture
def permits(telephone, cia):
    wish = routing.QueueWish(
        name="Bygglov",
        channel="phone",
        goal_seconds=60,
        steps=[routing.StepWish(0, telephone.skill)],
        hours_of="phone",
    )
    return routing.set_queue(telephone.client, wish, by=cia, at=telephone.at)


@pytest.fixture
def menu(telephone, permits):
    below = menus.MenuWish(
        "Tryck 1 för nytt bygglov. Dröj kvar för en person.",
        [
            menus.ChoiceWish("1", "Nytt", queue=permits),
        ],
    )
    menus.set_menu(
        telephone.number,
        menus.MenuWish(
            "Tryck 1 för bygglov, 2 för mer. Tryck 0 eller dröj kvar för en person.",
            [
                menus.ChoiceWish("1", "Bygglov", queue=permits),
                menus.ChoiceWish("2", "Mer", below=below),
            ],
        ),
        by=None,
        at=telephone.at,
    )


def state(call):
    call.refresh_from_db()
    return call.state


def test_a_key_leads_to_the_queue_that_was_chosen(telephone, menu, permits):
    call = telephone.rings()
    assert telephone.is_told() == ["answer", "say-menu"]

    assert presses(telephone, "1") == ["stop-saying", "music"]
    assert Waiting.objects.get(contact=call.contact_id).queue == permits


def test_a_key_may_lead_to_a_menu_below_and_from_there_to_a_queue(telephone, menu, permits):
    call = telephone.rings()

    assert presses(telephone, "2") == ["stop-saying", "say-menu"]
    assert telephone.orders[1].words == ("Tryck 1 för nytt bygglov. Dröj kvar för en person.",)
    presses(telephone, "1")
    assert Waiting.objects.get(contact=call.contact_id).queue == permits


@pytest.mark.parametrize("keys", ["0", "20"])
def test_nought_leads_to_a_person_everywhere(telephone, menu, keys):
    call = telephone.rings()
    presses(telephone, keys)

    assert Waiting.objects.get(contact=call.contact_id).queue == telephone.queue


def test_whoever_waits_comes_to_a_person(telephone, menu):
    call = telephone.rings()
    advancing.finish_saying(telephone.orders[1].saying, at=telephone.at)
    assert state(call) == "choosing"
    assert waits(telephone, 2) == []

    assert waits(telephone, 3) == ["music"]
    assert Waiting.objects.get(contact=call.contact_id).queue == telephone.queue


def test_keys_that_mean_nothing_say_the_menu_again_and_then_lead_to_a_person(telephone, menu):
    call = telephone.rings()

    assert presses(telephone, "9") == ["stop-saying", "say-menu"]
    presses(telephone, "99")
    assert state(call) == "menu"
    presses(telephone, "9")
    assert state(call) == "queued"


def test_a_key_in_the_greeting_is_as_good_as_in_the_menu(telephone, menu, permits):
    setting.say_at(
        telephone.number, occasion="greeting", words="Välkommen.", by=None, at=telephone.at
    )
    call = telephone.rings()
    assert presses(telephone, "7") == []

    assert presses(telephone, "1") == ["stop-saying", "music"]
    assert Waiting.objects.get(contact=call.contact_id).queue == permits


def test_after_the_greeting_comes_the_menu(telephone, menu):
    setting.say_at(
        telephone.number, occasion="greeting", words="Välkommen.", by=None, at=telephone.at
    )
    telephone.rings()
    orders = advancing.finish_saying(telephone.orders[1].saying, at=telephone.at)

    assert [one.command.value for one in orders] == ["say-menu"]


def test_a_greeting_is_cut_off_by_a_key_where_there_is_no_menu(telephone):
    setting.say_at(
        telephone.number, occasion="greeting", words="Välkommen.", by=None, at=telephone.at
    )
    telephone.rings()

    assert presses(telephone, "5") == ["stop-saying", "music"]


def test_a_disruption_is_told_before_the_greeting(telephone, cia):
    Disruption.objects.create(
        client=telephone.client,
        cause="Vattenläcka",
        area="Storgatan",
        public_text="Vattnet är avstängt på Storgatan.",
        phone_text="Vattnet är avstängt på Storgatan.",
        started_at=telephone.at,
        opened_by=cia,
    )
    telephone.rings()

    assert telephone.is_told() == ["answer", "say-greeting"]
    assert telephone.orders[1].words == ("Vattnet är avstängt på Storgatan.",)
    assert telephone.orders[1].sounds == ("sound:gensvar/sv/disruption",)


def test_whoever_waits_is_told_their_place_which_never_gets_worse(telephone):
    first = telephone.rings()
    telephone.at += timedelta(seconds=1)
    second = telephone.rings()
    assert waits(telephone, 10) == []

    assert waits(telephone, 10) == ["say-place", "say-place"]
    said = {order.call: order.words[0] for order in telephone.orders}
    assert said == {first.pk: "Du är först i kön.", second.pk: "Du är nummer 2 i kön."}
    assert waits(telephone, 30) == []
    Waiting.objects.filter(contact=second.contact_id).update(priority=5)
    assert waits(telephone, 30) == ["say-place", "say-place"]
    said = {order.call: order.words for order in telephone.orders}
    assert said[second.pk][0] == "Du är först i kön."
    # Others have become more urgent: nothing is said about the place.
    assert said[first.pk] == ("Dröj kvar i telefonen, så svarar en person.",)


def test_what_is_said_in_the_queue_stops_when_somebody_is_free(telephone, ada):
    telephone.rings()
    waits(telephone, 20)
    telephone.seat(ada)

    assert telephone.passes(0.1) == ["stop-saying", "ring-agent"]


def offers_callback(telephone, seconds=0):
    telephone.number.callback_after_seconds = seconds
    telephone.number.save()


def test_a_callback_keeps_the_place_and_the_caller_may_confirm_the_number(telephone, ada):
    offers_callback(telephone)
    call = telephone.rings()
    arrived = Waiting.objects.get().arrived_at
    telephone.at += timedelta(seconds=30)
    assert presses(telephone, "1") == ["ask-number"]
    assert presses(telephone, "1") == ["stop-saying", "stop-music", "say-promise"]
    orders = advancing.finish_saying(telephone.orders[-1].saying, at=telephone.at)

    assert [one.command.value for one in orders] == ["release-caller"]
    telephone.hears("trunk-1", Heard.GONE)
    assert (state(call), call.party) == ("callback", "+46701111111")
    assert Waiting.objects.now().get().arrived_at == arrived
    assert EventRecord.objects.filter(name="voice.callback-promised").count() == 1
    # Whoever is free is asked before anybody is dialled, and then their own phone rings first.
    telephone.seat(ada)
    assert telephone.passes(1) == []
    routing.accept(Offer.objects.get(), by=ada, at=telephone.at)
    assert telephone.passes(0.1) == ["ring-agent"]


def test_another_number_is_keyed_in(telephone):
    offers_callback(telephone)
    call = telephone.rings()
    presses(telephone, "1")
    assert presses(telephone, "2") == ["stop-saying", "ask-other-number"]
    # Too short to call: asked once more.
    assert presses(telephone, "12#") == ["stop-saying", "ask-other-number"]
    assert presses(telephone, "0702222222#") == ["stop-saying", "stop-music", "say-promise"]

    assert state(call) == "promised"
    assert (call.party, call.typed) == ("+46702222222", "")


def test_a_hidden_number_is_asked_for(telephone):
    offers_callback(telephone)
    call = telephone.rings(party="anonymous")
    presses(telephone, "1")
    presses(telephone, "1")

    assert state(call) == "dictating"


@pytest.mark.parametrize("keys", ["19", "12*"])
def test_whoever_thinks_better_of_it_waits_on(telephone, keys):
    offers_callback(telephone)
    call = telephone.rings()
    presses(telephone, keys)

    assert state(call) == "queued"
    assert Waiting.objects.now().count() == 1


def test_a_question_that_nobody_answers_leaves_the_caller_in_the_queue(telephone):
    offers_callback(telephone)
    call = telephone.rings()
    presses(telephone, "1")
    waits(telephone, 26)

    assert state(call) == "queued"


def test_somebody_who_is_free_answers_also_whoever_is_asked_something(telephone, ada):
    offers_callback(telephone)
    call = telephone.rings()
    presses(telephone, "1")
    telephone.seat(ada)

    assert telephone.passes(1) == ["stop-saying", "ring-agent"]
    assert state(call) == "ringing"


def test_no_callback_is_offered_where_none_is_set_up(telephone):
    telephone.rings()

    assert presses(telephone, "1") == []


def test_whoever_hangs_up_after_the_promise_is_called_all_the_same(telephone):
    offers_callback(telephone)
    call = telephone.rings()
    presses(telephone, "11")
    telephone.hears("trunk-1", Heard.GONE)

    assert state(call) == "callback"
    assert Waiting.objects.now().count() == 1


def test_whoever_calls_again_before_the_callback_has_their_old_place(telephone):
    offers_callback(telephone)
    first = telephone.rings()
    arrived = Waiting.objects.get().arrived_at
    presses(telephone, "11")
    telephone.hears("trunk-1", Heard.GONE)
    telephone.at += timedelta(minutes=5)
    second = telephone.rings()

    assert Waiting.objects.now().get().contact == second.contact
    assert Waiting.objects.now().get().arrived_at == arrived
    for call, event in due(BRIDGE):
        advancing.advance(call, event, at=telephone.at)
    first.refresh_from_db()
    assert (first.state, first.outcome) == ("ended", "settled")


def test_a_callback_is_offered_before_whoever_came_later_and_who_does_not_answer_waits(
    telephone, ada
):
    """SKE-08: A wants a callback at 10:00:00, B waits from 10:00:10, and one is free at 10:05."""
    offers_callback(telephone)
    early = telephone.rings()
    presses(telephone, "11")
    telephone.hears("trunk-1", Heard.GONE)
    telephone.at += timedelta(seconds=10)
    late = telephone.rings(party="070-333 33 33")
    telephone.at += timedelta(minutes=4, seconds=50)
    telephone.seat(ada)
    telephone.passes(0.1)
    offer = Offer.objects.get()
    assert offer.contact == early.contact

    routing.accept(offer, by=ada, at=telephone.at)
    telephone.passes(0.1)
    assert telephone.hears(telephone.leg(early, "agent")) == ["dial-caller"]
    assert telephone.orders[0].seconds == 25
    telephone.hears(telephone.orders[0].leg, Heard.GONE, cause=19)
    assert state(early) == "callback"
    assert Waiting.objects.now().get(contact=early.contact_id).not_before > telephone.at
    telephone.passes(1)
    assert state(late) == "ringing"


def test_a_new_run_of_the_engine_loses_no_callback(telephone):
    from gensvar.channels.voice.actions import steering

    offers_callback(telephone)
    call = telephone.rings()
    presses(telephone, "11")
    telephone.hears("trunk-1", Heard.GONE)

    steering.reconcile(call.pk, known={}, run="2", at=telephone.at)
    assert state(call) == "callback"
    assert Call.objects.get(pk=call.pk).engine_run == "2"


def test_a_menu_without_a_person_or_with_too_much_is_told_of(telephone, permits):
    wish = menus.MenuWish(
        "Tryck på den siffra du vill.",
        [menus.ChoiceWish(key, f"Val {key}", queue=permits) for key in "1234567"],
    )
    menus.set_menu(telephone.number, wish, by=None, at=telephone.at)

    faults = [one.fault.value for one in menus.faults_of(telephone.number)]
    assert faults == ["too-many", "no-exit"]


def test_a_menu_is_put_in_place_of_the_one_before(telephone, menu, permits):
    call = telephone.rings()
    presses(telephone, "2")
    menus.set_menu(telephone.number, None, by=None, at=telephone.at)

    # Whoever was in it comes to a person.
    presses(telephone, "0")
    assert state(call) == "queued"
    with pytest.raises(menus.NotForThisMenu):
        menus.set_menu(
            telephone.number,
            menus.MenuWish("Hej", [menus.ChoiceWish("0", "Person", queue=permits)]),
            by=None,
            at=telephone.at,
        )
    with pytest.raises(menus.NotForThisMenu):
        menus.set_menu(
            telephone.number,
            menus.MenuWish("Hej", [menus.ChoiceWish("1", "Ingenstans")]),
            by=None,
            at=telephone.at,
        )


def test_keys_of_nobody_and_of_those_we_rang_mean_nothing(telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)

    assert pressing.press("nobody", "1", at=telephone.at) == []
    assert pressing.press(telephone.leg(call, "agent").name, "1", at=telephone.at) == []
    assert Event.TAKEN not in {event for _call, event in due(BRIDGE)}
