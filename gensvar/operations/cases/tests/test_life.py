import pytest
from django.db import connection

from conftest import NOON
from gensvar.foundation.events.actions import seal_records, verify_chain
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    AlreadyClosed,
    CannotHandOver,
    IncompleteForClosing,
    NotHandedOver,
    NotOfThisClient,
    answer,
    assign,
    change_state,
    close,
    describe,
    give_feedback,
    hand_over,
    join_contact,
    open_case,
    reopen,
    write_note,
)
from gensvar.operations.cases.models import Case, NeedType, State
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Contact, Message


def incoming(client, customer, channel="mail"):
    contact = register_contact(client, channel=channel, direction="in", customer=customer, at=NOON)
    said = Said(text="Hål i gatan", sender_address="eva.ek@example.com", subject="Gropar")
    record_message(contact, said, at=NOON)
    return contact


@pytest.fixture
def case(exempelby, eva, kundtjanst):
    contact = incoming(exempelby, eva)
    return open_case(
        exempelby, title="Gropar på Skolgatan", channel="mail", contact=contact, at=NOON
    )


def names_of(case):
    return list(EventRecord.objects.of_case(case.pk).values_list("name", flat=True))


def test_a_case_gets_the_next_number_of_its_year(exempelby):
    first = open_case(exempelby, title="Ett", channel="phone", at=NOON)
    second = open_case(exempelby, title="Två", channel="phone", at=NOON)
    next_year = open_case(exempelby, title="Tre", channel="phone", at=NOON.replace(year=2031))

    assert int(second.number[3:]) == int(first.number[3:]) + 1
    assert (first.number[:3], next_year.number) == ("26-", "31-000001")


def test_a_new_case_waits_for_us_and_its_state_is_a_row(case):
    assert case.state == State.WAITING_FOR_US
    assert [row.state for row in case.states.all()] == [State.WAITING_FOR_US]
    assert names_of(case) == ["cases.case-opened", "cases.state-changed"]


def test_one_call_about_two_things_is_one_contact_and_two_cases(exempelby, eva):
    call = register_contact(exempelby, channel="phone", direction="in", customer=eva, at=NOON)

    for title in ("Faktura", "Parkering"):
        open_case(exempelby, title=title, channel="phone", contact=call, at=NOON)

    assert Contact.objects.filter(direction="in").count() == 1
    assert Case.objects.filter(contacts=call).count() == 2


@pytest.mark.parametrize("channel", ["mail", "phone", "web", "letter"])
def test_closing_asks_for_subject_and_need_type_in_every_channel(exempelby, gator, ada, channel):
    case = open_case(exempelby, title="Fråga", channel=channel, at=NOON)

    with pytest.raises(IncompleteForClosing) as refused:
        close(case, by=ada, at=NOON)
    assert refused.value.missing == ["subject", "need_type"]

    describe(case, subject=gator, need_type=NeedType.STATUS, by=ada, at=NOON)
    close(case, by=ada, at=NOON)
    case.refresh_from_db()
    assert (case.state, case.closed_at) == (State.CLOSED, NOON)


def test_a_closed_case_is_not_closed_twice(case, gator, ada):
    describe(case, subject=gator, need_type=NeedType.STATUS, by=ada, at=NOON)
    close(case, by=ada, at=NOON)

    with pytest.raises(AlreadyClosed):
        close(case, by=ada, at=NOON)


def test_an_answer_leaves_by_the_customers_address_and_waits_for_the_customer(case, ada):
    outgoing = answer(case, "Vi lagar i morgon.", channel="mail", by=ada, at=NOON)

    case.refresh_from_db()
    assert outgoing.message.recipients == ["eva.ek@example.com"]
    assert case.number in outgoing.message.subject
    assert outgoing.message.in_reply_to.text == "Hål i gatan"
    assert case.state == State.WAITING_FOR_CUSTOMER


def test_the_customers_words_make_it_our_turn_again(case, ada, exempelby, eva):
    change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)

    join_contact(case, incoming(exempelby, eva), by=None, at=NOON)

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_US


def test_an_automatic_mail_wakes_no_case(case, ada, exempelby, eva):
    change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)

    join_contact(case, incoming(exempelby, eva), by=None, at=NOON, wakes=False)

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_CUSTOMER


def test_an_answer_to_a_closed_case_opens_it_again(case, gator, ada, exempelby, eva):
    describe(case, subject=gator, need_type=NeedType.STATUS, by=ada, at=NOON)
    close(case, by=ada, at=NOON)

    join_contact(case, incoming(exempelby, eva), by=None, at=NOON)

    case.refresh_from_db()
    assert (case.state, case.closed_at) == (State.WAITING_FOR_US, None)


def test_a_hand_over_needs_a_question(case, tek_gata, bo):
    with pytest.raises(CannotHandOver):
        hand_over(case, to=tek_gata, why="cannot", question="  ", by=bo, at=NOON)


