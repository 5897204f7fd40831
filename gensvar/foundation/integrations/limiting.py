"""How many requests a minute: counted once for all worker processes, seldom asked for.

A worker fetches a hundredth of the minute's allowance at a time and spends it by itself, so that
most requests cost no query; small limits are counted one by one, and exactly.
"""

from threading import Lock

from django.db import connection

from gensvar.foundation.integrations.models import RateWindow

TAKE = """
    INSERT INTO integrations_ratewindow (key, minute, used) VALUES (%s, %s, %s)
    ON CONFLICT (key, minute) DO UPDATE SET used = integrations_ratewindow.used + excluded.used
    RETURNING used
"""
KEPT_MINUTES = 60
_lock = Lock()
_in_hand: dict[str, tuple[int, int]] = {}


def admits(key: str, *, limit: int, minute: int) -> bool:
    """Count one request of `key` in this minute, and say whether it is within the limit."""
    with _lock:
        of_minute, left = _in_hand.get(key, (minute, 0))
        if of_minute == minute and left > 0:
            _in_hand[key] = (minute, left - 1)
            return True
    taken = _take(key, limit=limit, minute=minute)
    with _lock:
        if len(_in_hand) > 10_000:
            _in_hand.clear()
        _in_hand[key] = (minute, max(taken - 1, 0))
    return taken > 0


def forget_old_windows(*, minute: int) -> None:
    RateWindow.objects.filter(minute__lt=minute - KEPT_MINUTES).delete()


def _take(key: str, *, limit: int, minute: int) -> int:
    batch = max(1, limit // 100)
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [key, minute, batch])
        used: int = cursor.fetchone()[0]
    return max(0, min(batch, limit - (used - batch)))
