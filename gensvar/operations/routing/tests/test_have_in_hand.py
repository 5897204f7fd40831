"""What an agent takes by hand counts as what was offered does; heat is counted, never hidden."""

from datetime import timedelta

import pytest

from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.actions import join_contact
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Heated, Offer, Seat, Taken
from gensvar.operations.routing.queries.heat import heated_lately, pause_offered, unheard
from gensvar.operations.routing.rules.coming_back import usual_end
from gensvar.operations.routing.tests.test_take import payload

MINUTE = timedelta(minutes=1)


@pytest.fixture
def mail(floor):
    """Let a mail come about a case of its own."""

    def comes(title="Gropar"):
        contact = register_contact(
            floor.client, channel="mail", direction="in", customer=None, at=floor.at
        )
        case = cases.open_case(
            floor.client, title=title, channel="mail", at=floor.at, contact=contact
        )
        actions.follow_case(case.pk, at=floor.at)
        return case

    return comes


@pytest.fixture
def takes(floor):
    """Let an agent take a case by hand, as the reaction to it then hears."""

    def taken(case, agent):
        cases.take(case, by=agent, at=floor.at)
        actions.follow_case(case.pk, at=floor.at)
        return actions.take_in_hand(case.pk, by=agent, at=floor.at)

    return taken


def live(agent):
    return Offer.objects.live().filter(agent=agent).count()


def test_what_is_taken_by_hand_leaves_less_room_for_offers(floor, ada, mail, takes):
    floor.seat(ada)  # three mails at once
    floor.turn()
    own = [mail("Ett"), mail("Två")]
    for case in own:
        takes(case, ada)
    floor.turn(after=1)
    mail("Tre")
    mail("Fyra")

    floor.turn(after=1)

    assert live(ada) == 1
    actions.put_aside(own[0], by=ada, at=floor.at)
    floor.turn(after=1)
    assert live(ada) == 2


def test_a_dispatcher_built_anew_knows_of_what_was_taken(floor, ada, mail, takes):
    from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher

    floor.seat(ada)
    for title in ("Ett", "Två", "Tre"):
        takes(mail(title), ada)
    mail("Fyra")

    floor.dispatcher = Dispatcher(at=floor.at)
    floor.turn(after=1)

    assert live(ada) == 0


def test_the_room_is_free_again_when_the_case_is_no_longer_theirs(floor, ada, bo, mail, takes):
    case = mail()
    taken = takes(case, ada)
    assert taken.channel == "mail"

    cases.change_state(case, "waiting-for-customer", by=ada, at=floor.at)
    actions.follow_case(case.pk, at=floor.at)

    taken.refresh_from_db()
    assert taken.ended_at is not None
    other = mail("Två")
    takes(other, ada)
    cases.assign(other, agent=bo, group=None, by=bo, at=floor.at)
    actions.follow_case(other.pk, at=floor.at)
    assert not Taken.objects.live().filter(agent=ada).exists()


def test_whoever_hears_of_a_taking_twice_or_late_counts_it_once(floor, ada, mail, takes):
    case = mail()
    takes(case, ada)
    at = floor.at
    assert actions.take_in_hand(case.pk, by=ada, at=at) is None
    actions.put_aside(case, by=ada, at=at + MINUTE)

    assert actions.take_in_hand(case.pk, by=ada, at=at) is None

    assert Taken.objects.count() == 1
    with pytest.raises(actions.NotTaken):
        actions.put_aside(case, by=ada, at=at)


def test_what_was_taken_and_left_takes_up_no_room_the_next_day(floor, ada, mail, takes):
    case = mail()
    taken = takes(case, ada)

    actions.follow_all(at=floor.at + timedelta(hours=11))
    taken.refresh_from_db()
    assert taken.ended_at is None
    actions.follow_all(at=floor.at + timedelta(hours=13))

    taken.refresh_from_db()
    assert taken.ended_at is not None
    case.refresh_from_db()
    assert case.agent == ada


def test_whoever_signs_out_has_nothing_in_hand_that_they_took(floor, ada, mail, takes):
    from gensvar.foundation.events.actions import announce
    from gensvar.foundation.events.models import EventRecord
    from gensvar.foundation.people.events import SignedOut

    takes(mail(), ada)
    announce(SignedOut(agent_id=ada.pk), at=floor.at + MINUTE)
    record = EventRecord.objects.filter(name=SignedOut.name).latest("pk")

    actions.sign_out(ada.pk, record_id=record.pk, at=floor.at + MINUTE)

    assert not Taken.objects.live().exists()


def test_a_colleague_who_takes_it_over_has_it_in_hand_alone(floor, ada, bo, mail, takes):
    case = mail()
    takes(case, ada)

    floor.at += MINUTE
    takes(case, bo)

    assert Taken.objects.live().get().agent == bo


def test_what_was_offered_and_accepted_is_not_counted_twice(floor, ada, mail):
    floor.seat(ada)
    floor.turn()
    case = mail()
    floor.turn(after=1)
    floor.accepted(ada)

    assert actions.take_in_hand(case.pk, by=ada, at=floor.at) is None


def test_a_call_that_became_a_case_takes_up_room_as_a_mail(floor, ada, takes):
    call = register_contact(
        floor.client, channel="phone", direction="in", customer=None, at=floor.at
    )
    case = cases.open_case(floor.client, title="Ringde", channel="phone", at=floor.at, contact=call)

    assert takes(case, ada).channel == "mail"


