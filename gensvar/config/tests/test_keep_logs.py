"""Every process writes its log in one form, faults included, and nobody's data in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from gensvar.config.logs import told

FAULT = """
import logging
from gensvar.config.boot import boot
boot("web")
logging.getLogger("gensvar.prov").info("mail_kept", extra={"raw_mail": 7})
try:
    raise ValueError("duplicate key\\nDETAIL:  Key (value)=(eva.ek@example.com) exists.")
except ValueError:
    logging.getLogger("django.request").exception("Internal Server Error: /skrivbord/")
logging.getLogger("gensvar.prov").debug("too much")
"""


def written(folder: Path, form: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", FAULT],
        env=os.environ | {"GENSVAR_VAR": str(folder), "GENSVAR_LOG_FORMAT": form},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.splitlines()


def test_lines_for_machines_are_json_with_their_facts(tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [json.loads(line) for line in written(tmp_path, "json")]

    kept, fault = lines
    assert (kept["event"], kept["raw_mail"], kept["level"]) == ("mail_kept", 7, "info")
    assert fault["event"] == "Internal Server Error: /skrivbord/"
    assert "ValueError: duplicate key" in fault["exception"]


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_fault_is_told_without_the_row_it_broke_on(tmp_path: Path, form: str) -> None:
    text = "\n".join(written(tmp_path, form))

    assert "Internal Server Error" in text
    assert "duplicate key" in text
    assert "eva.ek@example.com" not in text


def test_a_database_that_is_away_is_one_sentence_whatever_was_under_way() -> None:
    try:
        try:
            psycopg.connect("host=/nowhere")
        except psycopg.OperationalError as refused:
            raise RuntimeError("listener failed") from refused
    except RuntimeError:
        said = told(sys.exc_info())

    assert said.startswith("The database cannot be reached: connection")
    assert "\n" not in said
