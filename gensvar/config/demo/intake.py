"""When people come to the town by day and by week, and how many came in each half hour lately.

What plays the town's traffic follows the same curve, so what is expected of a day is what comes.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.db import connection
from django.utils.timezone import localtime

from gensvar.config.demo.copying import copy_rows
from gensvar.foundation.agreements.models import Client
from gensvar.operations.routing.models import Queue

WEEKS, SLOTS = 8, 48
HALF_HOUR = timedelta(minutes=30)
# The town is never silent, so that it is seen to live whenever somebody looks.
NIGHT = 0.7
# Half hours from 07:00 to 17:00: a top in the morning, a dip at lunch, a smaller top.
BY_DAY = (
    *(0.8, 0.95, 1.1, 1.2, 1.25, 1.25, 1.2, 1.15, 1.05, 0.9, 0.85),
    *(0.95, 1.05, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8),
)
FIRST_SLOT = 14
CURVE = tuple(
    BY_DAY[slot - FIRST_SLOT] if 0 <= slot - FIRST_SLOT < len(BY_DAY) else NIGHT
    for slot in range(SLOTS)
)
# How many come a minute to the queues of each channel, when nobody says otherwise.
A_MINUTE = {"phone": 1.5, "mail": 1.2, "web": 0.32, "visit": 0.2, "chat": 0.08}
# How much days differ beyond chance: standard deviation over mean.
SWING = 0.08
# Queues that are too narrow for anything to be expected of them.
NARROW = "Bygglov"


def curve_at(at: datetime) -> float:
    """Return how many times as many as on average come at an instant."""
    local = localtime(at)
    return CURVE[(local.hour * 60 + local.minute) // 30]


def remember_weeks(client: Client, random: Random, *, at: datetime) -> None:
    """Write down how many came in each half hour of some weeks, until the one that has begun."""
    queues = Queue.objects.in_use().filter(client=client, channel__in=A_MINUTE)
    known = list(queues.exclude(name=NARROW).order_by("pk").values_list("pk", "channel"))
    with connection.cursor() as cursor:
        copy_rows(
            cursor,
            "routing_intake",
            ("queue_id", "client_id", "begins_at", "count"),
            _rows(known, client.pk, random, until=at),
        )


def _rows(
    queues: list[tuple[int, str]], client: int, random: Random, *, until: datetime
) -> Iterator[str]:
    begins = until.replace(minute=until.minute // 30 * 30, second=0, microsecond=0)
    begins -= timedelta(weeks=WEEKS)
    factor, day = 1.0, None
    while begins + HALF_HOUR <= until:
        local = localtime(begins)
        if local.date() != day:
            factor, day = random.gauss(1.0, SWING), local.date()
        for queue, channel in queues:
            mean = 30 * A_MINUTE[channel] * factor * CURVE[local.hour * 2 + local.minute // 30]
            if count := max(0, round(random.gauss(mean, mean**0.5))):
                yield f"{queue}\t{client}\t{begins.isoformat()}\t{count}"
        begins += HALF_HOUR
