"""Time and memory of `make run` to the first page, cold and warm, and of the whole thing idle."""

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.house import House, free_ports, fresh_folder, memory_of, start, stop

IDLE_SECONDS = 20


def run() -> Iterator[tuple[str, float, str, str]]:
    with fresh_folder() as var:
        yield from _starts(var)


def _starts(var: Path) -> Iterator[tuple[str, float, str, str]]:
    port, smtp_port, _sink = free_ports(3)
    house = House(var, port, smtp_port)
    cold = 0.0
    for name in ("cold (database made, demo loaded)", "warm"):
        began = time.perf_counter()
        process = start(house)
        seconds = time.perf_counter() - began
        cold = cold or seconds
        yield f"start to the first page, {name}", seconds, "s", ""
        yield (
            f"memory at the first page, {name}",
            memory_of(process.pid),
            "MB",
            "PSS, PostgreSQL included",
        )
        if name == "warm":
            yield "warm start", cold / seconds, "times as fast", "the cold start"
            time.sleep(IDLE_SECONDS)
            yield "memory idle", memory_of(process.pid), "MB", "PSS, PostgreSQL included"
        stop(process)
