"""Statements worked out once, for anybody and any time; who asks and when is filled in.

Working out a statement takes longer than answering it, and it is the same for everybody.
"""

from datetime import UTC, datetime
from typing import Any, Final

Statement = tuple[str, tuple[Any, ...]]


class _Moment(datetime):
    """A stand-in for now that keeps its kind when time is added to it."""


ANY_TIME: Final = _Moment(2000, 1, 1, tzinfo=UTC)
# No key is negative.
ANYBODY: Final = -1


def filled(statement: Statement, *, me: int, at: datetime) -> Statement:
    """Return a statement for one who asks at one time."""
    sql, given = statement
    return sql, tuple(_value(value, me, at) for value in given)


def _value(value: Any, me: int, at: datetime) -> Any:
    if isinstance(value, _Moment):
        return at + (value - ANY_TIME)
    return me if value == ANYBODY else value
