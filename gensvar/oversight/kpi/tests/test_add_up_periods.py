"""A period is the same sum whether it is read by months or day by day."""

from datetime import date, timedelta
from itertools import combinations

from django.db.models import Sum

from conftest import NOON
from gensvar.operations.cases.actions import open_case
from gensvar.oversight.kpi.models import CaseCount
from gensvar.oversight.kpi.queries.periods import Period

# First, last and other days of months, over the end of a year.
DAYS = [
    *(date(2026, 11, day) for day in (1, 2, 15, 30)),
    *(date(2026, 12, day) for day in (1, 24, 31)),
    *(date(2027, 1, day) for day in (1, 31)),
    *(date(2027, 2, day) for day in (1, 28)),
    date(2027, 3, 1),
]


def test_each_case_is_in_exactly_the_periods_that_hold_its_day(exempelby):
    for day in DAYS:
        open_case(
            exempelby,
            title="Grop",
            channel="phone",
            at=NOON + (day - NOON.date()),
        )

    for start, end in combinations([*DAYS, DAYS[-1] + timedelta(days=1)], 2):
        period = CaseCount.objects.filter(Period(start, end).sums(), client=exempelby)
        expected = sum(start <= day < end for day in DAYS)
        assert period.aggregate(n=Sum("cases", default=0))["n"] == expected, (start, end)
