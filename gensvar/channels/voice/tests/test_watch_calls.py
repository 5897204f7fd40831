"""A coach at a call: told to the agent, done by the bridge, never where somebody said no."""

import pytest

from gensvar.channels.voice.actions import advancing, setting, steering, watching
from gensvar.channels.voice.actions.taping import decline, tell_of
from gensvar.channels.voice.models import NotRecorded, Watch, WatchPurpose
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.rules.monitoring import WatchEvent
from gensvar.channels.voice.tests.conftest import BRIDGE
from gensvar.channels.voice.watched import watches_to_see_to
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Seat

COACHING = WatchPurpose.COACHING


@pytest.fixture
def coach(telephone, ada, cia):
    ada.manager = cia
    ada.save(update_fields=["manager"])
    telephone.seat(ada)
    setting.give_phone(cia, client=telephone.client, address="PJSIP/cia", by=None, at=telephone.at)
    return cia


@pytest.fixture
def call(telephone, ada, coach):
    return telephone.talking(ada)


def steers(telephone):
    told = []
    for one in watches_to_see_to(BRIDGE):
        told += watching.see_to_watch(one, at=telephone.at)
    return told


def words(orders):
    return [order.command.value for order in orders]


def listens(telephone, call, coach):
    watch = watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)
    steers(telephone)
    told = watching.hear_coach(watch.leg, Heard.UP, at=telephone.at)
    watch.refresh_from_db()
    return watch, told


@pytest.mark.django_db
def test_a_coachs_phone_rings_and_the_agent_is_told_before_anything_is_heard(
    telephone, call, coach, ada
):
    watch = watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)
    (ring,) = steers(telephone)
    assert (ring.command.value, ring.address, ring.leg) == ("ring-coach", "PJSIP/cia", watch.leg)
    assert steers(telephone) == []
    told = EventRecord.objects.filter(name="voice.coach-moved").order_by("pk")
    assert [one.payload["state"] for one in told] == ["asked", "ringing"]
    assert told[0].payload["agent_id"] == ada.pk

    (listen,) = watching.hear_coach(watch.leg, Heard.UP, at=telephone.at)

    assert listen.command.value == "listen"
    assert listen.at_leg == telephone.leg(call, "agent").name
    watch.refresh_from_db()
    assert (watch.state, watch.ways, listen.ear) == ("listening", ["listening"], watch.ear)


@pytest.mark.django_db
def test_a_coach_whispers_joins_and_leaves_and_each_ear_is_a_new_one(telephone, call, coach):
    watch, (listen,) = listens(telephone, call, coach)
    ears = [listen.ear]

    expected = {
        WatchEvent.WHISPER: ["stop-listening", "whisper"],
        WatchEvent.JOIN: ["stop-listening", "join-coach"],
        WatchEvent.LISTEN: ["part-coach", "listen"],
        WatchEvent.STOP: ["stop-listening", "release-coach"],
    }
    for event, commands in expected.items():
        watching.ask_watch(watch, event, by=coach, at=telephone.at)
        orders = steers(telephone)
        assert words(orders) == commands
        # What was begun last is what is stopped.
        assert {one.ear for one in orders if one.command.value == "stop-listening"} <= {ears[-1]}
        ears += [one.ear for one in orders if one.command.value in {"listen", "whisper"}]

    watch.refresh_from_db()
    assert watch.ways == ["listening", "whispering", "joined", "listening"]
    assert len(set(ears)) == len(ears) == 3
    assert watch.ended_at
    assert not watch.gone_at
    assert watching.hear_coach(watch.leg, Heard.GONE, at=telephone.at) == []
    watch.refresh_from_db()
    assert watch.gone_at
    call.refresh_from_db()
    assert call.state == "talking"


@pytest.mark.django_db
@pytest.mark.parametrize("event", [Event.CONSULT, Event.TRANSFER, Event.AGENT_GONE])
def test_a_coach_is_let_go_as_soon_as_the_two_no_longer_talk_alone(telephone, call, coach, event):
    watch, _told = listens(telephone, call, coach)

    orders = advancing.advance(call.pk, event, at=telephone.at, address="PJSIP/bo")

    assert words(orders)[-2:] == ["stop-listening", "release-coach"]
    watch.refresh_from_db()
    assert watch.state == "ended"


@pytest.mark.django_db
def test_a_hold_does_not_end_a_watch(telephone, call, coach):
    watch, _told = listens(telephone, call, coach)

    for event in (Event.HOLD, Event.RESUME):
        assert "release-coach" not in words(advancing.advance(call.pk, event, at=telephone.at))
    watch.refresh_from_db()
    assert watch.state == "listening"


