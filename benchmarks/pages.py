"""List, case, portal and API with 225,000 cases, beside a bare Django view on the same server."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from threading import Lock
from typing import Any

from benchmarks.house import (
    House,
    cookies_of,
    free_ports,
    fresh_folder,
    living_house,
    stop,
    wait_until_healthy,
    written_questions,
)
from benchmarks.load import Connection, Timing, measure, request, that_answer

PAST = 225_000
CROWD = 8
# Questions from the portal: each must be written before it can be sent in.
ONE_BY_ONE, AT_ONCE, WARM_UP = 100, 160, 10
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
    yield from _portal_questions(house, key, base)
    yield from _page("API create", house, _creation(key), base, expected=201)


def _portal_questions(
    house: House, key: str, base: Timing
) -> Iterator[tuple[str, float, str, str]]:
    """Send in questions that are written but for the last press of a button, each once."""
    drafts = written_questions(house.port, ONE_BY_ONE + AT_ONCE + 2 * WARM_UP)
    left = iter(drafts)
    before = _web_cases(house, key)
    lock = Lock()

    def next_draft(_number: int) -> bytes:
        with lock:
            return next(left)

    yield from _page(
        "portal question",
        house,
        next_draft,
        base,
        expected=302,
        counts=(ONE_BY_ONE, AT_ONCE),
        warm_up=WARM_UP,
    )
    # A question without all its answers is led back by the same status.
    came = _web_cases(house, key) - before
    if came != len(drafts):
        raise RuntimeError(f"{len(drafts)} questions were sent in, and {came} came")


def _web_cases(house: House, key: str) -> int:
    asked = request("GET", "/api/v1/cases?channel=web&limit=1", headers=_bearer(key))
    connection = Connection(house.port)
    _status, body = connection.ask(asked)
    connection.close()
    return int(json.loads(body)["count"])


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def _page(
    name: str,
    house: House,
    requests: Sequence[bytes] | Callable[[int], bytes],
    base: Timing | None,
    *,
    expected: int = 200,
    counts: tuple[int, int] = (600, 1_600),
    warm_up: int = 40,
) -> Iterator[tuple[str, float, str, str]]:
    given: dict[str, Any] = {"expected": expected, "warm_up": warm_up}
    alone = measure(house.port, requests, count=counts[0], **given)
    crowd = measure(house.port, requests, connections=CROWD, count=counts[1], **given)
    yield f"{name}, p50 at 1 connection", alone.p50, "ms", ""
    yield f"{name}, p95 at 1 connection", alone.p95, "ms", ""
    yield f"{name}, at 1 connection", alone.per_second, "requests/s", ""
    yield f"{name}, p50 at {CROWD} connections", crowd.p50, "ms", ""
    yield f"{name}, p95 at {CROWD} connections", crowd.p95, "ms", ""
    yield f"{name}, at {CROWD} connections", crowd.per_second, "requests/s", ""
    if base is not None:
        yield f"{name}, p50", alone.p50 / base.p50, "times", BARE


def _creation(key: str) -> Callable[[int], bytes]:
    headers = {**_bearer(key), "Content-Type": "application/json"}

    def create(number: int) -> bytes:
        case = {
            "client": "exempelby",
            "title": f"Grop {number}",
            "channel": "phone",
        }
        return request("POST", "/api/v1/cases", headers=headers, body=json.dumps(case).encode())

    return create
