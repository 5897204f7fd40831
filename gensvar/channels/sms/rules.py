"""Pure decisions about text messages: the words that are orders, and when to try again."""

import re
from datetime import datetime, timedelta
from enum import Enum

# When a provider does not take a message just now.
SEND_AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
# A text message that is a day late says the wrong thing.
GIVE_UP_AFTER = timedelta(days=1)
# When a message or a report could not be read, or a picture not be fetched.
TRY_AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
# Automatic messages to one number in an hour stop here, so that two machines do not go on.
MOST_AUTOMATIC_AN_HOUR = 3
MOST_PICTURES = 10
MOST_PICTURE_BYTES = 10 * 2**20
PICTURES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/bmp": "bmp",
}


class Order(Enum):
    """What a customer may order by one word."""

    STOP = "stop"
    START = "start"


ORDERS = {
    "STOP": Order.STOP,
    "STOPP": Order.STOP,
    "AVSLUTA": Order.STOP,
    "START": Order.START,
    "STARTA": Order.START,
}


def order_in(text: str) -> Order | None:
    """Return the order that a message is, when it is nothing else.

    >>> order_in("  stopp! "), order_in("Stoppa lysningen vid gatan")
    (<Order.STOP: 'stop'>, None)
    """
    return ORDERS.get(re.sub(r"[\W_]+", "", text).upper())


def next_sending(attempts: int, *, first_at: datetime, at: datetime) -> datetime | None:
    """Return when to try again after so many attempts, or None to give up."""
    if at - first_at >= GIVE_UP_AFTER:
        return None
    return at + SEND_AGAIN_AFTER[min(max(attempts, 1), len(SEND_AGAIN_AFTER)) - 1]


def next_try(attempts: int, *, at: datetime) -> datetime | None:
    """Return when to look again after so many attempts, or None to give up."""
    return at + TRY_AGAIN_AFTER[attempts - 1] if attempts <= len(TRY_AGAIN_AFTER) else None


def title_of(text: str) -> str:
    """Return the first words of a message as the title of its case."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:120]
