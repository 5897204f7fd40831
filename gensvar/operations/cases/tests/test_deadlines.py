"""Due times follow from facts; what is stored is only their shadow."""

from datetime import datetime, time

import pytest
from django.utils import translation

from gensvar.foundation.calendars.actions import (
    CannotBeMet,
    keep_holidays,
    publish_deviation,
    set_hours,
)
from gensvar.foundation.calendars.models import OFFICE
from gensvar.foundation.calendars.queries import office_calendar, zone
from gensvar.foundation.calendars.rules import Interval
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.actions import (
    change_state,
    close,
    describe,
    give_feedback,
    hand_over,
    open_case,
    reopen,
)
from gensvar.operations.cases.actions.timing import forget_deadlines, refresh_deadlines
from gensvar.operations.cases.models import Deadline, State
from gensvar.operations.cases.queries.deadlines import clock_now, due_by, told_deadline
from gensvar.operations.cases.rules import ClockKind
from gensvar.operations.casetypes.actions import add_type, describe_type
from gensvar.operations.knowledge.actions import add_subject, change_subject


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone())


@pytest.fixture
def office(exempelby, ada):
    """The office of the specification: Monday to Friday, half past seven to five."""
    weekly = {weekday: [Interval(time(7, 30), time(17))] for weekday in range(5)}
    at = local("2026-01-02T08:00")
    set_hours(exempelby, channel=OFFICE, weekly=weekly, by=ada, at=at)
    keep_holidays(exempelby, country="SE", by=ada, at=at)
    return exempelby


def handed(office, tek_gata, ada, gator=None, at="2026-04-30T14:30"):
    case = open_case(
        office,
        title="Gropar",
        channel="phone",
        subject=gator,
        need_type="opinion",
        at=local("2026-03-16T09:00"),
    )
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=local(at))
    case.refresh_from_db()
    return case


def due_of(case):
    calendar = office_calendar(case.client, at=local("2026-05-04T12:00"))
    found = due_by(clock_now(case), calendar)
    return found.astimezone(zone()).isoformat(timespec="minutes")[:16] if found else None


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-04-30T14:30", "2026-05-06T17:00"),
        ("2026-04-01T10:00", "2026-04-08T17:00"),
        ("2026-04-01T23:00", "2026-04-08T17:00"),
    ],
)
def test_a_hand_over_is_due_at_closing_on_the_third_working_day(office, tek_gata, ada, at, due):
    assert due_of(handed(office, tek_gata, ada, at=at)) == due


def test_a_case_of_ours_is_due_by_the_answer_time_of_its_subject(office, gator, ada):
    change_subject(gator, answer_days=5, by=ada, at=local("2026-04-01T08:00"))
    gator.refresh_from_db()
    at = local("2026-05-04T09:00")
    case = open_case(office, title="Hål", channel="phone", subject=gator, at=at)

    assert clock_now(case).kind == ClockKind.ANSWER
    assert due_of(case) == "2026-05-11T17:00"


def test_waiting_for_the_customer_stops_the_clock(office, tek_gata, ada):
    case = handed(office, tek_gata, ada, at="2026-05-04T10:00")
    change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=local("2026-05-05T09:00"))
    change_state(case, State.HANDED_OVER, by=ada, at=local("2026-05-08T09:00"))

    assert due_of(case) == "2026-05-12T17:00"


def test_a_wait_for_the_customer_stops_it_for_ten_working_days_at_most(office, tek_gata, ada):
    case = handed(office, tek_gata, ada, at="2026-05-04T10:00")
    change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=local("2026-05-05T09:00"))

    # The tenth working day ends on 20 May (the 14th is Ascension Day), the third after on the 25th.
    assert due_of(case) == "2026-05-25T17:00"


def test_from_group_to_group_the_clock_goes_on(office, tek_gata, ada, bo):
    case = handed(office, tek_gata, ada, at="2026-05-04T10:00")
    tek_va = Group.objects.create(
        client=office, code="TEK-VA", name="Vatten", manager=tek_gata.manager
    )
    hand_over(case, to=tek_va, why="cannot", question="Ni?", by=ada, at=local("2026-05-06T10:00"))

    assert due_of(case) == "2026-05-07T17:00"


def test_a_case_given_back_is_ours_again_from_its_opening(office, tek_gata, ada, hanna):
    case = handed(office, tek_gata, ada, at="2026-05-04T10:00")
    at = local("2026-05-05T10:00")
    give_feedback(case, outcome="returned", channel="", summary="Inte vår", by=hanna, at=at)
    case.refresh_from_db()

    assert (clock_now(case).kind, due_of(case)) == (ClockKind.ANSWER, "2026-03-19T17:00")

    hand_over(case, to=tek_gata, why="cannot", question="Jo", by=ada, at=local("2026-05-06T10:00"))
    assert due_of(case) == "2026-05-11T17:00"


def test_a_case_opened_again_is_due_from_then(office, gator, ada):
    case = open_case(
        office,
        title="Hål",
        channel="phone",
        subject=gator,
        need_type="opinion",
        at=local("2026-03-16T09:00"),
    )
    close(case, by=ada, at=local("2026-03-16T10:00"))
    case.refresh_from_db()
    reopen(case, by=ada, at=local("2026-05-04T09:00"))

    assert due_of(case) == "2026-05-07T17:00"


def test_the_deadline_explains_itself_in_both_languages(office, tek_gata, ada):
    case = handed(office, tek_gata, ada)

    with translation.override("sv"):
        told = told_deadline(case, at=local("2026-05-05T12:00"))

    assert told.words.summary == "3 arbetsdagar: 4, 5, 6 maj"
    assert told.words.due == "onsdag 6 maj kl. 17"
    assert (told.days, told.used, told.is_overdue) == (3, 1, False)
    with translation.override("en"):
        late = told_deadline(case, at=local("2026-05-07T08:00"))
    assert late.words.summary == "3 working days: 4, 5, 6 May"
    assert (late.used, late.is_overdue) == (3, True)


