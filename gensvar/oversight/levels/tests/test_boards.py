from datetime import date, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import describe, make_confidential, open_case
from gensvar.operations.workorders.models import Estimate, Survey, WorkOrder
from gensvar.oversight.levels.actions import NoWish, PersonalDataInIt, archive_boards, decide_wish
from gensvar.oversight.levels.models import ArchivedBoard
from gensvar.oversight.levels.queries.boards import BOARDS, board
from gensvar.oversight.levels.queries.facts import days_until
from gensvar.oversight.levels.queries.wishes import wish_list
from gensvar.oversight.levels.rules import WINDOW, quarter_of
from gensvar.oversight.levels.tests.conftest import TODAY
from gensvar.oversight.levels.words import QUESTIONS, told

DAYS = days_until(TODAY, window=WINDOW)


@pytest.fixture
def wish(exempelby, gator, wish_type, ada):
    def wished(*, at=NOON):
        case = open_case(exempelby, title="Fler cykelställ", channel="web", subject=gator, at=at)
        describe(case, by=ada, at=at, type=wish_type)
        return case

    return wished


def tiles(client):
    return {tile.key: tile for name in BOARDS for tile in board(client, name, DAYS)}


def test_each_of_the_three_four_and_four_questions_has_a_figure_or_says_what_is_missing(exempelby):
    assert [len(asked) for asked in BOARDS.values()] == [3, 4, 4]

    found = tiles(exempelby)

    assert set(found) == set(QUESTIONS)
    for tile in found.values():
        shown = told(tile)
        assert (shown.figure, bool(shown.why)) == ("", True), tile.key


def test_where_there_are_facts_each_question_has_its_figure_and_its_rows(
    exempelby, nine_faults, wish, eva, ada
):
    wish()
    open_case(exempelby, title="Fråga", channel="phone", customer=eva, at=NOON)
    for order in WorkOrder.objects.all():
        Estimate.objects.create(
            case=order.case,
            client=exempelby,
            order=order,
            hours=2,
            rate=620_00,
            material=180_00,
            total=1_420_00,
            by=ada,
            at=order.made_at,
        )
        Survey.objects.create(
            order=order, client=exempelby, asked_at=NOON, answered_at=NOON, score=4
        )

    found = tiles(exempelby)

    assert {key: told(tile).figure for key, tile in found.items()} == {
        "services": "100,0 %",
        "efficiency": "100,0 %",
        "right-price": "−17,6 %",
        "frequency": "9",
        "needs": "1",
        "quality": told(found["quality"]).figure,
        "price": "1\u00a0170 kr",
        "bought": "3",
        "by-whom": "0,0 %",
        "help": "4,0",
        "price-and-quality": "1\u00a0170 kr",
    }
    assert told(found["quality"]).figure.endswith(" %")
    assert [row.label for row in found["frequency"].rows] == ["FAST-17"]
    assert [(row.label, row.cost) for row in found["price"].rows] == [("FAST-17", 3 * 1_170_00)]
    assert all(tile.rows for tile in found.values())


def test_a_confidential_case_is_in_no_figure(exempelby, nine_faults, ada, cia):
    before = tiles(exempelby)
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    for case in nine_faults:
        make_confidential(case, access=access, because="Hot", by=ada, at=NOON)

    after = tiles(exempelby)

    assert before["frequency"].value == 9
    assert {tile.value for tile in after.values()} == {None}


def test_forty_six_wishes_of_which_twelve_are_accepted(exempelby, wish, nine_faults, cia):
    wishes = [wish(at=NOON - timedelta(hours=n)) for n in range(46)]
    for case in wishes[:12]:
        decide_wish(case, outcome="accepted", words="I budgeten", by=cia, at=NOON)
    for case in wishes[12:20]:
        decide_wish(case, outcome="declined", words="", by=cia, at=NOON)

    found = wish_list(exempelby, quarter_of(TODAY))

    assert (len(found.wishes), found.accepted, found.declined, found.undecided) == (46, 12, 8, 26)
    assert tiles(exempelby)["needs"].value == 46
    assert tiles(exempelby)["frequency"].value == 9, "a wish is no fault"
    assert wish_list(exempelby, quarter_of(TODAY).before).wishes == ()


def test_a_later_decision_takes_the_place_of_the_first_and_a_fault_is_no_wish(
    exempelby, wish, fault, cia
):
    case = wish()
    decide_wish(case, outcome="later", words="", by=cia, at=NOON)
    decide_wish(case, outcome="accepted", words="", by=cia, at=NOON)

    assert wish_list(exempelby, quarter_of(TODAY)).accepted == 1
    with pytest.raises(NoWish):
        decide_wish(fault(), outcome="accepted", words="", by=cia, at=NOON)


def test_the_reason_for_a_decision_about_a_wish_tells_of_no_person(wish, cia):
    case = wish()

    with pytest.raises(PersonalDataInIt):
        decide_wish(case, outcome="later", words="Ring Eva 070-123 45 67", by=cia, at=NOON)
    assert not hasattr(case, "wish_decision")


def test_dashboards_are_kept_once_a_month_as_they_stood(exempelby, fault):
    fault(days_ago=10)

    assert archive_boards(exempelby, at=NOON) == 3
    kept = ArchivedBoard.objects.get(board="line")
    assert (kept.starts_on, kept.ends_on) == (date(2026, 4, 1), date(2026, 5, 1))
    fault(days_ago=11)
    assert archive_boards(exempelby, at=NOON + timedelta(days=3)) == 0

    again = ArchivedBoard.objects.get(board="line")
    assert (again.sha256, again.figures) == (kept.sha256, kept.figures)
    frequency = next(one for one in again.figures if one["key"] == "frequency")
    assert (frequency["value"], frequency["rows"]) == (1.0, [["FAST-17", 1, None]])
