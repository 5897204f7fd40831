from dataclasses import replace
from datetime import time

import pytest

from gensvar.foundation.calendars.actions import HoursTooFew, set_hours
from gensvar.foundation.calendars.models import OFFICE, OpeningHours
from gensvar.foundation.calendars.rules import Interval
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.casetypes.actions import (
    BrokenTemplate,
    CodeTaken,
    FieldKeyTaken,
    add_field,
    add_stage,
    add_type,
    change_field,
    describe_type,
    make_default,
    remove_field,
    remove_stage,
    retire_type,
    set_moves,
)
from gensvar.operations.casetypes.actions.adding import IsDefault
from gensvar.operations.casetypes.models import CaseType, TypeVersion
from gensvar.operations.casetypes.rules import Field, Kind, Move, Stage, Words

PLATE = Field("plate", Kind.TEXT, Words("Registreringsnummer", "Registration number"))


@pytest.fixture
def support(exempelby, ada, noon):
    return add_type(exempelby, "support", by=ada, at=noon)


def fresh(case_type):
    return CaseType.objects.get(pk=case_type.pk)


def test_the_first_type_of_a_client_is_its_default(exempelby, support, ada, noon):
    faults = add_type(exempelby, "fault-reporting", by=ada, at=noon)

    assert support.is_default
    assert not faults.is_default
    make_default(faults, by=ada, at=noon)
    assert [fresh(support).is_default, fresh(faults).is_default] == [False, True]


def test_a_code_is_taken_once_in_a_client(exempelby, energi, support, ada, noon):
    with pytest.raises(CodeTaken):
        add_type(exempelby, "support", by=ada, at=noon)

    assert add_type(energi, "support", by=ada, at=noon).code == "support"


def test_each_change_is_a_version_and_the_earlier_one_stays(support, ada, noon):
    before = support.template
    add_field(support, PLATE, by=ada, at=noon)
    change_field(fresh(support), replace(PLATE, is_needed=True), by=ada, at=noon)

    assert fresh(support).version == 3
    assert fresh(support).template.field("plate").is_needed
    assert TypeVersion.objects.get(case_type=support, number=1).template == before
    events = EventRecord.objects.filter(name="casetypes.case-type-changed")
    assert [record.payload["number"] for record in events.order_by("pk")] == [2, 3]


def test_nothing_changed_is_no_version(support, ada, noon):
    change_field(support, support.template.fields[0], by=ada, at=noon)

    assert fresh(support).version == 1


def test_a_key_is_taken_once_in_a_type(support, ada, noon):
    with pytest.raises(FieldKeyTaken):
        add_field(support, replace(PLATE, key="severity"), by=ada, at=noon)


def test_a_removed_field_is_in_the_earlier_version(support, ada, noon):
    remove_field(support, "severity", by=ada, at=noon)

    assert fresh(support).template.field("severity") is None
    assert support.versions.get(number=1).template.field("severity") is not None


def test_a_new_stage_can_be_reached_and_left(support, ada, noon):
    add_stage(support, Stage("asleep", Words("Vilar"), "waiting-for-us"), by=ada, at=noon)

    template = fresh(support).template
    assert template.way("received", "asleep")
    assert template.way("asleep", "solved")


def test_a_stage_without_a_way_out_is_refused(support, ada, noon):
    kept = [move for move in support.template.moves if move.start != "troubleshooting"]

    with pytest.raises(BrokenTemplate) as refused:
        set_moves(support, kept, by=ada, at=noon)

    assert "Felsöks" in refused.value.words() or "Being looked into" in refused.value.words()
    assert fresh(support).version == 1


def test_the_last_stage_of_a_state_stays(support, ada, noon):
    with pytest.raises(BrokenTemplate) as refused:
        remove_stage(support, "solved", by=ada, at=noon)

    assert refused.value.fault.kind == "no-closed"


def test_a_move_names_a_right_that_there_is(support, ada, noon):
    with pytest.raises(BrokenTemplate):
        set_moves(support, [Move("received", "solved", "cases.dance")], by=ada, at=noon)


def test_the_default_is_not_retired(support, ada, noon):
    with pytest.raises(IsDefault):
        retire_type(support, by=ada, at=noon)


def test_hours_that_do_not_hold_a_promised_time_are_refused(exempelby, support, ada, noon):
    office = {weekday: [Interval(time(8), time(16))] for weekday in range(5)}
    set_hours(exempelby, channel=OFFICE, weekly=office, by=ada, at=noon)
    describe_type(support, answer_days=150, by=ada, at=noon)
    kept = OpeningHours.objects.count()

    with pytest.raises(HoursTooFew) as refused:
        set_hours(exempelby, channel=OFFICE, weekly={3: office[3]}, by=ada, at=noon)

    assert "150 arbetsdagar" in refused.value.words()
    assert OpeningHours.objects.count() == kept
    describe_type(fresh(support), answer_days=90, by=ada, at=noon)
    set_hours(exempelby, channel=OFFICE, weekly={3: office[3]}, by=ada, at=noon)
