"""Commit what arrives, many mails at a time: all who wait at the same moment share one commit."""

import asyncio
import contextlib
import logging
import os
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from gensvar.channels.mail.actions.arriving import Arrived, keep

MOST_TOGETHER = 200
MOST_BYTES_TOGETHER = 64 * 2**20
log = logging.getLogger(__name__)


@dataclass
class _Waiting:
    arrived: Sequence[Arrived]
    done: asyncio.Future[None]

    @property
    def size(self) -> int:
        return sum(len(one.content) for one in self.arrived)


class Keeper(threading.Thread):
    """The one thread that writes arrivals; a sender gets its answer when its mail is committed."""

    def __init__(self, *, wake_up: int) -> None:
        super().__init__(name="keeper", daemon=True)
        self._loop = asyncio.get_running_loop()
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._wake_up = wake_up

    async def keep(self, arrived: Sequence[Arrived]) -> None:
        """Return when the mails are safe; raise when they are not."""
        waiting = _Waiting(arrived, self._loop.create_future())
        self._queue.put(waiting)
        await waiting.done

    def stop(self) -> None:
        self._queue.put(None)

    def run(self) -> None:
        while (first := self._queue.get()) is not None:
            together, is_last = self._together_with(first)
            self._commit(together)
            if is_last:
                break
        connection.close()

    def _together_with(self, first: _Waiting) -> tuple[list[_Waiting], bool]:
        together, size = [first], first.size
        while len(together) < MOST_TOGETHER and size < MOST_BYTES_TOGETHER:
            try:
                more = self._queue.get_nowait()
            except queue.Empty:
                break
            if more is None:
                return together, True
            together.append(more)
            size += more.size
        return together, False

    def _commit(self, together: Sequence[_Waiting]) -> None:
        try:
            keep([one for waiting in together for one in waiting.arrived])
        except Exception as error:
            connection.close()
            if len(together) > 1:  # one of them may be the reason: the others shall not suffer
                for waiting in together:
                    self._commit([waiting])
            else:
                self._answer(together, error)
            return
        self._answer(together, None)
        with contextlib.suppress(BlockingIOError):
            os.write(self._wake_up, b"!" * min(len(together), 8))

    def _answer(self, together: Sequence[_Waiting], error: Exception | None) -> None:
        def answer() -> None:
            for waiting in together:
                if waiting.done.cancelled():
                    continue
                if error is None:
                    waiting.done.set_result(None)
                else:
                    waiting.done.set_exception(error)

        self._loop.call_soon_threadsafe(answer)
