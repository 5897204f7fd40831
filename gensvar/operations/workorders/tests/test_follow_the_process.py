from datetime import timedelta
from decimal import Decimal

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import IncompleteForClosing, KeptOpen, close
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.models import ProcessStep
from gensvar.operations.workorders.queries.process import process_of
from gensvar.operations.workorders.rules.process import STEPS, Step, lead_times

HOUR = timedelta(hours=1)


def steps_of(case):
    return list(ProcessStep.objects.filter(case=case).order_by("step").values_list("step", "kind"))


def finish(order, performer, at, *, hours="1.5", material=240_00):
    actions.start(order, by=performer, at=at)
    actions.add_time(order, hours=Decimal(hours), by=performer, at=at + HOUR)
    if material:
        actions.add_material(
            order, name="Lysrör", quantity=Decimal(1), price=material, by=performer, at=at
        )
    return actions.sign_off(order, name="Tom Alm", by=performer, at=at + 2 * HOUR)


def test_the_broken_lamp_passes_fourteen_steps(ordered, ada, tom, noon):
    """FM-01 to FM-03: “Trasig lampa Norrskolan” passes all fourteen."""
    lamp = ordered.case
    finish(ordered, tom, noon + HOUR)
    actions.note_carried_out(lamp, at=noon + 4 * HOUR)
    actions.report_back(ordered, text="Lampan lyser.", way="voice", by=ada, at=noon + 5 * HOUR)
    actions.take_step(lamp, Step.PREVENT, by=ada, at=noon + 6 * HOUR)
    actions.take_step(lamp, Step.FOLLOW_UP, by=ada, at=noon + 7 * HOUR)
    actions.rate(ordered.survey, score=5, words="", at=noon + 8 * HOUR)
    actions.note_satisfaction(lamp, at=noon + 8 * HOUR)

    assert steps_of(lamp) == [(str(step), "taken") for step in STEPS]
    process = process_of(lamp)
    assert process is not None
    assert process.rows[Step.CARRY_OUT].at == noon + 3 * HOUR
    assert process.rows[Step.CARRY_OUT].by == tom
    assert lead_times(process.times) == {
        1: timedelta(0),
        2: timedelta(hours=5),
        3: timedelta(hours=3),
    }
    close(lamp, by=ada, at=noon + 9 * HOUR)
    lamp.refresh_from_db()
    assert lamp.is_closed


def test_without_the_report_back_the_case_stays_open(ordered, ada, tom, noon):
    """FM-03: to skip 2.5 blocks the closing."""
    finish(ordered, tom, noon)

    with pytest.raises(KeptOpen) as refused:
        close(ordered.case, by=ada, at=noon + HOUR)

    assert "2.5" in refused.value.words()
    ordered.case.refresh_from_db()
    assert not ordered.case.is_closed


def test_no_template_lets_the_report_back_be_left_out(ordered, fault_type, ada, cia, tom, noon):
    actions.rule_process(
        fault_type,
        has_process=True,
        demands_price=False,
        approval_limit=None,
        rate=0,
        skippable=STEPS,
        by=cia,
        at=noon,
    )
    finish(ordered, tom, noon)
    actions.note_carried_out(ordered.case, at=noon)

    with pytest.raises(actions.EarlierStepFirst, match="EarlierStepFirst"):
        actions.take_step(ordered.case, Step.GATHER, by=ada, at=noon)
    with pytest.raises(KeptOpen):
        close(ordered.case, by=ada, at=noon)


def test_what_a_case_type_asks_for_is_said_before_the_process(lamp, rule, ada, noon):
    lamp.need_type = ""
    lamp.save()

    with pytest.raises(IncompleteForClosing):
        close(lamp, by=ada, at=noon)


def test_a_case_that_was_never_ordered_may_be_closed(lamp, rule, ada, noon):
    close(lamp, by=ada, at=noon)

    lamp.refresh_from_db()
    assert lamp.is_closed


def test_the_customer_is_not_informed_before_the_estimate(lamp, rule, ada, noon):
    """FM-01: 1.4 without an estimate blocks 1.5."""
    for step in (Step.COLLECT, Step.PLAN):
        actions.take_step(lamp, step, by=ada, at=noon)

    with pytest.raises(actions.EstimateMissing):
        actions.take_step(lamp, Step.TELL_PLAN, by=ada, at=noon)
    actions.note_informed(lamp, at=noon)
    assert (str(Step.TELL_PLAN), "taken") not in steps_of(lamp)
    with pytest.raises(actions.EstimateMissing):
        actions.take_step(lamp, Step.ESTIMATE, by=ada, at=noon)


