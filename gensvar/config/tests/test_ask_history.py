"""The commands that write the history and ask it: as CSV, or in ClickHouse's words."""

import csv
import io
from contextlib import nullcontext

import pytest

from conftest import NOON
from gensvar.config.command import main
from gensvar.oversight.kpi.tests.test_read_record import busy_day, calls, phone, read

__all__ = ["busy_day", "calls", "phone"]
DAYS = ("--from", "2026-05-01", "--to", "2026-05-31")


@pytest.fixture
def ask(tmp_path, monkeypatch, capsys, exempelby):
    """Ask by the command, with the database of the test."""
    monkeypatch.setenv("GENSVAR_DB_ROLE", "work")
    monkeypatch.setattr(
        "gensvar.config.postgres.available.available", lambda **_names: nullcontext()
    )

    def asked(verb, *words):
        code = main(["kpi", verb, *words, "--folder", str(tmp_path / "history")])
        told = capsys.readouterr()
        assert bool(code) == bool(told.err)
        return told.err if code else told.out

    def history(what, *words):
        return asked("history", what, *DAYS, "--client", str(exempelby.pk), *words)

    return asked, history


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_what_was_exported_is_asked(busy_day, ask):
    export, history = ask
    read()

    written = export("export")
    found = {(row["code"], row["way"]): row for row in rows(history("measures"))}
    half_hours = rows(history("half-hours"))

    assert "days written, 0 taken away" in written
    assert found["K01", "offered"]["value"] == "10.0"
    assert sum(int(row["offered"]) for row in half_hours) == 10
    assert {int(row["half_hour"]) % 1800 for row in half_hours} == {0}
    assert min(int(row["half_hour"]) for row in half_hours) <= NOON.timestamp()


def test_it_is_said_in_clickhouse_words(busy_day, ask):
    export, history = ask
    read()
    export("export")

    words = history("half-hours", "--sql")

    assert "file(" in words
    assert "/contacts/client=" in words
    assert words.rstrip().endswith(";")


def test_where_nothing_is_written_the_way_to_write_it_is_told(ask):
    _export, history = ask

    assert "gensvar kpi export" in history("subjects")


def test_without_duckdb_it_is_said_how_to_get_it(ask, monkeypatch):
    export, _history = ask
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)

    assert "[history]" in export("export")
