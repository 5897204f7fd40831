"""Start the real command as a real process, as a person would."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def environment(var: Path, **settings: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GENSVAR_", "DATABASE_URL", "DJANGO_"))
    }
    return kept | {"GENSVAR_VAR": str(var)} | settings


def gensvar(*words: str, var: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gensvar.config.command", *words],
        env=environment(var, **settings),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@contextmanager
def in_background(program: str, *, var: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a few lines of Python beside the test; they say "ready" when they are."""
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment(var),
        stdout=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
        if process.stdout is not None:
            process.stdout.close()


def wait_until(condition: Callable[[], bool], *, seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@contextmanager
def occupied_port() -> Iterator[int]:
    with socket.socket() as listener:
        for port in range(21_000 + os.getpid() % 5_000, 32_000):
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            listener.listen()
            yield port
            return
