"""Write the counted past to Parquet: a file for each day and table, in a folder for each month.

A file bears the time at which its day was told, so that only what is new, or was told otherwise
since, is written; a day that is open again is taken away until it is whole. Files are put in
place whole, by their names, and hold neither persons, cases, contacts nor agents by any number.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.portable import asked, sources

Columns = Mapping[str, str]
COUNTED: Final = {"client_id": "BIGINT", "day": "DATE"}
TIMES: Final = {"thousandths": "BIGINT", "more_thousandths": "BIGINT"}
COLUMNS: Final[Mapping[str, Columns]] = {
    "sums": {**COUNTED, "queue": "BIGINT", "counter": "VARCHAR", "amount": "DECIMAL(20,6)"},
    "tallies": {
        **COUNTED,
        "queue": "BIGINT",
        "counter": "VARCHAR",
        "thousandths": "BIGINT",
        "often": "BIGINT",
    },
    "contacts": {
        **COUNTED,
        "queue": "BIGINT",
        "channel": "VARCHAR",
        "kind": "VARCHAR",
        "outcome": "VARCHAR",
        "moment": "BIGINT",
        **TIMES,
    },
    "subjects": {
        **COUNTED,
        "subject": "BIGINT",
        "need_type": "VARCHAR",
        "cases": "BIGINT",
        "handed_over": "BIGINT",
        "solved_at_front": "BIGINT",
    },
}
# Told, and told again once it is known what came back to the day.
TOLD = """
    SELECT d.day, d.closed_at + CASE WHEN EXISTS (
        SELECT FROM kpi_daysum s WHERE s.client_id = d.client_id AND s.day = d.day
            AND s.counter = 'settled_closed') THEN interval '1 second' ELSE interval '0' END
    FROM kpi_day d WHERE d.client_id = %s AND d.closed_at IS NOT NULL ORDER BY d.day"""
# What one day has of each table. Values that came several times are written once.
ALIKE: Final = {
    "tallies": """SELECT client_id, day, queue, counter, thousandths, sum(often) FROM {tallies}
        WHERE {asked} GROUP BY 1, 2, 3, 4, 5 ORDER BY 4, 3, 5""",
    "contacts": "SELECT {columns} FROM {contacts} WHERE {asked} ORDER BY kind, queue, moment",
    "sums": "SELECT {columns} FROM {sums} WHERE {asked} ORDER BY counter, queue",
    "subjects": """SELECT client_id, day, subject, need_type, sum(cases), sum(handed_over),
        sum(solved_at_front) FROM {subjects} WHERE {asked} GROUP BY 1, 2, 3, 4
        HAVING sum(cases) <> 0 ORDER BY 2, 3, 4""",
}
DAILY: Final = ("sums", "tallies", "contacts")
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


@dataclass(frozen=True)
class Exported:
    """How many days and months were written, taken away, and left as they were."""

    written: int = 0
    removed: int = 0
    kept: int = 0

    def __str__(self) -> str:
        return f"{self.written} days written, {self.removed} taken away, {self.kept} as before"


def export(folder: Path) -> Exported:
    """Write each whole day of each client that is not in the folder as it was last told."""
    found = [_export(client, folder) for client in Client.objects.order_by("pk")]
    return Exported(
        sum(one.written for one in found),
        sum(one.removed for one in found),
        sum(one.kept for one in found),
    )


def _export(client: Client, folder: Path) -> Exported:
    with connection.cursor() as cursor:
        cursor.execute(TOLD, [client.pk])
        told: dict[date, datetime] = dict(cursor.fetchall())
    new = [day for day, at in told.items() if not _is_written(folder, client, day, at)]
    for day in new:
        _write_day(folder, client, day, at=told[day])
    gone = _remove_others(folder, client, set(told))
    for month in _months_of_cases(client):
        _write_month(folder, client, month)
    return Exported(len(new), gone, len(told) - len(new))


def path_of(folder: Path, table: str, client_id: int, day: date, *, name: str) -> Path:
    return folder / table / f"client={client_id}" / f"month={day:%Y-%m}" / f"{name}.parquet"


def _is_written(folder: Path, client: Client, day: date, at: datetime) -> bool:
    paths = (path_of(folder, table, client.pk, day, name=f"{day}") for table in DAILY)
    return all(path.exists() and path.stat().st_mtime_ns == _stamp(at) for path in paths)


def _stamp(at: datetime) -> int:
    return int(at.timestamp()) * 10**9 + at.microsecond * 1000


def _write_day(folder: Path, client: Client, day: date, *, at: datetime) -> None:
    """Write all that a day has; one that is opened meanwhile is written again the next time."""
    period = Period(day, day + timedelta(days=1))
    for table in DAILY:
        path = path_of(folder, table, client.pk, day, name=f"{day}")
        _write(path, table, client, period)
        os.utime(path, ns=(_stamp(at), _stamp(at)))


def _write_month(folder: Path, client: Client, month: date) -> None:
    after = (month + timedelta(days=32)).replace(day=1)
    path = path_of(folder, "subjects", client.pk, month, name="cases")
    _write(path, "subjects", client, Period(month, after))


def _months_of_cases(client: Client) -> list[date]:
    """Return the months with cases: they are counted under the subject that they have now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT day FROM kpi_casecount WHERE client_id = %s AND is_month ORDER BY day",
            [client.pk],
        )
        return [day for (day,) in cursor.fetchall()]


def _remove_others(folder: Path, client: Client, told: set[date]) -> int:
    gone = set()
    for table in DAILY:
        for path in (folder / table / f"client={client.pk}").glob("month=*/*.parquet"):
            if (day := date.fromisoformat(path.stem)) not in told:
                path.unlink()
                gone.add(day)
    return len(gone)


def _write(path: Path, table: str, client: Client, period: Period) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    columns = COLUMNS[table]
    words = ALIKE[table].format(
        **sources(), asked=asked(client.pk, period), columns=", ".join(columns)
    )
    with _beside(path) as beside, duckdb.connect() as duck:
        rows = beside.with_suffix(".csv")
        copying = f"COPY ({words}) TO STDOUT (FORMAT csv)"
        with rows.open("wb") as file, connection.cursor() as cursor, cursor.copy(copying) as copy:
            file.writelines(copy)
        types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
        texts = [name for name, kind in columns.items() if kind == "VARCHAR"]
        duck.execute(
            f"""COPY (FROM read_csv({quoted(rows)}, header = false, auto_detect = false,
                hive_partitioning = false, columns = {{{types}}}, force_not_null = {texts}))
                TO {quoted(beside)} (FORMAT parquet, COMPRESSION zstd)"""
        )
        beside.chmod(PRIVATE_FILE)
        beside.replace(path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a place on the same disk, so that the file can be put where it belongs at once."""
    with TemporaryDirectory(dir=path.parent, prefix=".new-") as place:
        yield Path(place) / path.name


def quoted(path: Path) -> str:
    """Return a path as a string of SQL.

    >>> quoted(Path("/srv/it's"))
    "'/srv/it''s'"
    """
    return "'" + str(path).replace("'", "''") + "'"
