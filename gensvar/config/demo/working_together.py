"""Two processes beside this one, each with a connection of its own."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from gensvar.config.boot import boot
from gensvar.config.processes import die_with_parent

Together = Callable[..., None]


@contextmanager
def two_workers() -> Iterator[Together]:
    """Give a function that does several pieces of work at once and returns when all are done."""
    with ProcessPoolExecutor(2, get_context("spawn"), _begin) as pool:
        for _ in range(2):  # they load Django while we go on
            pool.submit(os.getpid)

        def together(*works: Callable[[], None]) -> None:
            for future in [pool.submit(work) for work in works]:
                future.result()

        yield together


def _begin() -> None:
    die_with_parent(signal.SIGTERM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    boot(os.environ["GENSVAR_DB_ROLE"])
