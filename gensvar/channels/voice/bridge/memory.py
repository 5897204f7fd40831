"""The database from a loop: asked in threads, and waited for while it is away."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connection

log = logging.getLogger(__name__)
THREADS = 4
PAUSE_SECONDS = 0.5
Given = ParamSpec("Given")
Found = TypeVar("Found")


class Memory:
    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="calls")

    async def ask(
        self, act: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs
    ) -> Found:
        """Do something in the database, when it is there: what was heard is never dropped."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                return await loop.run_in_executor(
                    self._threads, lambda: in_database(act, *args, **kwargs)
                )
            except (OperationalError, InterfaceError):
                log.warning("calls_wait_for_the_database")
                await asyncio.sleep(PAUSE_SECONDS)

    def close(self) -> None:
        self._threads.shutdown(wait=False)


def in_database(act: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs) -> Found:
    try:
        return act(*args, **kwargs)
    except (OperationalError, InterfaceError):
        connection.close()
        raise
