"""A case follows its type: what it asks for, where it can go, and for whom."""

from dataclasses import replace

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    HandOverFirst,
    IncompleteForClosing,
    NotForYou,
    NoWayThere,
    UnknownField,
    WrongFieldValue,
    answer,
    change_state,
    close,
    describe,
    fill_in,
    give_feedback,
    hand_over,
    join_contact,
    move,
    open_case,
    reopen,
)
from gensvar.operations.cases.models import Case, CaseStage, FilledField, State
from gensvar.operations.cases.queries.typed import filled_in, type_of
from gensvar.operations.casetypes.actions import add_type, make_default, remove_stage, set_moves
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.rules import Move, all_ways
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.customers.actions import recognise

WHOLE = {"place": "Skolgatan 12", "fault": "broken", "danger": True}


@pytest.fixture
def faults(exempelby, gator, noon):
    """Fault reports, which cases about Gator, v are."""
    add_type(exempelby, "customer-service", by=None, at=noon)
    case_type = add_type(exempelby, "fault-reporting", by=None, at=noon)
    gator.case_type = case_type
    gator.save()
    return case_type


@pytest.fixture
def case(exempelby, gator, faults, ada, noon):
    eva = recognise(exempelby, kind="mail", value="eva.ek@example.com", name="Eva Ek", at=noon)
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=noon)
    record_message(contact, Said(text="Hål", sender_address="eva.ek@example.com"), at=noon)
    return open_case(
        exempelby,
        title="Hål i gatan",
        channel="mail",
        contact=contact,
        subject=gator,
        need_type="opinion",
        agent=ada,
        at=noon,
    )


def now_at(case):
    case.refresh_from_db()
    return case.state, case.stage


def test_a_case_has_the_type_of_its_subject_unless_one_is_chosen(exempelby, case, faults, ada):
    plain = open_case(exempelby, title="Fråga", channel="phone", at=NOON)
    default = CaseType.objects.get(client=exempelby, is_default=True)

    assert type_of(case).pk == faults.pk
    assert type_of(plain).pk == default.pk
    describe(case, type=default, by=ada, at=NOON)
    case.refresh_from_db()
    assert type_of(case).pk == default.pk


def test_a_client_without_types_asks_for_nothing_more(exempelby, gator, ada):
    case = open_case(
        exempelby, title="Fråga", channel="phone", subject=gator, need_type="status", at=NOON
    )

    close(case, by=ada, at=NOON)

    assert now_at(case) == (State.CLOSED, "")


def test_closing_asks_for_the_fields_that_are_missing_and_names_them(case, ada):
    fill_in(case, {"place": "Skolgatan 12"}, by=ada, at=NOON)

    with pytest.raises(IncompleteForClosing) as refused:
        close(case, by=ada, at=NOON)

    assert refused.value.missing == ["fields/fault", "fields/danger"]
    assert "Fara för någon" in refused.value.words() or "Danger" in refused.value.words()
    fill_in(case, {"fault": "broken", "danger": False}, by=ada, at=NOON)
    close(case, by=ada, at=NOON)
    assert now_at(case)[0] == State.CLOSED


def test_changing_type_keeps_what_was_filled_in(exempelby, case, ada):
    fill_in(case, WHOLE, by=ada, at=NOON)
    default = CaseType.objects.get(client=exempelby, is_default=True)

    describe(case, type=default, by=ada, at=NOON)
    assert filled_in(case) == WHOLE
    describe(case, type=None, by=ada, at=NOON)
    close(case, by=ada, at=NOON)

    assert now_at(case)[0] == State.CLOSED


def test_what_a_field_held_before_stays_below(case, ada, bo):
    fill_in(case, {"place": "Skolgatan"}, by=ada, at=NOON)
    fill_in(case, {"place": "Skolgatan 12", "danger": True}, by=bo, at=NOON)
    fill_in(case, {"place": "Skolgatan 12"}, by=ada, at=NOON)
    fill_in(case, {"place": None}, by=ada, at=NOON)

    rows = FilledField.objects.filter(case=case, key="place").order_by("pk")
    assert [(row.value, row.by) for row in rows] == [
        ("Skolgatan", ada),
        ("Skolgatan 12", bo),
        (None, ada),
    ]
    assert filled_in(case) == {"danger": True}
    events = EventRecord.objects.filter(name="cases.fields-filled").order_by("pk")
    assert [one.payload["fields"] for one in events] == [["place"], ["place", "danger"], ["place"]]
    assert "Skolgatan" not in str([one.payload for one in events])


@pytest.mark.parametrize("value", ["kanske", 7])
def test_what_does_not_fit_a_field_is_refused_and_nothing_is_written(case, ada, value):
    with pytest.raises(WrongFieldValue) as refused:
        fill_in(case, {"place": "Här", "danger": value}, by=ada, at=NOON)

    assert refused.value.missing == ["fields/danger"]
    assert filled_in(case) == {}


def test_a_field_that_nobody_asks_for_is_refused(case, ada):
    with pytest.raises(UnknownField) as refused:
        fill_in(case, {"severity": "high"}, by=ada, at=NOON)

    assert "place" in refused.value.words()


def test_a_stage_within_a_state_does_not_start_the_wait_anew(case, ada):
    move(case, "assessed", by=ada, at=NOON.replace(hour=15), reason="Sett på plats")

    assert now_at(case) == (State.WAITING_FOR_US, "assessed")
    assert case.state_since == NOON
    row = CaseStage.objects.get(case=case)
    assert (row.stage, row.version, row.by, row.reason) == ("assessed", 1, ada, "Sett på plats")
    event = EventRecord.objects.get(name="cases.stage-changed")
    assert (event.payload["old"], event.payload["new"]) == ("", "assessed")


