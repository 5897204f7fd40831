"""List, case, portal and API with 225,000 cases, beside a bare Django view on the same server."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from benchmarks.house import (
    House,
    cookies_of,
    free_ports,
    fresh_folder,
    living_house,
    stop,
    wait_until_healthy,
)
from benchmarks.load import Timing, measure, request, that_answer

PAST = 225_000
CROWD = 8
BARE = "a bare Django view of 50 rows"


def run() -> Iterator[tuple[str, float, str, str]]:
    with fresh_folder() as var, living_house(var) as house:
        yield from _measured(house)


def _measured(house: House) -> Iterator[tuple[str, float, str, str]]:
    """Serve the same town by a server that has the bare view too, and ask both."""
    (port,) = free_ports(1)
    beside = replace(house, port=port)
    server = subprocess.Popen([sys.executable, "-m", "benchmarks.serving"], env=beside.environment)
    try:
        wait_until_healthy(port, server)
        yield from _figures(beside)
    finally:
        stop(server)


def _figures(house: House) -> Iterator[tuple[str, float, str, str]]:
    from gensvar.config.demo.cast import PASSWORD

    cookie = {"Cookie": cookies_of(house.port, "ada@exempelby.example", PASSWORD)}
    key = house.command("token", "create", "benchmark", "--scope", "all").split()[-1]
    yield from _page("bare view", house, [request("GET", "/bare/")], base=None)
    base = measure(house.port, [request("GET", "/bare/")])
    yield from _page("case list", house, [request("GET", "/arenden/", headers=cookie)], base)
    dice = Random(1)
    numbers = [f"26-{dice.randint(1, PAST):06d}" for _ in range(550)]
    whole = [request("GET", f"/arenden/{number}/", headers=cookie) for number in numbers]
    yield from _page("case page", house, that_answer(house.port, whole), base)
    yield from _page("portal question", house, [request("GET", "/fraga/amne/")], base)
    yield from _page("API create", house, _creation(key), base, expected=201)


def _page(
    name: str,
    house: House,
    requests: Sequence[bytes] | Callable[[int], bytes],
    base: Timing | None,
    *,
    expected: int = 200,
) -> Iterator[tuple[str, float, str, str]]:
    alone = measure(house.port, requests, expected=expected)
    crowd = measure(house.port, requests, connections=CROWD, count=1_600, expected=expected)
    yield f"{name}, p50 at 1 connection", alone.p50, "ms", ""
    yield f"{name}, p95 at 1 connection", alone.p95, "ms", ""
    yield f"{name}, at 1 connection", alone.per_second, "requests/s", ""
    yield f"{name}, p50 at {CROWD} connections", crowd.p50, "ms", ""
    yield f"{name}, p95 at {CROWD} connections", crowd.p95, "ms", ""
    yield f"{name}, at {CROWD} connections", crowd.per_second, "requests/s", ""
    if base is not None:
        yield f"{name}, p50", alone.p50 / base.p50, "times", BARE


def _creation(key: str) -> Callable[[int], bytes]:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}

    def create(number: int) -> bytes:
        case = {
            "client": "exempelby",
            "title": f"Grop {number}",
            "channel": "phone",
        }
        return request("POST", "/api/v1/cases", headers=headers, body=json.dumps(case).encode())

    return create
