"""Messages that callers leave: how long they may be, and whether anything was said in one."""

from gensvar.channels.voice.rules.sounds import A_LAW, RATE

SHORTEST_LIMIT, LONGEST_LIMIT, USUAL_LIMIT = 15, 300, 120
SHORTEST_QUIET, LONGEST_QUIET, USUAL_QUIET = 2, 15, 5
MOST_KEPT_DAYS, USUAL_KEPT_DAYS = 365, 90
# So long after the longest message nobody hears of its end any more.
OVERDUE_SECONDS = LONGEST_LIMIT + 15.0
# A voice is louder than the hum of a line, and nobody says a word in less than this.
LOUD, SPOKEN_SECONDS = 400, 0.4
PIECE = RATE // 50


def is_spoken(track: bytes) -> bool:
    """Say whether somebody says anything in what a telephone sent as A-law.

    >>> is_spoken(b"\\xd5" * 80_000), is_spoken(b"\\xaa\\x2a" * 4_000)
    (False, True)
    """
    loud = 0
    for begin in range(0, len(track), PIECE):
        piece = track[begin : begin + PIECE]
        loud += sum(abs(A_LAW[one]) for one in piece) > LOUD * len(piece)
    return loud * PIECE / RATE >= SPOKEN_SECONDS


def is_within(longest_seconds: int, quiet_seconds: int, kept_days: int) -> bool:
    """Say whether messages may be taken so."""
    return (
        SHORTEST_LIMIT <= longest_seconds <= LONGEST_LIMIT
        and SHORTEST_QUIET <= quiet_seconds <= LONGEST_QUIET
        and 1 <= kept_days <= MOST_KEPT_DAYS
    )
