"""The history in Parquet tells the same as the database, to the last digit, by every engine."""

import json
from datetime import date, timedelta
from decimal import Decimal

import duckdb
import pytest
from django.db import connection

from conftest import NOON
from gensvar.operations.cases.actions import close, hand_over, open_case, reopen
from gensvar.oversight.kpi.actions import gather_counts
from gensvar.oversight.kpi.exporting import COLUMNS, export
from gensvar.oversight.kpi.history import Duck, History, clickhouse_words
from gensvar.oversight.kpi.models import DaySum
from gensvar.oversight.kpi.queries.counting import Here, counts, counts_by
from gensvar.oversight.kpi.queries.from_facts import FED, figures_of, given_of
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.portable import SUBJECTS, asked, half_hours
from gensvar.oversight.kpi.reading import rebuild
from gensvar.oversight.kpi.tests.test_read_record import MAY, busy_day, calls, phone, read
from gensvar.science.kpi.reading import registry

__all__ = ["busy_day", "calls", "phone"]
LONG = Period(date(2026, 1, 1), date(2027, 1, 1))


class ClickHouse:
    """ClickHouse's engine in this process: only where its package was installed."""

    def __init__(self, history):
        self.history = history

    def rows(self, words):
        chdb = pytest.importorskip("chdb", reason="installed by `make journeys`")
        told = chdb.query(clickhouse_words(words, self.history), "JSONCompactEachRow")
        lines = str(told).splitlines()
        return [tuple(json.loads(line, parse_float=Decimal)) for line in lines]


ENGINES = {"duckdb": Duck, "clickhouse": ClickHouse}


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path, exempelby):
    return ENGINES[request.param](History(tmp_path, exempelby.pk, LONG))


@pytest.fixture
def odd_days(busy_day, calls, exempelby, gator, ada, hanna, tek_gata):
    """Calls, waits that no float holds, days of several months, cases of each kind."""
    for month in range(3):
        at = NOON + timedelta(days=31 * month)
        for place, waited in enumerate((0.1 + 0.2, 119.9996, 120.0004, 7 / 3, 4.9995, 1e-7)):
            calls.answered(waited, at=at + timedelta(minutes=7 * place), talked=100 / 7)
        for number in range(6):
            case = open_case(
                exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=at
            )
            if number % 2:
                hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=at)
                case.refresh_from_db()
            close(case, by=ada, at=at + timedelta(hours=number))
            if number == 5:
                reopen(case, by=ada, at=at + timedelta(days=1))
    open_case(exempelby, title="Utan ämne", channel="phone", at=NOON)
    gather_counts()
    read(at=NOON + timedelta(days=120))


HALF_HOURS = half_hours(in_time=120)


def words_of(text, client):
    return text.replace("{asked}", asked(client.pk, LONG))


def plain(rows):
    return [tuple(int(one) if not isinstance(one, str) else one for one in row) for row in rows]


@pytest.mark.parametrize("period", [LONG, MAY, Period(date(2020, 1, 1), date(2020, 2, 1))])
def test_every_measure_comes_to_the_same(odd_days, engine, tmp_path, exempelby, period):
    export(tmp_path)

    here, there = counts(exempelby, period), counts_by(engine, exempelby.pk, period)

    assert there == here
    assert bool(here.amounts) == (period.starts_on.year == 2026)
    for code in FED:
        definition = registry().definitions[code]
        version = definition.current
        told = [
            figures_of(
                definition,
                given_of(definition, found, version=version, limits={}),
                version=version,
            )
            for found in (here, there)
        ]
        assert told[0] == told[1], code


def test_half_hours_and_subjects_come_to_the_same(odd_days, engine, tmp_path, exempelby):
    export(tmp_path)

    for text in (HALF_HOURS, SUBJECTS):
        words = words_of(text, exempelby)
        here = plain(Here().rows(words))

        assert plain(engine.rows(words)) == here
        assert len(here) > 1


def test_half_hours_add_up_to_the_sums_of_the_days(odd_days, exempelby):
    found, rows = counts(exempelby, LONG), Here().rows(words_of(HALF_HOURS, exempelby))

    answered = found.values("waits_answered")
    assert sum(row[3] for row in rows) == found["offered"]
    assert sum(row[4] for row in rows) == answered.count
    assert sum(row[5] for row in rows) == answered.up_to(120)
    assert sum(row[8] for row in rows) == answered.total * 1000
    assert sum(row[9] for row in rows) == found["handled"]


def test_only_what_was_told_otherwise_is_written_again(odd_days, tmp_path, exempelby):
    first, second = export(tmp_path), export(tmp_path)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE kpi_day SET closed_at = closed_at + interval '1 hour' WHERE day = %s",
            [NOON.date()],
        )
    third = export(tmp_path)

    assert first.written == second.kept > 1
    assert (second.written, third.written, third.kept) == (0, 1, first.written - 1)


def test_a_day_that_was_told_otherwise_is_in_the_history_as_it_is_now(
    odd_days, calls, tmp_path, exempelby
):
    export(tmp_path)
    calls.answered(10, at=NOON)
    read(at=NOON + timedelta(days=121))

    written = export(tmp_path).written

    assert written == 1
    duck = Duck(History(tmp_path, exempelby.pk, LONG))
    assert counts_by(duck, exempelby.pk, LONG) == counts(exempelby, LONG)


def test_what_came_back_later_is_written_when_it_is_known(odd_days, tmp_path, exempelby):
    DaySum.objects.filter(counter__startswith="settled").delete()
    export(tmp_path)

    read(at=NOON + timedelta(days=122))
    export(tmp_path)

    duck = Duck(History(tmp_path, exempelby.pk, LONG))
    assert counts_by(duck, exempelby.pk, LONG)["settled_closed"] == 18


def test_a_day_that_is_open_again_is_taken_away(odd_days, tmp_path, exempelby):
    export(tmp_path)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kpi_day SET closed_at = NULL WHERE day = %s", [NOON.date()])

    removed = export(tmp_path).removed

    assert removed == 1
    assert not list(tmp_path.rglob(f"{NOON.date()}.parquet"))


def test_written_anew_from_the_record_the_history_is_the_same(odd_days, tmp_path, exempelby):
    export(tmp_path / "before")
    rebuild(at=NOON + timedelta(days=121))
    export(tmp_path / "after")

    before, after = (
        counts_by(Duck(History(tmp_path / name, exempelby.pk, LONG)), exempelby.pk, LONG)
        for name in ("before", "after")
    )
    assert before == after


def test_files_hold_nobody_and_are_for_their_owner_alone(odd_days, tmp_path):
    export(tmp_path)

    for path in tmp_path.rglob("*.parquet"):
        table = path.relative_to(tmp_path).parts[0]
        found = duckdb.sql(f"DESCRIBE FROM read_parquet('{path}', hive_partitioning = false)")
        assert [row[0] for row in found.fetchall()] == list(COLUMNS[table])
        assert path.stat().st_mode & 0o077 == 0
    named = {name for columns in COLUMNS.values() for name in columns}
    assert not any(name.endswith("_id") for name in named - {"client_id"})
    assert not list(tmp_path.rglob(".new-*"))