def kept(case):
    row = Deadline.objects.filter(case=case).first()
    return row and row.due_at.astimezone(zone()).isoformat()[:16]


def test_the_cache_follows_the_facts_and_goes_when_the_case_is_done(office, tek_gata, ada, gator):
    case = handed(office, tek_gata, ada, gator)
    at = local("2026-05-04T12:00")

    assert refresh_deadlines(office, at=at) == 1
    assert kept(case) == "2026-05-06T17:00"
    assert refresh_deadlines(office, at=at) == 0

    change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=at)
    change_state(case, State.HANDED_OVER, by=ada, at=local("2026-05-05T18:00"))
    assert refresh_deadlines(office, at=at) == 1
    assert kept(case) == "2026-05-08T17:00"

    close(case, by=ada, at=at)
    assert refresh_deadlines(office, at=at) == 0
    assert kept(case) is None


def test_a_new_closing_day_moves_every_deadline_that_it_lies_in(office, tek_gata, ada):
    case = handed(office, tek_gata, ada)
    refresh_deadlines(office, at=local("2026-05-04T12:00"))
    before = Deadline.objects.get(case=case).digest

    at = local("2026-05-04T13:00")
    publish_deviation(office, on=local("2026-05-05T00:00").date(), reason="Klämdag", by=ada, at=at)
    refresh_deadlines(office, at=at)

    assert kept(case) == "2026-05-07T17:00"
    assert Deadline.objects.get(case=case).digest != before


def test_a_changed_answer_time_moves_our_own_cases_but_not_what_was_handed_over(
    office, tek_gata, ada, gator
):
    ours = open_case(office, title="x", channel="mail", subject=gator, at=local("2026-05-04T09:00"))
    theirs = handed(office, tek_gata, ada, gator)
    at = local("2026-05-04T12:00")
    refresh_deadlines(office, at=at)

    change_subject(gator, answer_days=1, by=ada, at=at)
    refresh_deadlines(office, at=at)

    assert (kept(ours), kept(theirs)) == ("2026-05-05T17:00", "2026-05-06T17:00")


def test_a_cache_rebuilt_from_nothing_is_the_same(office, tek_gata, ada, gator):
    for day in (4, 5, 6):
        handed(office, tek_gata, ada, gator, at=f"2026-05-0{day}T10:00")
    at = local("2026-05-07T12:00")
    refresh_deadlines(office, at=at)
    before = list(Deadline.objects.order_by("case").values())

    forget_deadlines(office)
    refresh_deadlines(office, at=at)

    assert list(Deadline.objects.order_by("case").values()) == before


def test_a_subject_that_no_open_day_can_satisfy_is_refused(office, gator, ada):
    at = local("2026-05-04T12:00")

    with pytest.raises(CannotBeMet):
        change_subject(gator, answer_days=600, by=ada, at=at)
    with pytest.raises(CannotBeMet):
        add_subject(gator.area, name="Aldrig", answer_days=600, by=ada, at=at)
    gator.refresh_from_db()
    assert gator.answer_days == 3


def test_a_described_case_is_due_by_its_new_subject(office, gator, ada):
    change_subject(gator, answer_days=1, by=ada, at=local("2026-05-04T08:00"))
    case = open_case(office, title="x", channel="mail", at=local("2026-05-04T09:00"))
    refresh_deadlines(office, at=local("2026-05-04T09:01"))
    gator.refresh_from_db()

    describe(case, subject=gator, by=ada, at=local("2026-05-04T10:00"))
    refresh_deadlines(office, at=local("2026-05-04T10:01"))

    assert kept(case) == "2026-05-05T17:00"


@pytest.mark.parametrize(
    ("most", "due"),
    [(1, "2026-03-17T17:00"), (10, "2026-03-19T17:00"), (0, "2026-03-19T17:00")],
)
def test_a_case_type_says_how_long_an_answer_may_take_at_most(office, gator, ada, most, due):
    support = add_type(office, "support", by=ada, at=local("2026-03-02T09:00"))
    case = open_case(
        office, title="Fel", channel="phone", subject=gator, at=local("2026-03-16T09:00")
    )
    refresh_deadlines(office, at=local("2026-03-16T10:00"))

    describe_type(support, answer_days=most, by=ada, at=local("2026-03-16T11:00"))
    refresh_deadlines(office, at=local("2026-03-16T12:00"))

    assert due_of(case) == due
    kept = Deadline.objects.get(case=case).due_at
    assert kept.astimezone(zone()).isoformat()[:16] == due


def test_a_department_gets_no_longer_than_the_case_type_gives(office, tek_gata, gator, ada):
    support = add_type(office, "support", by=ada, at=local("2026-03-02T09:00"))
    describe_type(support, answer_days=1, by=ada, at=local("2026-03-02T09:00"))

    case = handed(office, tek_gata, ada, gator)

    assert case.hand_overs.get().answer_days == 1
    assert due_of(case) == "2026-05-04T17:00"


def test_a_case_type_cannot_promise_what_no_open_day_can_keep(exempelby, ada, noon):
    support = add_type(exempelby, "support", by=ada, at=noon)
    every_day: dict[int, list[Interval]] = {weekday: [] for weekday in range(7)}
    every_day |= {0: [Interval(time(9), time(10))]}
    set_hours(exempelby, channel=OFFICE, weekly=every_day, by=ada, at=noon)

    with pytest.raises(CannotBeMet):
        describe_type(support, answer_days=200, by=ada, at=noon)