@pytest.fixture
def call(floor, ada):
    """Let Ada have a call, as it is registered by hand."""

    def had():
        floor.at += MINUTE
        return register_contact(
            floor.client, channel="phone", direction="in", customer=None, at=floor.at, agent=ada
        )

    return had


def test_the_third_heated_call_in_a_row_is_known_as_the_third(floor, ada, call):
    floor.seat(ada)
    calm = call()
    assert calm.pk
    rows = [actions.mark_heated(call(), by=ada, at=floor.at) for _time in range(3)]

    assert [row.in_a_row for row in rows] == [1, 2, 3]
    assert pause_offered(ada, at=floor.at) == rows[-1]
    actions.answer_pause(rows[-1], by=ada, is_pausing=True, at=floor.at)
    seat = Seat.objects.get(agent=ada)
    assert (seat.status, seat.reason) == ("away", "recovery")
    with pytest.raises(actions.PauseAnsweredAlready):
        actions.answer_pause(rows[-1], by=ada, is_pausing=False, at=floor.at)


def test_three_heated_calls_give_ten_minutes_and_are_logged_without_what_was_said(floor, ada, call):
    """As PPL-12 is accepted: a pause that counts as work, and no word of the call."""
    floor.seat(ada)
    for _time in range(3):
        contact = call()
        contact.summary = "Han skrek om avgiften"
        contact.save(update_fields=["summary"])
        heated = actions.mark_heated(contact, by=ada, at=floor.at)
    actions.answer_pause(heated, by=ada, is_pausing=True, at=floor.at)

    seat = Seat.objects.get(agent=ada)
    assert usual_end(seat.reason, seat.since) == floor.at + 10 * MINUTE
    assert payload("presence-chosen")["counts_as_work"] is True
    assert set(payload("contact-heated")) == {"contact_id", "client_id", "agent_id", "in_a_row"}
    assert payload("contact-heated")["in_a_row"] == 3
    assert set(payload("contact-pause-answered")) == {
        "contact_id",
        "client_id",
        "agent_id",
        "has_paused",
    }
    kept = [str(row) for row in Heated.objects.values()]
    assert len(kept) == 3
    assert not any("avgiften" in row for row in kept)


def test_a_calm_call_in_between_breaks_the_row(floor, ada, call):
    actions.mark_heated(call(), by=ada, at=floor.at)
    call()

    assert actions.mark_heated(call(), by=ada, at=floor.at).in_a_row == 1


def test_whoever_works_on_is_not_asked_again(floor, ada, call):
    heated = actions.mark_heated(call(), by=ada, at=floor.at)

    actions.answer_pause(heated, by=ada, is_pausing=False, at=floor.at)

    assert pause_offered(ada, at=floor.at) is None


def test_whoever_leads_hears_of_it_once(floor, ada, cia, call):
    heated = actions.mark_heated(call(), by=ada, at=floor.at)
    clients = [floor.client.pk]
    assert unheard(clients, me=cia, at=floor.at) == [heated]
    assert unheard(clients, me=ada, at=floor.at) == []

    actions.hear_of(heated, by=cia, at=floor.at)

    assert unheard(clients, me=cia, at=floor.at) == []
    assert heated_lately(clients, at=floor.at) == [heated]
    with pytest.raises(actions.AlreadyHeardOf):
        actions.hear_of(heated, by=cia, at=floor.at)


def test_only_whoever_had_the_contact_marks_it_and_only_once(floor, ada, bo, call):
    contact = call()
    with pytest.raises(actions.NotYourContact):
        actions.mark_heated(contact, by=bo, at=floor.at)
    actions.mark_heated(contact, by=ada, at=floor.at)

    with pytest.raises(actions.AlreadyMarked):
        actions.mark_heated(contact, by=ada, at=floor.at)
    assert Heated.objects.count() == 1


def test_the_words_of_a_heated_contact_are_nowhere_in_the_record(floor, ada, call):
    from gensvar.foundation.events.models import EventRecord

    actions.mark_heated(call(), by=ada, at=floor.at)

    kept = EventRecord.objects.get(name="routing.contact-heated").payload
    assert set(kept) == {"contact_id", "client_id", "agent_id", "in_a_row"}


def test_the_taking_of_a_case_that_took_it_as_a_mail_can_be_heated(floor, ada, mail, takes):
    case = mail()
    takes(case, ada)
    extra = register_contact(
        floor.client, channel="mail", direction="in", customer=None, at=floor.at
    )
    join_contact(case, extra, by=None, at=floor.at)

    assert actions.mark_heated(extra, by=ada, at=floor.at).agent == ada


def test_a_contact_is_marked_by_the_api_too_and_once(floor, ada, bo, call, browser):
    contact = call()
    here = f"/api/v1/routing/contacts/{contact.pk}/heat"
    browser.force_login(bo)
    assert browser.post(here).json()["code"] == "NotYourContact"
    browser.force_login(ada)

    assert browser.post(here).status_code == 204

    assert browser.post(here).json()["code"] == "AlreadyMarked"
    assert browser.post("/api/v1/routing/contacts/999999/heat").status_code == 404
