"""Two processes beside this one, each with a connection of its own."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from django.db import connection

from gensvar.config.processes import die_with_parent

Start = Callable[[Callable[[], None]], Future[None]]


@contextmanager
def two_workers() -> Iterator[Start]:
    """Give a function that lets a piece of work be done beside this one; `result()` waits for it.

    The workers are this process over again, so it may have no connection yet: two would share it.
    """
    assert connection.connection is None
    with ProcessPoolExecutor(2, get_context("fork"), _begin) as pool:
        pool.submit(os.getpid)

        yield pool.submit


def _begin() -> None:
    die_with_parent(signal.SIGTERM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Millions of short-lived rows and no cycles: looking for them takes a fifth of the time.
    gc.disable()