def test_a_move_that_the_type_has_not_is_refused_with_where_it_can_go(case, faults, ada):
    fill_in(case, WHOLE, by=ada, at=NOON)

    with pytest.raises(NoWayThere) as refused:
        move(case, "not-repaired", by=ada, at=NOON)

    said = refused.value.words()
    assert "Bedömt" in said or "Assessed" in said
    assert now_at(case) == (State.WAITING_FOR_US, "")


def test_a_move_takes_the_right_that_the_type_says(case, ada, cia):
    fill_in(case, WHOLE, by=ada, at=NOON)
    move(case, "assessed", by=ada, at=NOON)

    with pytest.raises(NotForYou):
        move(case, "not-repaired", by=ada, at=NOON)
    with pytest.raises(NotForYou):
        close(case, stage="not-repaired", by=ada, at=NOON)
    move(case, "not-repaired", by=cia, at=NOON)

    assert now_at(case) == (State.CLOSED, "not-repaired")


def test_the_rights_that_delivery_tells_count_before_those_of_the_agent(case, ada):
    fill_in(case, WHOLE, by=ada, at=NOON)
    move(case, "assessed", by=ada, at=NOON)

    move(case, "not-repaired", by=ada, at=NOON, may=lambda right: True)

    assert now_at(case) == (State.CLOSED, "not-repaired")


def test_closing_takes_the_first_end_that_is_open_to_one(case, ada):
    fill_in(case, WHOLE, by=ada, at=NOON)

    close(case, by=ada, at=NOON)

    assert now_at(case) == (State.CLOSED, "")
    reopen(case, by=ada, at=NOON)
    assert now_at(case) == (State.WAITING_FOR_US, "")


def test_a_customers_words_open_a_case_whatever_the_table_says(case, faults, ada, exempelby):
    fill_in(case, WHOLE, by=ada, at=NOON)
    close(case, by=ada, at=NOON)
    onward = [one for one in faults.template.moves if one.start != "repaired"]
    set_moves(faults, onward, by=ada, at=NOON)

    with pytest.raises(NoWayThere):
        reopen(case, by=ada, at=NOON)
    again = register_contact(
        exempelby, channel="mail", direction="in", customer=case.customer, at=NOON
    )
    join_contact(case, again, by=None, at=NOON)

    assert now_at(case) == (State.WAITING_FOR_US, "")


def test_an_answer_leaves_also_where_the_type_does_not_wait_for_customers(case, faults, ada):
    kept = [
        one
        for one in faults.template.moves
        if one.to != "waiting-for-customer" or one.start != "reported"
    ]
    set_moves(faults, kept, by=ada, at=NOON)

    answer(case, "Vi lagar.", channel="mail", by=ada, at=NOON)

    assert now_at(case)[0] == State.WAITING_FOR_US
    with pytest.raises(NoWayThere):
        change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)


def test_a_hand_over_goes_by_the_table_and_is_no_mere_move(case, faults, ada, tek_gata, hanna):
    with pytest.raises(HandOverFirst):
        move(case, "ordered", by=ada, at=NOON)
    kept = [one for one in faults.template.moves if (one.start, one.to) != ("reported", "ordered")]
    set_moves(faults, kept, by=ada, at=NOON)
    with pytest.raises(NoWayThere):
        hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)

    move(case, "assessed", by=ada, at=NOON)
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)

    assert now_at(case) == (State.HANDED_OVER, "")


def test_a_department_that_answers_leaves_the_missing_fields_to_the_front(
    case, ada, tek_gata, hanna
):
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)

    give_feedback(case, outcome="answered", channel="phone", summary="Lagat", by=hanna, at=NOON)

    assert now_at(case)[0] == State.WAITING_FOR_US


def test_a_stage_that_the_type_no_longer_has_is_the_first_of_its_state(case, faults, ada):
    move(case, "assessed", by=ada, at=NOON)

    remove_stage(faults, "assessed", by=ada, at=NOON)

    template = type_of(case).template
    assert template.stage_now(state=case.state, stage="assessed").code == "reported"


def test_cases_of_a_type_are_those_chosen_those_by_subject_and_the_rest_of_the_default(
    exempelby, case, faults, ada
):
    default = CaseType.objects.get(client=exempelby, is_default=True)
    plain = open_case(exempelby, title="Fråga", channel="phone", at=NOON)

    assert list(Case.objects.of_type(faults)) == [case]
    assert list(Case.objects.of_type(default)) == [plain]
    describe(plain, type=faults, by=ada, at=NOON)
    assert set(Case.objects.of_type(faults)) == {case, plain}
    make_default(faults, by=ada, at=NOON)
    assert list(Case.objects.of_type(CaseType.objects.get(pk=default.pk))) == []


def test_a_type_is_changed_for_the_cases_that_have_it_at_once(case, faults, ada):
    fill_in(case, WHOLE, by=ada, at=NOON)
    ways = [one for one in all_ways(faults.template.stages) if one.to != "repaired"]
    strict = [*ways, Move("assessed", "repaired", "cases.close")]
    set_moves(faults, strict, by=ada, at=NOON)

    close(case, stage="not-repaired", by=ada, at=NOON)

    assert now_at(case) == (State.CLOSED, "not-repaired")
    assert CaseStage.objects.get(case=case).version == 2
    assert replace(faults.template, moves=()).stages == faults.template.stages
