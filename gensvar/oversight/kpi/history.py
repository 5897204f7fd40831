"""Ask the history in Parquet: by DuckDB, or by ClickHouse over the same files in the same words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import duckdb
import sqlglot

from gensvar.oversight.kpi.exporting import COLUMNS, quoted
from gensvar.oversight.kpi.queries.counting import Engine, counts_by
from gensvar.oversight.kpi.queries.from_facts import FED, KEPT_ON, figures_of, given_of
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.portable import TABLES
from gensvar.science.kpi.figures import Figure
from gensvar.science.kpi.reading import registry

# Code, way of counting, and what it came to.
Told = tuple[str, str, Figure | None]
MEMORY: Final = "2GB"


@dataclass(frozen=True)
class History:
    """What was written of a client in the months of a period."""

    folder: Path
    client_id: int
    period: Period

    def folders(self, table: str) -> list[Path]:
        """Return the months of a table that hold anything."""
        place = self.folder / table / f"client={self.client_id}"
        found = (place / f"month={month:%Y-%m}" for month in _months(self.period))
        return [month for month in found if any(month.glob("*.parquet"))]


@dataclass(frozen=True)
class Duck:
    """DuckDB in this process; `memory` is the most that it may take before it uses the disk."""

    history: History
    memory: str = MEMORY
    spills_to: Path | None = None
    threads: int = 0

    def rows(self, words: str) -> list[Any]:
        with self._answer(words) as answer:
            return answer.fetchall()

    def table(self, words: str) -> list[list[Any]]:
        """Return the names of the columns, and then the rows."""
        with self._answer(words) as answer:
            return [[row[0] for row in answer.description], *map(list, answer.fetchall())]

    @contextmanager
    def _answer(self, words: str) -> Iterator[duckdb.DuckDBPyConnection]:
        with duckdb.connect() as duck:
            duck.execute(f"SET memory_limit = '{self.memory}'")
            duck.execute("SET enable_progress_bar = false")
            if self.spills_to:
                duck.execute(f"SET temp_directory = {quoted(self.spills_to)}")
            if self.threads:
                duck.execute(f"SET threads = {self.threads:d}")
            for table in TABLES:
                duck.execute(f"CREATE VIEW {table} AS {self._source(table)}")
            yield duck.execute(words.format(**{table: table for table in TABLES}))

    def _source(self, table: str) -> str:
        places = ", ".join(quoted(month / "*.parquet") for month in self.history.folders(table))
        if not places:
            return _nothing(table)
        return f"FROM read_parquet([{places}], hive_partitioning = false)"


def measures_of(history: History, engine: Engine | None = None) -> Iterator[Told]:
    """Yield each way of counting of every measure that is made of facts, by its usual limits.

    A state that is kept on some days, and what no number may be told of, has no figure.
    """
    found = counts_by(engine or Duck(history), history.client_id, history.period)
    for code, definition in registry().definitions.items():
        if code in FED and code not in KEPT_ON:
            version = (definition.version_on(history.period.last_day) or (1, definition.current))[1]
            given = given_of(definition, found, version=version, limits={})
            for key, figure in figures_of(definition, given, version=version).items():
                yield code, key, figure


def clickhouse_words(words: str, history: History) -> str:
    """Return words for ClickHouse, over files that it can reach by the same path."""
    plain = words.format(**{table: table for table in TABLES})
    parsed = sqlglot.parse_one(plain, read="postgres")
    used = sorted({table.name for table in parsed.find_all(sqlglot.exp.Table)})
    tables = ", ".join(f"{table} AS ({_file(table, history)})" for table in used)
    return f"WITH {tables} {parsed.sql(dialect='clickhouse')}"


def _file(table: str, history: History) -> str:
    months = history.folders(table)
    if not months:
        return sqlglot.transpile(_nothing(table), read="duckdb", write="clickhouse")[0]
    names = ",".join(month.name for month in months)
    glob = months[0].parent / (f"{{{names}}}" if len(months) > 1 else names) / "*.parquet"
    return f"SELECT * FROM file({quoted(glob)}, Parquet)"  # noqa: S608


def _nothing(table: str) -> str:
    """Return a table without rows, where nothing was written yet."""
    columns = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in COLUMNS[table].items())
    return f"SELECT {columns} WHERE 1 = 0"


def _months(period: Period) -> Iterator[date]:
    month = period.starts_on.replace(day=1)
    while month < period.ends_on:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)
