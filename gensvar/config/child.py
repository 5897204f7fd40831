"""One process that `gensvar up` keeps alive."""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO

from gensvar.config.processes import dying_with_me

LONGEST_PAUSE_SECONDS = 30
# A child that lived this long before it died starts again at once.
HEALTHY_SECONDS = 60


@dataclass
class Child:
    """A program run as a child, in a process group of its own."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    starts_again: float | None = None
    unfinished: bytes = field(default=b"", repr=False)

    def start(self, *, at: float) -> IO[bytes]:
        """Start it and return where its words can be read."""
        self.process = subprocess.Popen(
            self.command,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            process_group=0,
            preexec_fn=dying_with_me(signal.SIGTERM),
        )
        self.started, self.starts_again = at, None
        assert self.output is not None
        os.set_blocking(self.output.fileno(), False)
        return self.output

    @property
    def output(self) -> IO[bytes] | None:
        return self.process.stdout if self.process else None

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def schedule(self, *, at: float) -> float:
        """Plan the next start and return the pause: none at first, then doubling."""
        if at - self.started > HEALTHY_SECONDS:
            self.deaths = 0
        pause = min(float(2**self.deaths - 1), LONGEST_PAUSE_SECONDS)
        self.deaths += 1
        self.starts_again = at + pause
        return pause

    def tell(self, sign: signal.Signals) -> None:
        """Send a signal to the child alone; it tells its own workers."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(sign)

    def sweep(self) -> None:
        """Kill whatever the child left behind in its process group."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def lines(self, chunk: bytes) -> list[str]:
        """Return the whole lines so far and keep the unfinished one."""
        *whole, self.unfinished = (self.unfinished + chunk).split(b"\n")
        return [line.decode(errors="replace").rstrip() for line in whole]
