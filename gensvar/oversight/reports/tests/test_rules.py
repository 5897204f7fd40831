from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from gensvar.oversight.reports.rules import (
    HIDDEN,
    HIDDEN_BESIDE,
    ReportKind,
    all_shown,
    banded,
    issue_of,
    share_shown,
    shown,
)

ZONE = ZoneInfo("Europe/Stockholm")
# Easter Monday, and a week in which nobody works.
CLOSED = {date(2026, 4, 3), date(2026, 4, 6), *(date(2026, 7, day) for day in range(13, 18))}


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSED


def issue(kind, day):
    return issue_of(kind, day, is_working_day=is_working_day, zone=ZONE)


@pytest.mark.parametrize(
    ("day", "leaves"),
    [
        (date(2026, 3, 30), "2026-03-30T07:00"),
        (date(2026, 4, 6), "2026-04-07T07:00"),
        (date(2026, 4, 12), "2026-04-07T07:00"),
    ],
)
@pytest.mark.parametrize("kind", [ReportKind.OVERDUE, ReportKind.AGENDA])
def test_a_week_leaves_at_seven_on_its_first_working_day(kind, day, leaves):
    found = issue(kind, day)

    assert found.leaves_at == datetime.fromisoformat(leaves).replace(tzinfo=ZONE)
    assert (found.starts_on.weekday(), (found.ends_on - found.starts_on).days) == (0, 7)


def test_march_leaves_at_seven_on_the_first_of_april():
    found = issue(ReportKind.STATISTICS, date(2026, 4, 20))

    assert (found.starts_on, found.ends_on) == (date(2026, 3, 1), date(2026, 4, 1))
    assert found.leaves_at == datetime(2026, 4, 1, 7, tzinfo=ZONE)


def test_december_leaves_in_january():
    found = issue(ReportKind.STATISTICS, date(2027, 1, 15))

    assert (found.starts_on, found.ends_on) == (date(2026, 12, 1), date(2027, 1, 1))
    assert found.leaves_at.date() == date(2027, 1, 1)


def test_a_week_in_which_nobody_works_has_no_list():
    assert issue(ReportKind.OVERDUE, date(2026, 7, 15)) is None


def test_ages_fall_in_the_bands_of_the_measure():
    ages = [(0, 2), (3, 1), (4, 5), (7, 1), (8, 1), (14, 1), (15, 1), (30, 4), (31, 9)]

    assert banded(ages) == (3, 6, 2, 5, 9)
    assert banded([]) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(("count", "written"), [(0, 0), (1, HIDDEN), (4, HIDDEN), (5, 5)])
def test_a_count_that_could_point_at_somebody_is_hidden(count, written):
    assert shown(count) == written


def test_a_small_count_cannot_be_worked_out_from_the_sum():
    assert all_shown([3, 120, 77]) == [HIDDEN, 120, HIDDEN_BESIDE]
    assert all_shown([0, 5, 6]) == [0, 5, 6]


@pytest.mark.parametrize(
    ("part", "whole", "published"), [(1, 4, (HIDDEN, HIDDEN)), (1, 5, (1, 5)), (0, 0, (0, 0))]
)
def test_a_share_of_few_is_hidden(part, whole, published):
    assert share_shown(part, whole) == published
