from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of, reach, see_as
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Offer, Queue, Seat, Waiting
from gensvar.operations.routing.tests.conftest import SECOND


def payload(name):
    return EventRecord.objects.filter(name=f"routing.{name}").latest("pk").payload


def test_an_accepted_call_is_answered_by_its_agent_with_its_seconds(floor, adas_call, ada):
    actions.accept(adas_call, by=ada, at=floor.at + 3 * SECOND)

    contact = adas_call.contact
    contact.refresh_from_db()
    assert (contact.agent, contact.answered_at) == (ada, floor.at + 3 * SECOND)
    assert Waiting.objects.get().outcome == "answered"
    told = payload("offer-accepted")
    assert (told["waited_seconds"], told["offered_seconds"]) == (4, 3)


def test_two_browsers_accept_and_the_second_is_told_that_it_is_done(floor, adas_call, ada):
    actions.accept(adas_call, by=ada, at=floor.at)

    with pytest.raises(actions.AlreadyTaken):
        actions.accept(adas_call, by=ada, at=floor.at)

    assert EventRecord.objects.filter(name="routing.offer-accepted").count() == 1


def test_an_offer_accepted_after_it_was_withdrawn_is_refused(floor, adas_call, ada):
    actions.be_busy(ada, at=floor.at)
    floor.turn()

    with pytest.raises(actions.OfferTakenBack):
        actions.accept(adas_call, by=ada, at=floor.at)

    assert Waiting.objects.now().get().contact == adas_call.contact


def test_an_offer_accepted_after_its_time_is_refused_before_the_dispatcher_has_looked(
    floor, adas_call, ada
):
    with pytest.raises(actions.OfferPassed):
        actions.accept(adas_call, by=ada, at=adas_call.expires_at)

    assert Waiting.objects.now().exists()


def test_an_offer_accepted_after_the_customer_hung_up_is_refused(floor, adas_call, ada):
    actions.leave(adas_call.contact, outcome="abandoned", at=floor.at)

    with pytest.raises(actions.CustomerLeft):
        actions.accept(adas_call, by=ada, at=floor.at)

    assert payload("contact-left-queue")["waited_seconds"] == 1
    assert Waiting.objects.get().outcome == "abandoned"


def test_nobody_takes_what_was_offered_to_another(floor, adas_call, bo):
    for act in (actions.accept, actions.decline):
        with pytest.raises(actions.NotYourOffer):
            act(adas_call, by=bo, at=floor.at)


def test_what_was_declined_cannot_be_accepted(floor, adas_call, ada):
    actions.decline(adas_call, by=ada, at=floor.at)

    with pytest.raises(actions.OfferPassed):
        actions.accept(adas_call, by=ada, at=floor.at)


def test_a_contact_that_waits_or_is_in_hand_cannot_wait_once_more(floor, adas_call, ada):
    with pytest.raises(actions.AlreadyInHand):
        actions.wait(adas_call.contact, queue=floor.phone, at=floor.at)
    alone = floor.comes()
    with pytest.raises(actions.AlreadyWaiting):
        actions.wait(alone, queue=floor.phone, at=floor.at)


def test_a_contact_waits_only_in_a_queue_of_its_client_and_channel(floor, energi, cia, noon):
    mail = register_contact(floor.client, channel="mail", direction="in", customer=None, at=noon)
    with pytest.raises(actions.QueueDoesNotFit):
        actions.wait(mail, queue=floor.phone, at=noon)
    actions.end_queue(floor.mail, by=cia, at=noon)
    with pytest.raises(actions.QueueIsEnded):
        actions.wait(mail, queue=Queue.objects.get(pk=floor.mail.pk), at=noon)


def test_who_has_left_cannot_leave_again(floor):
    contact = floor.comes()
    actions.leave(contact, outcome="callback", at=floor.at)

    with pytest.raises(actions.NoLongerWaiting):
        actions.leave(contact, outcome="abandoned", at=floor.at)


def test_a_queue_in_which_somebody_waits_is_not_ended(floor, cia):
    floor.comes()

    with pytest.raises(actions.QueueInUse):
        actions.end_queue(floor.phone, by=cia, at=floor.at)


def test_wrap_up_keeps_new_calls_away_until_the_agent_is_done(floor, adas_call, ada):
    floor.accepted(ada)
    actions.end_conversation(adas_call, by=ada, at=floor.at + 90 * SECOND)
    floor.comes()
    floor.turn(after=100)
    assert floor.offered(ada) == adas_call

    actions.finish(adas_call, by=ada, at=floor.at)
    floor.turn(after=1)

    assert floor.offered(ada) != adas_call
    told = payload("contact-completed")
    assert (told["talked_seconds"], told["wrap_up_seconds"]) == (90, 10)


def test_what_is_done_cannot_be_ended_again_nor_by_another(floor, adas_call, ada, bo):
    floor.accepted(ada)
    with pytest.raises(actions.NotYourOffer):
        actions.finish(adas_call, by=bo, at=floor.at)
    actions.finish(adas_call, by=ada, at=floor.at)

    for act in (actions.finish, actions.end_conversation):
        with pytest.raises(actions.NotInHand):
            act(adas_call, by=ada, at=floor.at)
    with pytest.raises(actions.NotInHand):
        actions.hand_on(adas_call, to=floor.phone, by=ada, at=floor.at)


