"""All measures of a month over 225,000, a million and ten million contacts.

The town's own facts are written anew from its record; the larger ones are the same facts again,
under other numbers, spread over fifty queues. Each figure is also given as a ratio to the town's.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks.growth import sizes
from benchmarks.house import House, cookies_of, fresh_folder, living_house
from benchmarks.load import Timing, measure, request

SIZES = (225_000, 1_000_000, 10_000_000)
FROM, UNTIL = "2026-03-01", "2026-03-31"
QUEUES = 50
ROUNDS = 3
PAGES = {"all measures": "/nyckeltal/", "a measure": "/nyckeltal/K02/", "subject table": "/amnen/"}
MORE_FACTS = """
    INSERT INTO kpi_fact (record_id, client_id, kind, about_id, contact_id, case_id, queue_id,
        channel, outcome, at, day, began_at, seconds, more_seconds, working_seconds)
    SELECT record_id + n * 1e9::bigint, client_id, kind, about_id + n * 1e9::bigint,
        contact_id + n * 1e9::bigint, case_id + n * 1e9::bigint, 1000 + (about_id + n) %% %s,
        channel, outcome, at, day, began_at, seconds, more_seconds, working_seconds
    FROM kpi_fact CROSS JOIN generate_series(%s::bigint, %s) AS n WHERE record_id < 1e9"""
HALF_HOURS = """
    COPY (SELECT queue_id, date_bin('30 minutes', at, '2026-01-01'), count(*),
                 count(*) FILTER (WHERE seconds <= 120), avg(seconds), avg(more_seconds)
          FROM kpi_fact WHERE kind = 'contact' AND day BETWEEN '2026-03-01' AND '2026-03-31'
          GROUP BY 1, 2) TO '/dev/null'"""
Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    wanted = sizes() if os.environ.get("GENSVAR_BENCH_SIZES") else SIZES
    with fresh_folder() as var, living_house(var, past=wanted[0]) as house, _owner(house) as owner:
        yield from _written_anew(house, owner)
        base: dict[str, float] = {}
        copies = 0
        for size in wanted:
            more = size // wanted[0] - 1
            if more > copies:
                owner.execute(MORE_FACTS, [QUEUES, copies + 1, more])
                owner.execute("VACUUM ANALYZE kpi_fact")
                copies = more
            for name, value, unit in _figures(house, owner):
                yield f"{name}, {size} contacts", value, unit, ""
                if value and base.setdefault(name, value) is not value:
                    yield f"{name}, {size} contacts", value / base[name], "times", "smallest"


@contextmanager
def _owner(house: House) -> Iterator[psycopg.Connection]:
    socket = str(house.var / "postgres/socket")
    with psycopg.connect(host=socket, user="postgres", dbname="gensvar", autocommit=True) as owner:
        yield owner


def _written_anew(house: House, owner: psycopg.Connection) -> Iterator[Figure]:
    """Tell how fast events become facts: all of them are read twice, and compared."""
    began = time.monotonic()
    house.command("kpi", "rebuild")
    taken = time.monotonic() - began
    events, facts = _one(
        owner, "SELECT (SELECT count(*) FROM events_eventrecord), count(*) FROM kpi_fact"
    )
    yield "facts from events", events / taken, "events/s", ""
    yield "facts from events", facts / taken, "facts/s", ""


def _figures(house: House, owner: psycopg.Connection) -> Iterator[tuple[str, float, str]]:
    days = "ARRAY(SELECT generate_series(%s::date, %s::date, '1 day')::date)"
    (client,) = _one(
        owner, "SELECT client_id FROM kpi_fact GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    )
    taken, peak = _timed(house, f"SELECT kpi_sum_days(%s, {days})", [client, FROM, UNTIL])
    yield "a month summed up", taken, "s"
    yield "a month summed up, memory", peak, "MB"
    taken, peak = _timed(house, f"SELECT kpi_sum_days(%s, {days})", [client, UNTIL, UNTIL])
    yield "a day summed up", taken, "s"
    taken, peak = _timed(house, HALF_HOURS, [])
    yield "half-hours by queue from facts", taken, "s"
    yield "half-hours by queue from facts, memory", peak, "MB"
    facts, sums = _one(
        owner, "SELECT pg_total_relation_size('kpi_fact'), pg_total_relation_size('kpi_daysum')"
    )
    yield "facts on disk", facts / 1e6, "MB"
    yield "sums on disk", sums / 1e6, "MB"
    yield from _asked(house)


def _timed(house: House, words: str, values: list[object]) -> tuple[float, float]:
    """Run a statement by itself; return its seconds and the most memory of its process."""
    with _owner(house) as owner:
        owner.execute("SET synchronous_commit = off")
        began = time.monotonic()
        owner.execute(words, values or None)
        taken = time.monotonic() - began
        told = Path(f"/proc/{owner.info.backend_pid}/status").read_text()
        peak = next(line for line in told.splitlines() if line.startswith("VmHWM"))
        return taken, int(peak.split()[1]) / 1024


def _asked(house: House) -> Iterator[tuple[str, float, str]]:
    from gensvar.config.demo.cast import PASSWORD
    from gensvar.science.kpi.reading import registry

    key = house.command("token", "create", "benchmark", "--scope", "reports:read").split()[-1]
    bearer = {"Authorization": f"Bearer {key}"}
    codes = list(registry().definitions)
    every = [
        request("GET", f"/api/v1/kpis/{code}?from={FROM}&to={UNTIL}", headers=bearer)
        for code in codes
    ]
    found = measure(house.port, every, count=ROUNDS * len(every), warm_up=len(every))
    yield f"all {len(codes)} measures of the month by API", len(codes) / found.per_second, "s"
    yield from _told("a measure by API", found)
    cookie = {"Cookie": cookies_of(house.port, "karin@exempelby.example", PASSWORD)}
    for name, path in PAGES.items():
        page = request("GET", f"{path}?start={FROM}&end={UNTIL}", headers=cookie)
        yield from _told(f"page: {name}", measure(house.port, [page], count=40, warm_up=3))


def _told(name: str, timing: Timing) -> Iterator[tuple[str, float, str]]:
    yield f"{name}, p50", timing.p50, "ms"
    yield f"{name}, p95", timing.p95, "ms"


def _one(owner: psycopg.Connection, words: str) -> tuple[int, ...]:
    row = owner.execute(words).fetchone()  # type: ignore[call-overload]
    assert row is not None, words
    return tuple(row)
