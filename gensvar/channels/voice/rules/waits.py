"""What whoever waits is told: a place that never gets worse, and a wait that is never too short."""

from math import ceil

FIRST_SECONDS, EACH_SECONDS = 20.0, 60.0
# From fewer calls than these no wait is told.
FEWEST = 10
MOST_MINUTES = 20
# Rather too long than too short: 2, 3, 5, 10, 15, 20 and more are said, and nothing in between.
SAID_MINUTES = (2, 3, 5, 10, 15, 20)


def place_told(place: int, *, before: int | None) -> int | None:
    """Return the place to tell, or nothing where it has become worse: others are more urgent.

    >>> place_told(3, before=None), place_told(3, before=3), place_told(4, before=3)
    (3, 3, None)
    """
    return None if before is not None and place > before else place


def wait_seconds(place: int, *, handling_seconds: float, calls: int, agents: int) -> float | None:
    """Return the wait to expect at a place (1 is next), or nothing where nobody can know.

    handling_seconds: the mean of the last `calls`. agents: who work with this queue now.

    >>> wait_seconds(2, handling_seconds=300, calls=40, agents=3)
    200.0
    >>> wait_seconds(2, handling_seconds=300, calls=9, agents=3) is None
    True
    """
    if calls < FEWEST or agents < 1:
        return None
    return place * handling_seconds / agents


def minutes_told(seconds: float) -> int:
    """Return the minutes to tell, rounded up; more than the most is one more than that.

    >>> minutes_told(10), minutes_told(125), minutes_told(600), minutes_told(1300)
    (2, 3, 10, 21)
    """
    minutes = ceil(seconds / 60)
    return next((one for one in SAID_MINUTES if minutes <= one), MOST_MINUTES + 1)


def is_callback_offered(seconds: float | None, *, after: int | None) -> bool:
    """Say whether to offer a callback: where the wait is longer than `after`, or nobody knows it.

    >>> is_callback_offered(400, after=300), is_callback_offered(200, after=300)
    (True, False)
    >>> is_callback_offered(None, after=300), is_callback_offered(400, after=None)
    (True, False)
    """
    return after is not None and (seconds is None or seconds > after)
