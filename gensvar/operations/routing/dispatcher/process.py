"""`gensvar dispatch`: the one that holds the lock leads; the others wait for it to be free."""

import logging
import os
import signal
import time
from collections.abc import Callable
from datetime import datetime
from types import FrameType

from django.db import OperationalError, connection
from django.utils.timezone import now

from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher

# Any number will do; it is held by the leader's session, and free as soon as that is gone.
LEADER_LOCK = 7_305_004
# How often the wakes are looked for, and how often the lock is tried.
RELAY_SECONDS = 0.02
STANDBY_SECONDS = 0.25
# A leader that hangs loses its session, and so the lock, within this; in the midst of a turn later,
# for it may be thinking about all that waits.
HANGS, HANGS_IN_A_TURN = "2s", "10s"
log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


def run(*, clock: Clock = now) -> int:
    """Route, or stand by to, until told to stop; return the exit code."""
    ending = Ending()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, ending.begin)
    try:
        _take_part(ending, clock=clock)
    except OperationalError:
        # Whoever started us starts us again; what was under way has not happened.
        log.exception("dispatch_lost_the_database")
        return 1
    finally:
        connection.close()
    return 0


class Ending:
    """Whether we were told to stop. No lock: the signal may come while one is held."""

    def __init__(self) -> None:
        self.has_come = False

    def begin(self, _sign: int, _frame: FrameType | None) -> None:
        self.has_come = True

    def comes_within(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self.has_come


def _take_part(ending: Ending, *, clock: Clock) -> None:
    log.info("dispatch_stands_by")
    _be_known()
    _never_hang()
    while not _leads():
        if ending.comes_within(STANDBY_SECONDS):
            return
    dispatcher = Dispatcher(at=clock())
    log.info("dispatch_leads", extra={"contacts": len(dispatcher.router.moves.turns)})
    is_behind = False
    while not ending.comes_within(0 if is_behind else RELAY_SECONDS):
        is_behind = dispatcher.turn(at=clock())


def _be_known() -> None:
    """Let whoever looks at the database's connections see which process leads."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('application_name', %s, false)", [f"gensvar dispatch {os.getpid()}"]
        )


def _leads() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LEADER_LOCK])
        return bool(cursor.fetchone()[0])


def _never_hang() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT set_config('idle_session_timeout', %s, false),
                      set_config('idle_in_transaction_session_timeout', %s, false)""",
            [HANGS, HANGS_IN_A_TURN],
        )
