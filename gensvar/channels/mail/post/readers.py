"""What a reader does: claim mails, read them, deliver them, put the raw bytes away."""

import gc
import logging
import os
import select
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from django.db import Error as DatabaseError
from django.db import InterfaceError, OperationalError, connection
from django.utils.timezone import now

from gensvar.channels.mail.actions import receipts, taking_in
from gensvar.channels.mail.models import RawMail
from gensvar.channels.mail.reading import Mail
from gensvar.channels.mail.rules import MOST_ATTEMPTS

MOST_TOGETHER = 25
SECONDS_A_MAIL = 20
IDLE_SECONDS = 1.0
TIDY_EVERY = 2.0
MOST_TIDIED = 3
log = logging.getLogger(__name__)


class TookTooLong(Exception):
    """One mail took longer than any mail should."""


class Reader:
    """Claims, reads and delivers; runs in a process of its own."""

    def __init__(self, wake_up: int, heartbeat: Any) -> None:
        self._wake_up = wake_up
        self._heartbeat = heartbeat
        self._is_stopping = False
        self._tidied_at = 0.0

    def run(self) -> None:
        gc.set_threshold(20_000, 20, 20)  # mails leave little that only the collector finds
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while not self._is_stopping:
            self._heartbeat.value = time.monotonic()
            try:
                if not self._turn():
                    self._sleep()
            except (OperationalError, InterfaceError):
                log.warning("database_away")
                connection.close()
                time.sleep(IDLE_SECONDS)
            except Exception:
                # Whatever it was, the mails are still there; a full disk may have room again soon.
                log.exception("reader_stumbled")
                time.sleep(IDLE_SECONDS)

    def _stop(self, _sign: int, _frame: FrameType | None) -> None:
        self._is_stopping = True

    def _turn(self) -> bool:
        """Do what there is to do; false when there was nothing."""
        is_busy = read_some()
        if not is_busy or time.monotonic() - self._tidied_at > TIDY_EVERY:
            is_busy = _tidy() or is_busy
            self._tidied_at = time.monotonic()
        return is_busy

    def _sleep(self) -> None:
        with suppress(InterruptedError):
            ready, _w, _x = select.select([self._wake_up], [], [], IDLE_SECONDS)
            if ready:
                with suppress(BlockingIOError):  # another reader was faster
                    os.read(self._wake_up, 1)


def _tidy() -> bool:
    """Write receipts and move raw mails to the vault: what can wait until mails have been read."""
    receipts_written = receipts.send_owed(most=MOST_TIDIED, at=now())
    put_away = taking_in.put_away(most=MOST_TIDIED, at=now())
    return bool(receipts_written or put_away)


def read_some() -> bool:
    """Take some waiting mails from raw to case; false when none waits."""
    raws = taking_in.claim(most=MOST_TOGETHER, at=now())
    together: list[tuple[RawMail, Mail]] = []
    for raw in raws:
        if taking_in.has_failed_enough(raw):
            _show_unread(raw)
            continue
        try:
            with time_limit(SECONDS_A_MAIL):
                together.append((raw, taking_in.read_raw(raw)))
        except Exception as error:
            _has_failed(raw, error)
    if together:
        _deliver(together)
    return bool(raws)


def _deliver(together: Sequence[tuple[RawMail, Mail]]) -> None:
    """Deliver all in one transaction or, where one of them cannot be delivered, each alone."""
    try:
        with time_limit(SECONDS_A_MAIL), _one_commit():
            taking_in.take_in(together, at=now())
    except (OperationalError, InterfaceError):
        _put_back(together)
        raise
    except Exception as error:
        if len(together) == 1:
            _deliver_alone(*together[0])
            return
        log.info("delivering_one_by_one", extra={"because": type(error).__name__})
        for raw, mail in together:
            _deliver_alone(raw, mail)


def _deliver_alone(raw: RawMail, mail: Mail) -> None:
    try:
        with time_limit(SECONDS_A_MAIL):
            taking_in.take_in([(raw, mail)], at=now())
    except (OperationalError, InterfaceError):
        _put_back([(raw, mail)])
        raise
    except taking_in.TakenByAnother:
        return
    except Exception as error:
        _has_failed(raw, error)


def _has_failed(raw: RawMail, error: Exception) -> None:
    log.warning("mail_not_read", extra={"raw_mail": raw.pk, "error": type(error).__name__})
    if raw.attempts >= MOST_ATTEMPTS:
        _show_unread(raw)
    else:
        taking_in.try_later(raw, because=repr(error), at=now())


def _show_unread(raw: RawMail) -> None:
    try:
        with time_limit(SECONDS_A_MAIL):
            taking_in.show_unread(raw, at=now())
    except taking_in.TakenByAnother:
        return
    except Exception as error:
        if isinstance(error, OperationalError | InterfaceError):
            raise
        log.exception("mail_not_shown", extra={"raw_mail": raw.pk})
        taking_in.try_later(raw, because=repr(error), at=now())


def _put_back(together: Sequence[tuple[RawMail, Mail]]) -> None:
    connection.close()
    with suppress(DatabaseError):  # else their lease ends by itself
        taking_in.put_back([raw for raw, _mail in together], at=now())


@contextmanager
def _one_commit() -> Iterator[None]:
    """Leave savepoints out: a failure takes the whole batch back, and each is tried alone."""
    connection.features.uses_savepoints = False
    try:
        yield
    finally:
        connection.features.uses_savepoints = True


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop the work inside when it takes too long."""

    def stop(_sign: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
