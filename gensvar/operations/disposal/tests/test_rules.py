from datetime import date

import pytest

from gensvar.operations.disposal.rules import months_before


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 12, 31), 6, date(2026, 6, 30)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 5, 4), 60, date(2021, 5, 4)),
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
    ],
)
def test_a_month_earlier_is_the_same_day_or_the_last_of_a_shorter_one(day, months, earlier):
    assert months_before(day, months) == earlier