@pytest.mark.django_db
def test_nobody_listens_to_a_subject_that_forbids_it_nor_goes_on_when_it_turns_out_to(
    telephone, call, coach, exempelby
):
    area = ServiceArea.objects.create(client=exempelby, department="Omsorg", name="Omsorg")
    assistance = Subject.objects.create(client=exempelby, area=area, name="Försörjningsstöd")
    listens(telephone, call, coach)
    NotRecorded.objects.create(subject=assistance, client=exempelby, at=telephone.at)
    assert steers(telephone) == []

    call.contact.cases.update(subject=assistance)

    assert words(steers(telephone)) == ["stop-listening", "release-coach"]
    with pytest.raises(watching.NobodyMayListen):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)


@pytest.mark.django_db
def test_nobody_listens_to_whoever_is_protected_or_has_said_no(telephone, call, coach, eva):
    tell_of(call, at=telephone.at)
    listens(telephone, call, coach)
    decline(call, at=telephone.at)
    assert words(steers(telephone))[-1] == "release-coach"
    with pytest.raises(watching.NobodyMayListen):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)

    call.notice.delete()
    eva.protected = True
    eva.save(update_fields=["protected"])
    call.contact.customer = eva
    call.contact.save(update_fields=["customer"])
    with pytest.raises(watching.NobodyMayListen):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)


@pytest.mark.django_db
def test_only_the_nearest_coach_listens_with_a_phone_and_one_at_a_time(
    telephone, call, coach, bo, hanna
):
    for somebody in (bo, hanna):
        with pytest.raises(watching.NotYourAgent):
            watching.watch(call, purpose=COACHING, by=somebody, at=telephone.at)
    listens(telephone, call, coach)
    with pytest.raises(watching.CoachInACall):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)
    Watch.objects.update(coach=bo)
    with pytest.raises(watching.ListensAlready):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)


@pytest.mark.django_db
def test_a_coach_without_a_phone_and_a_call_that_is_over_are_refused(telephone, call, coach):
    coach.voice_phone.delete()
    with pytest.raises(watching.CoachHasNoPhone):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    with pytest.raises(watching.NothingToHear):
        watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)


@pytest.mark.django_db
def test_whoever_listens_is_offered_no_call_meanwhile(telephone, call, coach):
    telephone.seat(coach, has_phone=False)

    listens(telephone, call, coach)

    assert Seat.objects.get(agent=coach).status == "busy"
    routing.be_ready(coach, screen=coach.name, at=telephone.at)
    assert advancing.is_on_the_phone(coach)


@pytest.mark.django_db
def test_a_phone_that_nobody_lifts_ends_it_and_one_that_is_lifted_too_late_is_let_go(
    telephone, call, coach
):
    watch = watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)
    steers(telephone)
    assert watching.hear_coach(watch.leg, Heard.GONE, at=telephone.at) == []
    watch.refresh_from_db()
    assert (watch.state, watch.gone_at) == ("ended", telephone.at)

    again = watching.watch(call, purpose=COACHING, by=coach, at=telephone.at)
    steers(telephone)
    watching.ask_watch(again, WatchEvent.STOP, by=coach, at=telephone.at)
    assert words(steers(telephone)) == ["release-coach"]
    assert words(watching.hear_coach(again.leg, Heard.UP, at=telephone.at)) == ["release-coach"]


@pytest.mark.django_db
def test_another_bridge_says_once_more_what_the_coach_hears(telephone, call, coach):
    watch, (listen,) = listens(telephone, call, coach)
    known = dict.fromkeys(steering.legs_of(call.pk), True)
    assert watch.leg in known

    orders = steering.reconcile(call.pk, known=known, run="1", at=telephone.at)
    assert listen in orders

    del known[watch.leg]
    steering.reconcile(call.pk, known=known, run="1", at=telephone.at)
    watch.refresh_from_db()
    assert (watch.state, watch.gone_at) == ("ended", telephone.at)


@pytest.mark.django_db
def test_a_coach_left_behind_by_a_call_that_is_over_is_let_go(telephone, call, coach):
    watch, _told = listens(telephone, call, coach)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)

    assert "release-coach" in words(
        steering.let_go_of_strays(known={watch.leg: True}, at=telephone.at)
    )
    steering.let_go_of_strays(known={}, at=telephone.at)
    watch.refresh_from_db()
    assert watch.gone_at == telephone.at
