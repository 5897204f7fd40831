"""A colleague keys in whom they seek, is told whether that one can be reached, and gets through."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOON
from gensvar.channels.voice.actions import advancing, pressing
from gensvar.channels.voice.actions.directory import (
    DirectoryFaults,
    NotARange,
    QueueOfAnother,
    import_directory,
    list_entry,
    set_telephonist,
)
from gensvar.channels.voice.models import Entry, Leg
from gensvar.channels.voice.queries import timely
from gensvar.channels.voice.rules.calls import LEGS, TABLE, Event, State
from gensvar.channels.voice.rules.directory import KEYS, Listed, hits, is_within, keyed, spans
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.rules.telephonist import MOST_WRONG, SEEKING, sought
from gensvar.channels.voice.seeking import answered
from gensvar.channels.voice.tests.conftest import BRIDGE
from gensvar.foundation.duty.models import Absence
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.contacts.models import Contact, Outgoing
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Waiting

DAY = timedelta(days=1)
EXTENSION = "4711"


@pytest.fixture
def hanna_strom(hanna, exempelby):
    return list_entry(exempelby, agent=hanna, number="4712", by=None, at=NOON)


@pytest.fixture
def house(telephone, exempelby, cia, hanna_strom):
    """Colleagues of the numbers 4000 to 4999 come to the telephonist, who knows three of them."""
    wish = routing.QueueWish(
        name="Växel",
        channel="phone",
        goal_seconds=60,
        steps=[routing.StepWish(0, telephone.skill)],
        offer_seconds=15,
        wrap_up_seconds=0,
    )
    telephone.own = routing.set_queue(exempelby, wish, by=cia, at=NOON)
    set_telephonist(exempelby, ranges="4000-4999", queue=telephone.own, by=cia, at=NOON)
    list_entry(exempelby, name="Hanna Berg", number="4713", by=None, at=NOON)
    list_entry(exempelby, name="Bygglov", number="4720", email="bygg@x.example", by=None, at=NOON)
    return telephone


def asks(house, keys, *, party=EXTENSION):
    call = house.rings(party=party)
    presses(house, call, keys)
    return call


def presses(house, call, keys):
    house.orders = []
    for key in keys:
        house.at += timedelta(seconds=1)
        house.orders += pressing.press(house.leg(call, "caller").name, key, at=house.at)
    call.refresh_from_db()


def words(house):
    return " ".join(word for order in house.orders for word in order.words)


def test_extension_4711_reaches_hanna_strom_and_waits_in_no_queue(house, hanna_strom):
    before = Contact.objects.filter(direction="in").count()
    call = asks(house, "78766#")
    assert call.state == "found"
    assert "Hanna Ström. kan nås." in words(house)

    presses(house, call, "1")
    (rung,) = [order for order in house.orders if order.command == "ring-colleague"]
    assert (call.state, rung.address) == ("connecting", "4712")
    house.hears(rung.leg)
    call.refresh_from_db()

    assert call.state == "handed-over"
    assert not Waiting.objects.exists()
    assert Contact.objects.filter(direction="in").count() == before
    assert call.contact.direction == "own"
    assert not call.contact.cases.exists()
    house.hears(house.leg(call, "caller"), Heard.GONE)
    told = answered(house.client, since=NOON - DAY, until=house.at + DAY)
    assert (told.calls, told.connected, told.to_person, told.gave_up) == (1, 1, 0, 0)


def test_a_customer_meets_what_customers_meet(house):
    call = house.rings(party="070-111 11 11")

    assert call.state == "queued"
    assert call.contact.direction == "in"
    assert answered(house.client, since=NOON - DAY, until=house.at + DAY).calls == 0


def test_several_of_a_name_are_told_with_a_key_each(house):
    call = asks(house, "42662#")
    assert call.state == "listed"
    assert "Tryck 1 för Hanna Berg." in words(house)

    presses(house, call, "2")

    assert call.state == "found"
    assert call.sought.entry.name == "Hanna Ström"


def test_an_extension_is_known_and_names_are_said_as_people_say_them(house):
    call = asks(house, "4720#")

    assert call.sought.entry.name == "Bygglov"
    (said,) = [order for order in house.orders if order.command == "say-found"]
    assert said.sounds[:4] == tuple(f"sound:gensvar/sv/digit-{one}" for one in "4720")


def test_who_is_away_is_said_to_be_until_when_and_word_is_left_by_mail(house, hanna_strom, cia):
    Absence.objects.create(
        agent=hanna_strom.agent, starts_at=NOON - DAY, ends_at=NOON + DAY, by=cia, noted_at=NOON
    )
    call = asks(house, "4712#")
    assert "är borta och kommer tillbaka i morgon." in words(house)

    presses(house, call, "2")

    assert call.state == "noted"
    mail = Outgoing.objects.get(purpose="word-left").message
    assert mail.recipients == ["hanna@exempelby.example"]
    assert EXTENSION in mail.subject
    assert not mail.contact.customer_id
    house.orders = advancing.finish_saying(f"{call.pk}-{call.stations.count()}", at=house.at)
    call.refresh_from_db()
    assert (call.state, call.outcome) == ("ended", "left-word")


def test_nobody_answers_and_the_caller_is_told_and_may_seek_another(house):
    call = asks(house, "78766#1")
    house.hears(house.leg(call, "colleague"), Heard.GONE, cause=19)
    call.refresh_from_db()
    assert call.state == "found"
    assert "Ingen svarar." in words(house)

    presses(house, call, "*")

    assert call.state == "seeking"
    assert call.typed == ""


def test_somebody_in_a_call_is_said_to_be(house, hanna_strom):
    first = asks(house, "4712#1")
    house.hears(house.leg(first, "colleague"))

    asks(house, "4712#", party="4800")

    assert "Hanna Ström. sitter i telefon." in words(house)


@pytest.mark.parametrize("keys", ["0", "78766#0", "42662#0", "78766#10", "99#99#99#"])
def test_a_person_is_one_key_away_and_helps_who_is_wrong_three_times(house, keys):
    call = asks(house, keys)

    assert call.state == "queued"
    assert call.contact.waits.get().queue == house.own
    told = answered(house.client, since=NOON - DAY, until=house.at + DAY)
    assert (told.to_person, told.connected) == (1, 0)


def test_who_presses_nothing_comes_to_a_person(house):
    call = asks(house, "")
    house.at += timedelta(seconds=41)

    assert timely(BRIDGE, at=house.at) == [(call.pk, Event.CHOSE_NOTHING)]


def test_nobody_who_has_left_or_is_closed_is_found(house, hanna_strom, exempelby):
    Agent.objects.filter(pk=hanna_strom.agent_id).update(is_active=False)
    group = Group.objects.create(client=exempelby, code="VATTEN", name="Vatten", closed_at=NOON)
    list_entry(exempelby, group=group, number="4730", by=None, at=NOON)

    assert asks(house, "78766#").state == "seeking"
    assert asks(house, "4730#").state == "seeking"


def test_a_list_is_taken_whole_and_its_faults_are_all_told(house, exempelby, hanna_strom):
    with pytest.raises(DirectoryFaults) as refused:
        import_directory(exempelby, "namn;nummer\nEva Ek;abc\n;4799\n", by=None, at=NOON)
    assert len(refused.value.faults) == 2
    assert Entry.objects.in_use().count() == 3

    text = (
        "namn;nummer;e-post\nHanna Ström;4790;HANNA@exempelby.example\n"
        "Bygglov;4720;ny@x.example\nEva Ek;0910-73 47 00;\n"
    )
    told = import_directory(exempelby, text, by=None, at=NOON)

    assert (told.changed, told.ended) == (3, 1)
    hanna_strom.refresh_from_db()
    assert (hanna_strom.number, hanna_strom.own_name) == ("4790", "")
    assert {one.name for one in Entry.objects.in_use()} == {"Hanna Ström", "Bygglov", "Eva Ek"}
    assert import_directory(exempelby, text, by=None, at=NOON).changed == 0


@pytest.mark.parametrize("ranges", ["abc", "4999-4000", "400-4999", "1 – 2 – 3", ""])
def test_a_range_that_is_none_is_refused(house, exempelby, ranges):
    with pytest.raises(NotARange):
        set_telephonist(exempelby, ranges=ranges, queue=house.own, by=None, at=NOON)


def test_the_queue_of_another_client_is_refused(house, energi):
    with pytest.raises(QueueOfAnother):
        set_telephonist(energi, ranges="4000-4999", queue=house.own, by=None, at=NOON)


def test_legs_of_a_lost_engine_end_with_the_call(house):
    call = asks(house, "78766#1")
    advancing.advance(call.pk, Event.LOST, at=house.at)

    assert not Leg.objects.open().filter(call=call).exists()


letters = st.sampled_from(sorted(KEYS) + list("åäöéü"))
names = st.text(letters, min_size=2, max_size=12)


@given(names, names)
def test_everybody_is_found_by_each_of_their_names_and_by_the_first_keys_of_it(first, last):
    listed = [Listed(1, f"{first} {last}")]

    for typed in (keyed(first), keyed(last), keyed(last + first), keyed(last)[:2]):
        assert hits(typed, listed) == listed
    assert set(keyed(first)) <= set("23456789")


@given(st.integers(10, 99_999_999), st.integers(10, 99_999_999))
def test_a_range_holds_its_ends_and_nothing_of_another_length(one, other):
    low, high = sorted((one, other))
    if len(str(low)) != len(str(high)):
        return
    found = spans(f"{low}-{high}")

    assert is_within(str(low), found)
    assert is_within(str(high), found)
    assert not is_within(f"{low}0", found)
    assert not is_within("", found)


@given(
    st.sampled_from(sorted(SEEKING)),
    st.sampled_from("0123456789*#"),
    st.integers(0, 3),
    st.integers(0, MOST_WRONG),
    st.booleans(),
)
def test_whatever_is_pressed_is_thought_of_and_nought_is_a_person(state, key, found, wrong, may):
    event = sought(state, key, hits=found, wrong=wrong, may_connect=may, may_word=may)

    assert event is None or (state, event) in TABLE
    if key == "0":
        assert event is not None
        assert TABLE[state, event].to is State.QUEUED
    assert LEGS[state]
