"""`gensvar post` is a small parent and its children: one at the door, some who read.

The parent only starts and watches, so that it never hangs and never holds a lock when it forks.
Every child dies with it at once; what was under way is done again from what lies in the database.
"""

import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from django.conf import settings

from gensvar.channels.mail.post.desk import run_desk
from gensvar.channels.mail.post.readers import Reader

# A reader stuck where Python cannot interrupt it is killed; its mails are tried again alone.
HUNG_SECONDS = 45
LOOK_EVERY = 0.5
STOP_SECONDS = 25
PR_SET_PDEATHSIG = 1
log = logging.getLogger(__name__)
_context = multiprocessing.get_context("fork")


def run() -> None:
    """Receive, read and send until told to stop; what is under way is finished first."""
    gc.freeze()
    post = Post(readers=settings.MAIL_READERS)
    signal.signal(signal.SIGTERM, post.stop)
    signal.signal(signal.SIGINT, post.stop)
    sys.exit(post.run())


@dataclass
class Post:
    """The parent: starts the desk and the readers, replaces readers, ends when the desk does."""

    readers: int
    is_stopping: bool = False
    _running: list[tuple[Any, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ear, self._wake_up = os.pipe()
        for end in (self._ear, self._wake_up):
            os.set_blocking(end, False)

    def stop(self, _sign: int, _frame: FrameType | None) -> None:
        self.is_stopping = True

    def run(self) -> int:
        desk = _child(run_desk, self._wake_up)
        self._running = [self._start_reader() for _place in range(self.readers)]
        while desk.is_alive() and not self.is_stopping:
            self._look_after_readers()
            time.sleep(LOOK_EVERY)
        for process in (desk, *(reader for reader, _beat in self._running)):
            process.terminate()
        for process in (desk, *(reader for reader, _beat in self._running)):
            process.join(STOP_SECONDS)
            process.kill()
        return 0 if self.is_stopping else desk.exitcode or 1

    def _start_reader(self) -> tuple[Any, Any]:
        heartbeat = _context.Value("d", time.monotonic(), lock=False)
        return _child(Reader(self._ear, heartbeat).run), heartbeat

    def _look_after_readers(self) -> None:
        for place, (process, heartbeat) in enumerate(self._running):
            if process.is_alive() and time.monotonic() - heartbeat.value > HUNG_SECONDS:
                log.error("reader_hangs")
                process.kill()
                process.join(5)
            if not process.is_alive():
                log.error("reader_died", extra={"code": process.exitcode})
                self._running[place] = self._start_reader()


def _child(work: Callable[..., None], *arguments: Any) -> Any:
    process = _context.Process(target=_tied_to_parent, args=(os.getpid(), work, *arguments))
    process.start()
    return process


def _tied_to_parent(parent: int, work: Callable[..., None], *arguments: Any) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() == parent:
        work(*arguments)
