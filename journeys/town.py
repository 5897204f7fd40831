"""Exempelby as it is started by anybody: `gensvar up --demo`, small and silent."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

PAST_CASES = 2_000
START_SECONDS = 180


@dataclass
class Town:
    """Where Exempelby answers, and the sign-ins that have been made."""

    base: str
    stream: str
    smtp_port: int
    var: Path
    cookies: dict[str, list[Any]] = field(default_factory=dict)


def free_ports(count: int) -> list[int]:
    """Return ports in a row that nobody listens on, below those that the system hands out."""
    first = 12_000 + count * os.getpid() % 7_000
    while True:
        row = list(range(first, first + count))
        try:
            for port in row:
                with socket.create_server(("127.0.0.1", port)):
                    pass
        except OSError:
            first += count
            continue
        return row


@contextlib.contextmanager
def living(var: Path) -> Iterator[Town]:
    """Start the town over an empty folder, and stop it cleanly afterwards."""
    web, live, post, sink, phones, square = free_ports(6)
    env = {name: value for name, value in os.environ.items() if not name.startswith("GENSVAR_")}
    env.pop("DATABASE_URL", None)
    env |= {
        "GENSVAR_VAR": str(var),
        "GENSVAR_PORT": str(web),
        "GENSVAR_LIVE_PORT": str(live),
        "GENSVAR_SMTP_PORT": str(post),
        "GENSVAR_SINK_PORT": str(sink),
        "GENSVAR_ELKS_PORT": str(phones),
        "GENSVAR_MASTODON_PORT": str(square),
        "GENSVAR_DEMO_SIZE": str(PAST_CASES),
        "GENSVAR_DEMO_PACE": "0",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "gensvar.config.command", "up", "--demo"], env=env
    )
    found = Town(f"http://localhost:{web}", f"http://localhost:{live}", post, var)
    try:
        wait_for(found, process)
        yield found
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0, "Gensvar did not stop cleanly"


def wait_for(town: Town, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, "Gensvar stopped by itself"
        with contextlib.suppress(httpx.TransportError):
            if all(httpx.get(f"{at}/healthz").is_success for at in (town.base, town.stream)):
                return
        time.sleep(0.2)
    raise AssertionError(f"Gensvar did not start in {START_SECONDS} seconds")
