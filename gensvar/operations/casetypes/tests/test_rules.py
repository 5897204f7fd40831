"""The table of moves, tried with any table: nothing gets out of it, and nothing gets stuck."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.operations.casetypes.models import TEMPLATE, Service
from gensvar.operations.casetypes.rules import (
    CLOSED,
    MEASURES,
    OURS,
    PLAIN,
    RIGHTS,
    STATES,
    Field,
    Kind,
    Move,
    Option,
    Stage,
    Target,
    Template,
    Words,
    WrongValue,
    faults,
    read_value,
    shown,
)
from gensvar.operations.casetypes.standard import STANDARD


@st.composite
def templates(draw) -> Template:
    """Any template whose parts make sense, whether or not cases could live by it."""
    more = draw(st.lists(st.sampled_from(STATES), max_size=4))
    stages = tuple(
        Stage(f"s{place}", Words(f"Steg {place}"), state)
        for place, state in enumerate([*STATES, *more])
    )
    codes = [stage.code for stage in stages]
    pairs = st.tuples(st.sampled_from(codes), st.sampled_from(codes))
    chosen = draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), unique=True))
    rights = draw(st.lists(st.sampled_from(RIGHTS), min_size=len(chosen), max_size=len(chosen)))
    moves = tuple(Move(a, b, right) for (a, b), right in zip(chosen, rights, strict=True))
    return replace(PLAIN, stages=stages, moves=moves)


sound = templates().filter(lambda template: not faults(template))


@given(template=sound, data=st.data())
def test_a_case_that_goes_by_the_table_can_always_still_be_done(template, data):
    here = template.home(OURS).code
    for _step in range(data.draw(st.integers(0, 12))):
        ways = template.ways(here)
        if not ways:
            break
        here = data.draw(st.sampled_from(ways)).to

    seen, waiting = {here}, [here]
    while waiting:
        for way in template.ways(waiting.pop()):
            if way.to not in seen:
                seen.add(way.to)
                waiting.append(way.to)
    assert any(template.stage(code).state == CLOSED for code in seen)


@given(template=templates())
def test_a_table_in_which_a_case_gets_stuck_is_never_taken(template):
    reached, waiting = {template.home(OURS).code}, [template.home(OURS).code]
    while waiting:
        for way in template.ways(waiting.pop()):
            if way.to not in reached:
                reached.add(way.to)
                waiting.append(way.to)
    is_stuck = any(
        not template.ways(stage.code) for stage in template.stages if stage.state != CLOSED
    )
    is_lost = any(stage.code not in reached for stage in template.stages)

    if is_stuck or is_lost:
        assert {fault.kind for fault in faults(template)} & {"dead-end", "unreachable"}


@given(template=templates(), held=st.sets(st.sampled_from(RIGHTS)), data=st.data())
def test_a_way_into_a_state_leads_there_and_is_one_that_is_allowed_if_any_is(template, held, data):
    start = data.draw(st.sampled_from(template.stages)).code
    state = data.draw(st.sampled_from(STATES))

    way = template.way_into(state, start=start, may=held.__contains__)

    into = [one for one in template.ways(start) if template.stage(one.to).state == state]
    assert (way is None) == (not into)
    if way is not None:
        assert way in into
        assert (way.right in held) == any(one.right in held for one in into)


@given(template=templates(), state=st.sampled_from(STATES), stage=st.text(max_size=5))
def test_a_case_always_stands_in_a_stage_of_its_state(template, state, stage):
    assert template.stage_now(state=state, stage=stage).state == state


@given(template=templates())
def test_a_template_is_read_as_it_was_written(template):
    assert TEMPLATE.validate_json(TEMPLATE.dump_json(template)) == template


@pytest.mark.parametrize("service", Service)
def test_every_standard_template_is_sound_and_said_in_both_languages(service):
    template = STANDARD[service]
    words = [template.name, template.script]
    words += [field.label for field in template.fields]
    words += [stage.label for stage in template.stages]
    words += [option.label for field in template.fields for option in field.options]

    assert faults(template) == []
    assert all(one.sv and one.en for one in words)


@pytest.mark.parametrize(
    ("service", "needed", "measure"),
    [
        pytest.param(Service.CUSTOMER_SERVICE, set(), "K23", id="SRV-01"),
        pytest.param(Service.SUPPORT, {"severity", "affected"}, "K20", id="SRV-02"),
        pytest.param(Service.SALES, {"product", "decision", "terms-told"}, "K20", id="SRV-03"),
        pytest.param(Service.TELEMARKETING, {"outcome"}, "K40", id="SRV-04"),
        pytest.param(Service.SWITCHBOARD, {"sought", "outcome"}, "K15", id="SRV-05"),
        pytest.param(Service.INFORMATION, set(), "K22", id="SRV-06"),
        pytest.param(Service.FAULTS, {"place", "fault", "danger"}, "K26", id="SRV-07"),
    ],
)
def test_each_service_brings_its_fields_its_script_its_measures_and_how_long_it_is_kept(
    service, needed, measure
):
    template = STANDARD[service]

    assert {field.key for field in template.fields if field.is_needed} == needed
    assert template.script.sv
    assert measure in template.measures
    assert template.retention_months > 0


def test_support_asks_for_severity_and_customer_service_does_not():
    assert STANDARD[Service.SUPPORT].field("severity").is_needed
    assert STANDARD[Service.CUSTOMER_SERVICE].field("severity") is None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": Words("")}, "no-name"),
        ({"stages": PLAIN.stages[:-1]}, "no-closed"),
        ({"moves": (Move("closed", "nowhere"),)}, "move"),
        ({"moves": (Move("waiting-for-us", "closed", "cases.read"),)}, "move"),
        ({"stages": (*PLAIN.stages, PLAIN.stages[0])}, "stage-code"),
        ({"fields": (Field("a b", Kind.TEXT, Words("A")),)}, "field-key"),
        ({"fields": (Field("a", Kind.CHOICE, Words("A")),)}, "no-options"),
        ({"fields": (Field("a", Kind.TEXT, Words("")),)}, "no-label"),
        (
            {"fields": tuple(Field(f"a{i}", Kind.TEXT, Words("A")) for i in range(41))},
            "many-fields",
        ),
    ],
)
def test_what_is_wrong_with_a_template_is_told(change, fault):
    assert fault in {one.kind for one in faults(replace(PLAIN, **change))}


CHOICE = Field("c", Kind.CHOICE, Words("C"), options=(Option("high", Words("Hög", "High")),))


@pytest.mark.parametrize(
    ("kind", "given_", "kept"),
    [
        (Kind.TEXT, " Skolgatan 12 ", "Skolgatan 12"),
        (Kind.TEXT, "   ", None),
        (Kind.TEXT, "Skol\0gatan", "Skolgatan"),
        (Kind.TEXT, "\0", None),
        (Kind.NUMBER, "1 234,5", 1234.5),
        (Kind.NUMBER, 12, 12),
        (Kind.NUMBER, "−3", -3),
        (Kind.DATE, "2026-05-04", "2026-05-04"),
        (Kind.YES_NO, "no", False),
        (Kind.YES_NO, True, True),
    ],
)
def test_what_is_filled_in_is_read_as_people_and_programs_write_it(kind, given_, kept):
    assert read_value(Field("f", kind, Words("F")), given_) == kept


@pytest.mark.parametrize(
    ("field", "given_"),
    [
        (Field("f", Kind.NUMBER, Words("F")), "tolv"),
        (Field("f", Kind.NUMBER, Words("F")), "nan"),
        (Field("f", Kind.NUMBER, Words("F")), "1e99"),
        (Field("f", Kind.NUMBER, Words("F")), True),
        (Field("f", Kind.DATE, Words("F")), "2026-02-30"),
        (Field("f", Kind.YES_NO, Words("F")), "kanske"),
        (Field("f", Kind.TEXT, Words("F")), 12),
        (Field("f", Kind.TEXT, Words("F")), "x" * 2_001),
        (CHOICE, "low"),
    ],
)
def test_what_does_not_fit_a_field_is_refused(field, given_):
    with pytest.raises(WrongValue):
        read_value(field, given_)


def test_a_value_is_shown_in_the_readers_language():
    assert shown(CHOICE, "high", language="sv") == "Hög"
    assert shown(CHOICE, "gone", language="sv") == "gone"
    assert shown(Field("f", Kind.YES_NO, Words("F")), True, language="sv") == "Ja"
    assert shown(Field("f", Kind.NUMBER, Words("F")), 12.5, language="sv") == "12,5"


def test_a_goal_is_for_a_measure_that_is_followed_and_can_be_missed():
    followed = replace(PLAIN, measures=("K23",))

    def kinds(*targets: Target) -> list[str]:
        return [fault.kind for fault in faults(replace(followed, targets=targets))]

    assert kinds(Target("K23", 70)) == []
    assert kinds(Target("K26", 95)) == ["no-measure"]
    assert kinds(Target("K23", 101)) == ["target"]
    assert kinds(Target("K23", 0)) == ["target"]


def test_the_shorter_time_to_answer_holds():
    quick, plain = replace(PLAIN, answer_days=2), PLAIN

    assert [quick.days_to_answer(days, usual=3) for days in (1, 5, None)] == [1, 2, 2]
    assert [plain.days_to_answer(days, usual=3) for days in (1, 5, None)] == [1, 5, 3]


@pytest.mark.parametrize("template", STANDARD.values(), ids=STANDARD)
def test_every_measure_of_a_standard_type_is_known(template):
    assert set(template.measures) <= set(MEASURES)
