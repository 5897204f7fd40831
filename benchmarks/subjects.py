"""The subject table and its ranking over HTTP, with 10,000, 100,000 and 1,000,000 cases."""

import os
from collections.abc import Iterator

from benchmarks.house import House, cookies_of, fresh_folder, living_house
from benchmarks.load import measure, request

SIZES = (10_000, 100_000, 1_000_000)
TARGET = "target p95 200 ms"
Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    for size in sizes():
        with fresh_folder() as var, living_house(var, past=size) as house:
            yield from _figures(house, size)


def sizes() -> tuple[int, ...]:
    """Return how many cases to measure with, or what GENSVAR_BENCH_SIZES says instead."""
    asked = os.environ.get("GENSVAR_BENCH_SIZES", "")
    return tuple(int(size) for size in asked.split(",") if size) or SIZES


def _figures(house: House, size: int) -> Iterator[Figure]:
    from gensvar.config.demo.cast import PASSWORD

    cookie = {"Cookie": cookies_of(house.port, "ada@exempelby.example", PASSWORD)}
    key = house.command("token", "create", "benchmark", "--scope", "reports:read").split()[-1]
    bearer = {"Authorization": f"Bearer {key}"}
    for name, path, headers in (
        ("subject table", "/amnen/", cookie),
        ("subject table with one opened", "/amnen/?subject=Bygglov", cookie),
        ("goals and results", "/mal/", cookie),
        ("volumes", "/volymer/", cookie),
        ("ranking by API", "/api/v1/subjects/ranking?limit=20", bearer),
    ):
        timing = measure(house.port, [request("GET", path, headers=headers)], count=200)
        yield f"{name}, {size} cases, p50", timing.p50, "ms", ""
        yield f"{name}, {size} cases, p95", timing.p95, "ms", TARGET
