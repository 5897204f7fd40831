"""When a way in is nobody's, and when it is time to try it again."""

from datetime import date, timedelta
from typing import Final

# What has not been tried for so long may lead nowhere without anybody knowing.
TRIED_WITHIN: Final = timedelta(days=365)
# Words in the address of the page, for each way of asking.
ALL, ORPHANS, UNTRIED, FAILED = "", "utan-agare", "oprovade", "trasiga"


def is_due(tried_on: date | None, *, today: date) -> bool:
    """Say whether a way in should be tried: never tried, or too long ago.

    >>> is_due(date(2026, 1, 1), today=date(2026, 6, 1)), is_due(None, today=date(2026, 6, 1))
    (False, True)
    """
    return tried_on is None or today - tried_on > TRIED_WITHIN
