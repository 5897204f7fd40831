"""List, case, search and subject table over HTTP with 10,000, 100,000 and 1,000,000 cases.

Each figure of a larger town is also given as a ratio to the smallest town of the same run.
"""

import os
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from benchmarks.house import House, cookies_of, fresh_folder, living_house
from benchmarks.load import Timing, measure, request, that_answer

SIZES = (10_000, 100_000, 1_000_000)
# Common and rare words, a name, two words, a compound's part, a number, a slip of the pen.
WORDS = (
    "parkering",
    "storgatan",
    "eva karlsson",
    "lykta",
    "snö storgatan",
    "26-000777",
    "zebra",
    "parkerign",
)
FIGURES = 120
Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    smallest: dict[str, Timing] = {}
    for size in sizes():
        with fresh_folder() as var, living_house(var, past=size) as house:
            for name, timing in _timings(house, size):
                yield f"{name}, {size} cases, p50", timing.p50, "ms", ""
                yield f"{name}, {size} cases, p95", timing.p95, "ms", ""
                base = smallest.setdefault(name, timing)
                if base is not timing:
                    yield f"{name}, {size} cases, p50", timing.p50 / base.p50, "times", "smallest"


def sizes() -> tuple[int, ...]:
    """Return how many cases to measure with, or what GENSVAR_BENCH_SIZES says instead."""
    asked = os.environ.get("GENSVAR_BENCH_SIZES", "")
    return tuple(int(size) for size in asked.split(",") if size) or SIZES


def _timings(house: House, size: int) -> Iterator[tuple[str, Timing]]:
    from gensvar.config.demo.cast import PASSWORD

    cookie = {"Cookie": cookies_of(house.port, "ada@exempelby.example", PASSWORD)}
    scopes = ("--scope", "reports:read", "--scope", "search:read")
    key = house.command("token", "create", "benchmark", *scopes).split()[-1]
    bearer = {"Authorization": f"Bearer {key}"}
    steps = range(1, size, max(1, size // 300))
    cases = [request("GET", f"/arenden/26-{n:06d}/", headers=cookie) for n in steps]
    asked: dict[str, Sequence[bytes]] = {
        "case list": [request("GET", "/arenden/", headers=cookie)],
        "case list, all by opening": [
            request("GET", "/arenden/?lage=alla&ordning=-oppnat", headers=cookie)
        ],
        "case page": that_answer(house.port, cases),
        "search": [_typed(word, cookie["Cookie"]) for word in WORDS],
        "search by API, all counted": [
            request("GET", f"/api/v1/search?{urlencode({'q': word})}", headers=bearer)
            for word in WORDS
        ],
        "subject table": [request("GET", "/amnen/", headers=cookie)],
        "subject table, one opened": [request("GET", "/amnen/?subject=Bygglov", headers=cookie)],
        "ranking by API": [request("GET", "/api/v1/subjects/ranking?limit=20", headers=bearer)],
        "goals and results": [request("GET", "/mal/", headers=cookie)],
        "volumes": [request("GET", "/volymer/", headers=cookie)],
    }
    for name, requests in asked.items():
        yield name, measure(house.port, requests, count=FIGURES)


def _typed(words: str, cookies: str) -> bytes:
    """Return what the search field sends."""
    secret = re.search("csrftoken=([^;]+)", cookies)
    assert secret is not None, "no cookie came with the sign-in"
    headers = {
        "Cookie": cookies,
        "X-CSRFToken": secret[1],
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return request("POST", "/sok/", headers=headers, body=urlencode({"q": words}).encode())
