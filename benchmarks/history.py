"""All measures of a month, half-hours and subjects from Parquet: 1, 10 and 100 million contacts.

Facts of one year are written straight to Parquet, as `gensvar kpi export` writes them: a file for
each day. DuckDB is asked, and ClickHouse's engine where it is installed; both must say the same.
The sizes are those of GENSVAR_BENCH_SIZES, by default a million alone. 100 million need 5 GB.
"""

import hashlib
import json
import os
import pickle
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.house import fresh_folder

YEAR = date(2026, 1, 1)
DAYS, QUEUES, SUBJECTS = 365, 50, 300
MARCH = date(2026, 3, 1), date(2026, 4, 1)
WHOLE_YEAR = YEAR, date(2027, 1, 1)
CALLS = """
    CREATE OR REPLACE TEMP TABLE call AS SELECT
        1 + (i * 7919 + {number} * 104729) % {queues} AS queue,
        {midnight} + 25200 + CAST(random() * 36000 AS BIGINT) AS moment,
        CAST(-ln(1 - random()) * 45000 AS BIGINT) AS waited,
        CAST(-ln(1 - random()) * 150000 AS BIGINT) AS talked,
        CAST(-ln(1 - random()) * 50000 AS BIGINT) AS wrapped,
        random() < 0.05 AS gave_up
    FROM range({calls}) AS each (i)"""
TABLES = {
    "contacts": """
        SELECT 1::BIGINT AS client_id, DATE '{day}' AS day, queue, 'phone' AS channel, kind,
            outcome, moment, thousandths, more_thousandths FROM (
            SELECT queue, 'offered' AS kind, '' AS outcome, moment, NULL::BIGINT AS thousandths,
                NULL::BIGINT AS more_thousandths FROM call
            UNION ALL SELECT queue, 'wait', CASE WHEN gave_up THEN 'abandoned' ELSE 'answered' END,
                moment, waited, NULL FROM call
            UNION ALL SELECT queue, 'done', '', moment + (waited + talked + wrapped) // 1000,
                talked, wrapped FROM call WHERE NOT gave_up)
        ORDER BY kind, queue, moment""",
    "sums": """
        SELECT 1::BIGINT AS client_id, DATE '{day}' AS day, queue, counter,
            CAST(amount AS DECIMAL(20, 6)) AS amount FROM (
            SELECT queue, count(*) AS offered, count(*) FILTER (WHERE NOT gave_up) AS handled,
                count(*) FILTER (WHERE NOT gave_up) AS waits_answered,
                count(*) FILTER (WHERE gave_up) AS waits_abandoned,
                sum(CASE WHEN gave_up THEN 0 ELSE talked END) / 1000 AS handled_talk,
                sum(CASE WHEN gave_up THEN 0 ELSE wrapped END) / 1000 AS wrap
            FROM call GROUP BY queue)
        UNPIVOT (amount FOR counter IN
            (offered, handled, waits_answered, waits_abandoned, handled_talk, wrap))
        ORDER BY counter, queue""",
    "tallies": """
        SELECT 1::BIGINT AS client_id, DATE '{day}' AS day, queue,
            CASE WHEN gave_up THEN 'waits_abandoned' ELSE 'waits_answered' END AS counter,
            waited AS thousandths, count(*) AS often
        FROM call GROUP BY ALL ORDER BY counter, queue, thousandths""",
}
CASES = """
    SELECT 1::BIGINT AS client_id, DATE '{day}' + CAST(i % 28 AS INTEGER) AS day,
        1 + i // 28 % {subjects} AS subject, 'status' AS need_type,
        CAST({calls} / 28 / {subjects} * 0.7 AS BIGINT) AS cases,
        CAST({calls} / 28 / {subjects} * 0.2 AS BIGINT) AS handed_over,
        CAST({calls} / 28 / {subjects} * 0.5 AS BIGINT) AS solved_at_front
    FROM range(28 * {subjects}) AS each (i)"""
Figure = tuple[str, float, str, str]


@dataclass(frozen=True)
class Done:
    """What a process of its own took: by the clock, of processors, of memory; and what it said."""

    seconds: float
    processor_seconds: float
    megabytes: float
    told: str


def run() -> Iterator[Figure]:
    from gensvar.config.boot import boot

    boot("work")
    asked = os.environ.get("GENSVAR_BENCH_SIZES", "")
    base: dict[str, float] = {}
    for size in [int(one) for one in asked.split(",") if one] or [1_000_000]:
        with fresh_folder() as folder:
            for name, value, unit in _figures(folder, size):
                yield f"{name}, {size} contacts", value, unit, ""
                if value and base.setdefault(name, value) is not value:
                    yield f"{name}, {size} contacts", value / base[name], "times", "smallest"


