from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.operations.cases.actions import (
    BlankLeft,
    IncompleteForClosing,
    MacroDoesNothing,
    MacroRetiredAlready,
    NobodyFillsIn,
    NotOfThisClient,
    Offer,
    ReadyNameTaken,
    TooLateToUndo,
    answer,
    assign,
    describe,
    fill_in,
    move,
    open_case,
    promise_answer,
    retire_macro,
    run_macro,
    undo_macro,
    write_canned_text,
    write_macro,
)
from gensvar.operations.cases.models import Case, MacroRun, Promise, State
from gensvar.operations.cases.queries.wording import words_for
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.contacts.models import Outgoing

NOTHING = {"text": "", "subject": None, "need_type": "", "turn": "", "takes": False, "group": None}
SOON = NOON + timedelta(seconds=5)


@pytest.fixture
def case(begun, eva, bo, kundtjanst):
    case = begun("Gropar", eva)
    assign(case, agent=bo, group=kundtjanst, by=bo, at=NOON)
    return Case.objects.select_related("client", "customer").get(pk=case.pk)


@pytest.fixture
def make(exempelby, admin):
    """Write a macro that does these things."""

    def made(name="Lagas", **does):
        return write_macro(exempelby, by=admin, at=NOON, **{**NOTHING, "name": name, **does})

    return made


@pytest.fixture
def lagas(make, gator):
    return make(
        text="Hej {first_name}! Det lagas i dag. Ärende {number}.",
        subject=gator,
        need_type="status",
        turn=State.CLOSED,
        takes=True,
    )


def standing(case):
    case = Case.objects.get(pk=case.pk)
    return case.state, case.subject_id, case.need_type, case.agent_id, case.group_id, case.closed_at


def test_all_of_it_is_done_at_once(case, lagas, ada, gator, kundtjanst):
    words = words_for(case, lagas.text, by=ada)
    run_macro(case, lagas, text=words, by=ada, at=NOON)

    outgoing = Outgoing.objects.get()
    assert outgoing.message.text == f"Hej Eva! Det lagas i dag. Ärende {case.number}."
    expected = (State.CLOSED, gator.pk, "status", ada.pk, kundtjanst.pk, NOON)
    assert standing(case) == expected


def test_all_of_it_is_undone_together_while_there_is_time(case, lagas, ada, bo):
    before = standing(case)
    ran = run_macro(case, lagas, text="Hej!", by=ada, at=NOON)

    undo_macro(ran, by=ada, at=SOON)

    assert standing(case) == before
    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED
    with pytest.raises(TooLateToUndo):
        undo_macro(ran, by=ada, at=SOON)


def test_undone_it_stands_in_its_stage_and_under_its_promise_again(
    case, make, exempelby, gator, ada
):
    gator.case_type = add_type(exempelby, "fault-reporting", by=None, at=NOON)
    gator.save()
    describe(case, subject=gator, need_type="opinion", by=ada, at=NOON)
    fill_in(case, {"place": "Skolgatan", "fault": "broken", "danger": False}, by=ada, at=NOON)
    move(case, "assessed", by=ada, at=NOON)
    promise_answer(case, Offer(due_on=NOON.date() + timedelta(days=2)), by=ada, at=NOON)
    ran = run_macro(case, make(turn=State.CLOSED), text="", by=ada, at=SOON)
    assert Promise.objects.standing().count() == 0

    undo_macro(ran, by=ada, at=SOON)

    stands = Case.objects.get(pk=case.pk)
    assert (stands.state, stands.stage) == (State.WAITING_FOR_US, "assessed")
    assert Promise.objects.standing().get().case == stands


def test_afterwards_nothing_is_undone(case, lagas, ada):
    ran = run_macro(case, lagas, text="Hej!", by=ada, at=NOON)
    after = standing(case)

    with pytest.raises(TooLateToUndo):
        undo_macro(ran, by=ada, at=ran.until)

    assert standing(case) == after
    assert Outgoing.objects.get().state == Outgoing.State.QUEUED


def test_when_one_act_is_refused_none_is_done(case, make, ada):
    closes = make(text="Klart.", turn=State.CLOSED)
    before = standing(case)

    with pytest.raises(IncompleteForClosing):
        run_macro(case, closes, text="Klart.", by=ada, at=NOON)

    assert standing(case) == before
    assert not Outgoing.objects.exists()
    assert not MacroRun.objects.exists()


def test_what_it_does_not_say_is_left_alone(case, make, ada, tek_gata):
    run_macro(case, make(group=tek_gata), text="", by=ada, at=NOON)

    state, subject, need, agent, group, _closed = standing(case)
    assert (state, subject, need) == (State.WAITING_FOR_US, None, "")
    assert (agent, group) == (None, tek_gata.pk)
    assert not Outgoing.objects.exists()


def test_a_word_that_is_not_known_stands_open_and_is_never_sent(case, exempelby, ada):
    unknown = open_case(exempelby, title="Okänd", channel="phone", at=NOON)

    words = words_for(unknown, "Hej {first_name}, om {number} {annat}", by=ada)

    assert words == f"Hej {{first_name}}, om {unknown.number} {{annat}}"
    with pytest.raises(BlankLeft) as refused:
        answer(case, words, channel="mail", by=ada, at=NOON)
    assert "{first_name}" in refused.value.words()
    answer(case, "Klamrar om {annat} är bara klamrar.", channel="mail", by=ada, at=NOON)


def test_what_makes_no_sense_is_refused(case, make, exempelby, energi, ada, admin):
    make("Ett", takes=True)
    with pytest.raises(MacroDoesNothing):
        make("Inget")
    with pytest.raises(ReadyNameTaken):
        make("Ett", takes=True)
    with pytest.raises(NobodyFillsIn):
        write_canned_text(exempelby, name="Skor", text="{shoe_size}", by=admin, at=NOON)
    foreign = write_macro(energi, by=admin, at=NOON, **{**NOTHING, "name": "Ta", "takes": True})
    with pytest.raises(NotOfThisClient):
        run_macro(case, foreign, text="", by=ada, at=NOON)
    retired = make("Två", takes=True)
    retire_macro(retired, by=admin, at=NOON)
    with pytest.raises(MacroRetiredAlready):
        run_macro(case, retired, text="", by=ada, at=NOON)
    make("Två", takes=True)