def test_without_a_price_the_estimate_is_one_press(lamp, fault_type, ada, cia, noon):
    actions.rule_process(
        fault_type,
        has_process=True,
        demands_price=False,
        approval_limit=None,
        rate=0,
        skippable=[Step.COLLECT],
        by=cia,
        at=noon,
    )

    for step in (Step.PLAN, Step.ESTIMATE, Step.TELL_PLAN):
        actions.take_step(lamp, step, by=ada, at=noon)

    assert steps_of(lamp) == [
        ("1.1", "taken"),
        ("1.2", "skipped"),
        ("1.3", "taken"),
        ("1.4", "taken"),
        ("1.5", "taken"),
    ]


def test_a_step_is_left_out_only_where_the_template_says_so(lamp, rule, ada, noon):
    with pytest.raises(actions.EarlierStepFirst) as refused:
        actions.take_step(lamp, Step.PLAN, by=ada, at=noon)

    assert "1.2" in refused.value.words()
    assert steps_of(lamp) == []


def test_a_step_is_taken_once(lamp, rule, ada, noon):
    actions.take_step(lamp, Step.COLLECT, by=ada, at=noon)

    with pytest.raises(actions.StepTakenAlready):
        actions.take_step(lamp, Step.COLLECT, by=ada, at=noon)


def test_a_case_without_process_has_no_steps(lamp, ada, noon):
    with pytest.raises(actions.NoProcess):
        actions.take_step(lamp, Step.COLLECT, by=ada, at=noon)


def test_an_answer_to_the_customer_is_step_one_five(estimated, noon):
    actions.note_informed(estimated, at=noon)

    assert steps_of(estimated)[-1] == ("1.5", "taken")


def test_every_step_is_on_record(ordered):
    names = list(
        EventRecord.objects.filter(case_id=ordered.case_id, name="workorders.step-taken")
        .order_by("pk")
        .values_list("payload__step", flat=True)
    )

    assert names == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3"]


def test_above_the_limit_the_order_waits_for_a_yes(lamp, rule, wanted, ada, tom, noon):
    """FM-02: 2.2 above the limit needs the customer's yes."""
    for step in (Step.COLLECT, Step.PLAN):
        actions.take_step(lamp, step, by=ada, at=noon)
    actions.estimate(lamp, hours=Decimal(10), rate=620_00, material=0, by=ada, at=noon)
    actions.note_informed(lamp, at=noon)
    order = actions.make_order(lamp, wanted, by=ada, at=noon)

    with pytest.raises(actions.ApprovalMissing):
        actions.take_step(lamp, Step.CONFIRM, by=ada, at=noon)
    with pytest.raises(actions.ApprovalMissing):
        actions.start(order, by=tom, at=noon)
    actions.answer_estimate(
        lamp, is_yes=False, side="customer", who="Eva Ek", how="phone", by=ada, at=noon
    )
    with pytest.raises(actions.ApprovalMissing):
        actions.start(order, by=tom, at=noon)

    answer = actions.answer_estimate(
        lamp, is_yes=True, side="client", who="Rektor Sten", how="mail", by=ada, at=noon + HOUR
    )

    assert (answer.who, answer.how, answer.side, answer.at) == (
        "Rektor Sten",
        "mail",
        "client",
        noon + HOUR,
    )
    assert ("2.2", "taken") in steps_of(lamp)
    actions.note_informed(lamp, at=noon + HOUR)
    actions.start(order, by=tom, at=noon + HOUR)


def test_a_new_estimate_above_the_limit_asks_for_a_new_yes(ordered, ada, tom, noon):
    actions.estimate(
        ordered.case,
        hours=Decimal(10),
        rate=620_00,
        material=0,
        by=ada,
        at=noon,
        order=ordered,
    )

    with pytest.raises(actions.ApprovalMissing):
        actions.start(ordered, by=tom, at=noon)


def test_within_the_limit_nobody_is_asked(ordered):
    assert ("2.2", "taken") in steps_of(ordered.case)