def test_the_department_answers_and_the_case_is_done(case, gator, tek_gata, bo, hanna):
    describe(case, subject=gator, need_type=NeedType.OPINION, by=bo, at=NOON)
    hand_over(case, to=tek_gata, why="cannot", question="När lagas det?", by=bo, at=NOON)

    give_feedback(
        case, outcome="answered", channel="phone", summary="Lagas ons.", by=hanna, at=NOON
    )

    case.refresh_from_db()
    assert case.state == State.CLOSED
    assert case.hand_overs.get().feedback.get().summary == "Lagas ons."


def test_an_attempt_without_an_answer_leaves_the_case_with_the_group(case, tek_gata, bo, hanna):
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=bo, at=NOON)

    give_feedback(
        case, outcome="no-answer", channel="phone", summary="Ingen svarade", by=hanna, at=NOON
    )

    case.refresh_from_db()
    assert (case.state, case.group) == (State.HANDED_OVER, tek_gata)


def test_a_case_given_back_returns_to_the_group_it_came_from(case, kundtjanst, tek_gata, bo, hanna):
    assign(case, agent=bo, group=kundtjanst, by=bo, at=NOON)
    hand_over(case, to=tek_gata, why="should-not", question="När?", by=bo, at=NOON)

    give_feedback(case, outcome="returned", channel="", summary="Inte vår", by=hanna, at=NOON)

    case.refresh_from_db()
    assert (case.state, case.group) == (State.WAITING_FOR_US, kundtjanst)


def test_feedback_on_a_case_that_is_not_handed_over_is_refused(case, hanna):
    with pytest.raises(NotHandedOver):
        give_feedback(case, outcome="answered", channel="phone", summary="x", by=hanna, at=NOON)


def test_a_subject_of_another_client_is_refused(energi, gator, ada):
    case = open_case(energi, title="Elavbrott", channel="phone", at=NOON)

    with pytest.raises(NotOfThisClient):
        describe(case, subject=gator, by=ada, at=NOON)


def test_reopening_is_in_the_record(case, gator, ada):
    describe(case, subject=gator, need_type=NeedType.STATUS, by=ada, at=NOON)
    close(case, by=ada, at=NOON)
    reopen(case, by=ada, at=NOON)

    assert names_of(case)[-2:] == ["cases.state-changed", "cases.case-reopened"]


def test_no_event_carries_what_was_said(case, ada, bo, tek_gata):
    write_note(case, "Hemlig anteckning", by=ada, at=NOON)
    hand_over(case, to=tek_gata, why="cannot", question="Hemlig fråga", by=bo, at=NOON)
    describe(case, title="Hemlig rubrik", by=ada, at=NOON)

    payloads = str(list(EventRecord.objects.values_list("payload", flat=True)))
    for words in ("Hemlig", "eva.ek", "Eva", "Gropar"):
        assert words not in payloads


def test_the_record_stays_whole_when_somebody_is_made_nameless(case, eva, ada, bo, tek_gata):
    """As GEN-02 has it of LAW-09: what may have to be forgotten is not in the record."""
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=bo, at=NOON)
    seal_records(at=NOON)

    eva.name = "Borttagen"
    eva.save()
    eva.addresses.all().delete()
    Message.objects.update(text="", subject="", sender_address="")
    Case.objects.update(title="Borttagen")

    report = verify_chain()
    assert report.is_whole
    assert report.events == EventRecord.objects.count() > 3


def seen(*, clients=(), groups=(), case_id=None):
    from gensvar.foundation.people.access import Reach, see_as

    with connection.cursor() as cursor:
        see_as(Reach(clients=frozenset(clients), groups=frozenset(groups), case_id=case_id))
        cursor.execute("SET LOCAL ROLE gensvar_web")
        try:
            return [
                _count(cursor, table)
                for table in ("cases_case", "contacts_contact", "contacts_message")
            ]
        finally:
            cursor.execute("RESET ROLE")


def _count(cursor, table):
    cursor.execute(f"SELECT count(*) FROM {table}")
    return cursor.fetchone()[0]


def test_another_client_sees_nothing_of_a_case(case, energi):
    assert seen(clients=[case.client_id]) == [1, 1, 1]
    assert seen(clients=[energi.pk]) == [0, 0, 0]
    assert seen() == [0, 0, 0]


def test_a_group_sees_the_cases_handed_over_to_it_and_what_was_said(case, tek_gata, bo):
    assert seen(groups=[tek_gata.pk]) == [0, 0, 0]

    hand_over(case, to=tek_gata, why="cannot", question="När?", by=bo, at=NOON)

    assert seen(groups=[tek_gata.pk]) == [1, 1, 1]


def test_a_customer_with_the_code_sees_that_case_only(case, exempelby):
    open_case(exempelby, title="Annat", channel="phone", at=NOON)

    assert seen(case_id=case.pk) == [1, 1, 1]