def test_a_contact_handed_on_keeps_its_place_and_goes_to_somebody_else(floor, adas_call, ada, bo):
    floor.accepted(ada)
    floor.turn()
    floor.at += 30 * SECOND
    floor.comes()
    actions.hand_on(adas_call, to=floor.phone, by=ada, at=floor.at)
    floor.seat(bo)

    floor.turn(after=1)

    assert floor.offered(bo).contact == adas_call.contact
    assert floor.offered(ada).contact != adas_call.contact
    first, second = Waiting.objects.filter(contact=adas_call.contact).order_by("pk")
    assert second.arrived_at == first.arrived_at
    assert payload("contact-handed-on")["to_queue_id"] == floor.phone.pk


def test_a_callback_that_kept_its_place_comes_before_who_came_later(floor, ada):
    early = register_contact(
        floor.client, channel="phone", direction="out", customer=None, at=floor.at
    )
    floor.at += 10 * SECOND
    floor.comes()
    actions.wait(early, queue=floor.phone, at=floor.at + SECOND, arrived_at=floor.at - 10 * SECOND)
    floor.seat(ada)

    floor.turn(after=2)

    assert floor.offered(ada).contact == early


def test_another_window_must_say_that_it_takes_over(floor, ada):
    floor.seat(ada)
    with pytest.raises(actions.AnotherWindow):
        actions.be_ready(ada, screen="at home", at=floor.at)

    actions.be_ready(ada, screen="at home", take_over=True, at=floor.at)

    assert not actions.note_seen(ada, screen="window of Ada Lind", at=floor.at + SECOND)
    assert actions.note_seen(ada, screen="at home", at=floor.at + SECOND)


def test_another_window_needs_not_ask_when_the_first_is_gone(floor, ada):
    floor.seat(ada)

    actions.be_ready(ada, screen="at home", at=floor.at + 30 * SECOND)

    assert Seat.objects.get(agent=ada).screen == "at home"


def test_a_pause_after_a_heated_call_is_counted_as_work_and_lunch_is_not(floor, ada):
    floor.seat(ada)
    actions.go_away(ada, reason="recovery", at=floor.at)
    assert payload("presence-chosen")["counts_as_work"] is True
    actions.come_back(ada, screen="window of Ada Lind", at=floor.at + timedelta(minutes=10))
    assert payload("presence-chosen")["seconds"] == 600

    actions.go_away(ada, reason="lunch", at=floor.at)

    assert payload("presence-chosen")["counts_as_work"] is False


def test_presence_is_refused_without_seat_reason_or_need(floor, ada, bo):
    floor.seat(ada)
    with pytest.raises(actions.NoSeat):
        actions.be_ready(bo, screen="x", at=floor.at)
    for reason in ("", "no-answer", "a holiday"):
        with pytest.raises(actions.UnknownReason):
            actions.go_away(ada, reason=reason, at=floor.at)
    with pytest.raises(actions.NotAway):
        actions.come_back(ada, screen="window of Ada Lind", at=floor.at)


def test_rules_that_the_router_could_not_follow_are_refused(floor, ada, cia):
    for steps in (
        [],
        [actions.StepWish(5, floor.skill)],
        [actions.StepWish(0, floor.skill, 5)],
        [actions.StepWish(0, floor.skill), actions.StepWish(20, floor.skill)],
    ):
        wish = actions.QueueWish(
            name="x", channel="phone", goal_seconds=1, steps=steps, last_agent_seconds=30
        )
        with pytest.raises(actions.BadSteps):
            actions.set_queue(floor.client, wish, by=cia, at=floor.at)
    with pytest.raises(actions.BadSkillLevel):
        floor.assess(ada, level=5)
    for capacity in ({"phone": 2}, {"telex": 1}, {"mail": -1}):
        with pytest.raises(actions.BadCapacity):
            actions.give_seat(ada, client=floor.client, capacity=capacity, by=cia, at=floor.at)


@pytest.mark.parametrize("same", ["contact", "agent"])
def test_the_database_lets_nobody_have_a_contact_twice_nor_two_calls(
    floor, adas_call, ada, bo, same
):
    other = floor.comes()
    again = Offer.objects.get()
    again.pk += 1
    if same == "contact":
        again.agent = bo
    else:
        again.contact = other

    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_an_agent_sees_and_takes_their_offer_as_the_web_role_and_others_clients_see_none(
    floor, adas_call, ada, energi, noon
):
    from gensvar.foundation.people.models import Agent, RoleGrant

    elsa = Agent.objects.create_user("elsa@energi.example", name="Elsa Ny", created_at=noon)
    RoleGrant.objects.create(agent=elsa, role="agent", client=energi, since=noon)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        see_as(reach(identity_of(elsa, at=noon), "contacts.write"))
        assert (Offer.objects.count(), Waiting.objects.count(), Seat.objects.count()) == (0, 0, 0)
        see_as(reach(identity_of(ada, at=noon), "contacts.write"))
        actions.accept(Offer.objects.get(), by=ada, at=floor.at)
        cursor.execute("RESET ROLE")

    floor.turn()
    adas_call.refresh_from_db()
    assert adas_call.state == "in-hand"