def _figures(folder: Path, size: int) -> Iterator[tuple[str, float, str]]:
    written = _apart(lambda: _write(folder, size))
    yield "written to Parquet", written.seconds, "s"
    yield "written to Parquet, processors", written.processor_seconds, "s"
    for table in (*TABLES, "subjects"):
        stored = sum(path.stat().st_size for path in (folder / table).rglob("*.parquet"))
        yield f"{table} on disk", stored / 1e6, "MB"
        if table == "contacts":
            yield "on disk, each", stored / size, "bytes a contact"
    for what, (first, until) in {
        "all measures of the month": MARCH,
        "half-hours by queue, month": MARCH,
        "half-hours by queue, year": WHOLE_YEAR,
        "subject table, year": WHOLE_YEAR,
    }.items():
        told = {}
        for engine in _engines():
            found = _apart(lambda e=engine, w=what, a=first, z=until: _ask(folder, e, w, a, z))
            told[engine] = found.told
            yield f"{what}, {engine}", found.seconds, "s"
            yield f"{what}, {engine}, processors", found.processor_seconds, "s"
            yield f"{what}, {engine}, memory", found.megabytes, "MB"
        assert len(set(told.values())) == 1, (what, told)


def _engines() -> list[str]:
    # Loaded only where it is asked: its threads would not live on in the processes beside this.
    return ["DuckDB", *(["ClickHouse"] if find_spec("chdb") else [])]


def _apart(act: Callable[[], str]) -> Done:
    """Do something in a process of its own, and say what that took."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        began = time.monotonic()
        try:
            told = act()
            os.write(writing, pickle.dumps((time.monotonic() - began, told)))
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        found = pipe.read()
    _pid, status, used = os.wait4(child, 0)
    assert status == 0, "see above"
    taken, told = pickle.loads(found)
    return Done(taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, told)


def _write(folder: Path, size: int) -> str:
    import duckdb

    from gensvar.oversight.kpi.exporting import path_of, quoted

    with duckdb.connect() as duck:
        duck.execute("SET enable_progress_bar = false; SET memory_limit = '4GB'")
        duck.execute("SELECT setseed(0.5)")
        for number in range(DAYS):
            day = YEAR + timedelta(days=number)
            calls = size // DAYS + (number < size % DAYS)
            midnight = (day - date(1970, 1, 1)).days * 86400
            given = {"number": number, "queues": QUEUES, "midnight": midnight, "calls": calls}
            duck.execute(CALLS.format(**given))
            words = {table: (text.format(day=day), day) for table, text in TABLES.items()}
            if day.day == 1:
                month = CASES.format(day=day, subjects=SUBJECTS, calls=calls * 30)
                words["subjects"] = month, "cases"
            for table, (text, name) in words.items():
                path = path_of(folder, table, 1, day, name=str(name))
                path.parent.mkdir(parents=True, exist_ok=True)
                duck.execute(f"COPY ({text}) TO {quoted(path)} (FORMAT parquet, COMPRESSION zstd)")
    return ""


def _ask(folder: Path, engine: str, what: str, first: date, until: date) -> str:
    from gensvar.oversight.kpi.history import Duck, History, measures_of
    from gensvar.oversight.kpi.queries.periods import Period
    from gensvar.oversight.kpi.queries.portable import SUBJECTS as SUBJECT_TABLE
    from gensvar.oversight.kpi.queries.portable import asked, half_hours

    history = History(folder, 1, Period(first, until))
    duck = Duck(history, memory="4GB", spills_to=folder / "spilt")
    asks = duck if engine == "DuckDB" else ClickHouse(history)
    if what.startswith("all"):
        told = [
            (code, key, str(one and one.value)) for code, key, one in measures_of(history, asks)
        ]
    else:
        words = half_hours(in_time=120) if what.startswith("half") else SUBJECT_TABLE
        rows = asks.rows(words.replace("{asked}", asked(1, history.period)))
        told = [tuple(str(one) for one in row) for row in rows]
    return hashlib.sha256(repr(told).encode()).hexdigest()


class ClickHouse:
    """ClickHouse's engine in this process, over the same files in the same words."""

    def __init__(self, history: Any) -> None:
        self.history = history

    def rows(self, words: str) -> list[Any]:
        import chdb

        from gensvar.oversight.kpi.history import clickhouse_words

        told = chdb.query(clickhouse_words(words, self.history), "JSONCompactEachRow")
        return [tuple(json.loads(line, parse_float=Decimal)) for line in str(told).splitlines()]
