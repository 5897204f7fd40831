"""Where the time of cases went, what stood open on Mondays, and who opened what is confidential."""

from datetime import timedelta

import pytest
from django.db import transaction

from conftest import NOON
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import (
    close,
    hand_over,
    make_confidential,
    note_reading,
    open_case,
    reopen,
)
from gensvar.operations.cases.actions.moving import set_state
from gensvar.operations.cases.models import State
from gensvar.oversight.kpi.models import Fact
from gensvar.oversight.kpi.queries.measured import measured
from gensvar.oversight.kpi.reading import rebuilt
from gensvar.oversight.kpi.tests.test_feed_measures import MAY, shown
from gensvar.oversight.kpi.tests.test_read_record import LATER, facts, of, read, sums

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def opened(client, subject, *, at):
    return open_case(
        client, title="Grop", channel="phone", subject=subject, need_type="status", at=at
    )


def overdue(client):
    figures = measured("K28", client, MAY, at=LATER)
    assert figures is not None
    figure = figures["overdue"]
    assert figure is not None
    return figure.part, figure.whole


@pytest.fixture
def monday():
    """A Monday morning in Exempelby at nine, in a week without holidays."""
    found = NOON.replace(hour=7)
    while found.isoweekday() != 1:
        found += DAY
    return found


@pytest.fixture
def waited_for(exempelby, gator, ada, monday):
    """Six cases that each waited two hours for us, then one for the customer."""
    for _ in range(6):
        case = opened(exempelby, gator, at=monday)
        with transaction.atomic():
            set_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=monday + 2 * HOUR)
        close(case, by=ada, at=monday + 3 * HOUR)


def test_the_time_of_a_case_is_ours_or_the_customers(waited_for, exempelby):
    read()

    assert of("at_front", client=exempelby) == 6 * 2 * 3600
    assert of("at_customer", client=exempelby) == 6 * 3600
    assert of("at_department", client=exempelby) == 0
    assert shown("K27", exempelby) == {
        "median": "3.0",
        "p90": "3.0",
        "front": "66.7",
        "department": "0.0",
    }


def test_the_time_at_the_department_begins_with_the_hand_over(
    exempelby, gator, ada, tek_gata, monday
):
    for _ in range(6):
        case = opened(exempelby, gator, at=monday)
        hand_over(case, to=tek_gata, question="När?", why="cannot", by=ada, at=monday + HOUR)
        close(case, by=ada, at=monday + 4 * HOUR)
    read()

    assert shown("K27", exempelby)["department"] == "75.0"


def test_hours_of_few_cases_are_not_told(exempelby, gator, ada, monday):
    for _ in range(4):
        close(opened(exempelby, gator, at=monday), by=ada, at=monday + 9 * HOUR)
    read()

    assert not {"front", "department"} & set(shown("K27", exempelby))


def test_a_monday_keeps_what_stood_open_at_seven(exempelby, gator, ada, monday):
    weeks_before = [opened(exempelby, gator, at=monday - 4 * DAY) for _ in range(7)]
    for _ in range(5):
        opened(exempelby, gator, at=monday - 7 * DAY)
    again = opened(exempelby, gator, at=monday - 4 * DAY)
    close(again, by=ada, at=monday - 4 * DAY + HOUR)
    reopen(again, by=ada, at=monday - 4 * DAY + 2 * HOUR)
    close(opened(exempelby, gator, at=monday - 4 * DAY), by=ada, at=monday - 3 * DAY)
    # After seven, so it counts next Monday.
    close(weeks_before[0], by=ada, at=monday)
    opened(exempelby, gator, at=monday)
    read(at=monday + 2 * DAY)

    # Thursday to Monday is two days of work; the Monday before, five.
    assert shown("K28", exempelby) == {"overdue": "38.5", "over-30": "0", "oldest": "5.0"}
    assert overdue(exempelby) == (5, 13)


def test_of_several_mondays_the_last_is_told_and_none_added(exempelby, gator, monday):
    for _ in range(6):
        opened(exempelby, gator, at=monday - DAY)
    opened(exempelby, gator, at=monday + DAY)
    # A day has facts, or it is not told of.
    opened(exempelby, gator, at=monday + 7 * DAY)
    read(at=monday + 9 * DAY)

    assert overdue(exempelby) == (7, 7)


def test_each_opening_of_a_confidential_case_is_a_fact(exempelby, gator, ada):
    case = opened(exempelby, gator, at=NOON)
    access = add_list(exempelby, name="Få", by=ada, at=NOON)
    make_confidential(case, access=access, because="Skyddat", by=ada, at=NOON)
    case.refresh_from_db()
    for minute in range(6):
        note_reading(case, reason="Svarar", by=ada, at=NOON + timedelta(minutes=minute))
    read()

    assert of("readings", client=exempelby) == 6
    assert shown("K105", exempelby) == {"": "0"}


def test_the_same_facts_of_states_come_out_again(waited_for, exempelby, gator, ada, monday):
    read(at=monday + 2 * DAY)
    before = facts()
    assert Fact.objects.filter(kind="state").count() == 6
    assert Fact.objects.filter(kind="shut").count() == 6
    summed = sums()

    report = rebuilt(at=monday + 2 * DAY)

    assert report.changed == ()
    assert facts() == before
    assert sums() == summed
