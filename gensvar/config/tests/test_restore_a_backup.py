import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gensvar.config.backups.manifest import file_key_marks
from gensvar.config.tests.conftest import NewCentre
from gensvar.config.tests.running import environment, gensvar

# A small centre: a client, a file and events, some sealed and one not yet.
FILLING = """
from datetime import UTC, datetime
from gensvar.config.boot import boot
boot("owner")
from django.db import transaction
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events import actions
from gensvar.foundation.events.events import Event
from gensvar.foundation.files.actions import store_file
from dataclasses import dataclass
from typing import ClassVar

@dataclass(frozen=True, kw_only=True)
class Happened(Event):
    name: ClassVar[str] = "test.happened"
    number: int

at = datetime(2026, 5, 4, 10, tzinfo=UTC)
Client.objects.create(code="exempelby", name="Exempelby", public_name="Åäö", created_at=at)
store_file(b"attached" * 400_000, at=at)
with transaction.atomic():
    for number in range(50):
        actions.announce(Happened(number=number), at=at)
actions.seal_records(at=at)
with transaction.atomic():
    actions.announce(Happened(number=50), at=at)
"""
READING = """
from gensvar.config.boot import boot
boot("work")
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.files.models import StoredFile
assert Client.objects.get().public_name == "Åäö"
assert read_file(StoredFile.objects.get()) == b"attached" * 400_000
print("whole")
"""


FILLING_OF_MARCH = """
from datetime import UTC, datetime
from gensvar.config.boot import boot
boot("owner")
from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.models import ServiceArea, Subject

at = datetime(2026, 3, 4, 10, tzinfo=UTC)
client = Client.objects.create(code="exempelby", name="Exempelby", public_name="E", created_at=at)
area = ServiceArea.objects.create(client=client, department="Teknik", name="Gator")
subject = Subject.objects.create(client=client, area=area, name="Gator, v")
for number in range(7):
    Case.objects.create(
        client=client, number=f"26-00010{number}", title="Grop", channel="phone", subject=subject,
        need_type="status" if number < 5 else "", opened_at=at, state_since=at,
        state="closed" if number < 3 else "waiting-for-us", closed_at=at if number < 3 else None,
    )
"""
FIGURES_OF_MARCH = """
import hashlib
from datetime import UTC, date, datetime
from gensvar.config.boot import boot
boot("owner")
from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.queries.goals import goal_results
from gensvar.oversight.kpi.queries.needs import need_matrix
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.subjects import subject_ranking

at = datetime(2026, 4, 1, 12, tzinfo=UTC)
client, march = Client.objects.get(), Period(date(2026, 3, 1), date(2026, 4, 1))
subjects = subject_ranking(client, march)
figures = (goal_results(client, march, at=at), subjects, need_matrix(client, march))
print(subjects.total, "cases", hashlib.sha256(repr(figures).encode()).hexdigest())
"""


def run_beside_database(program: str, *, var: Path) -> str:
    opening = "from gensvar.config.postgres.available import available\nimport contextlib\n"
    opening += "stack = contextlib.ExitStack(); stack.enter_context(available(holder='a test'))\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{opening}{program}\nstack.close()"],
        env=environment(var),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def centre(new_centre: NewCentre) -> Path:
    var = new_centre("centre")
    run_beside_database(FILLING, var=var)
    return var


@pytest.fixture(scope="module")
def backup(centre: Path) -> Path:
    path = centre.parent / "centre.backup"
    done = gensvar("backup", str(path), var=centre)
    assert done.returncode == 0, done.stderr
    assert "rows in" in done.stdout
    return path


def test_a_restore_elsewhere_gives_the_same_rows_files_and_record(
    centre: Path, backup: Path, tmp_path: Path
) -> None:
    done = gensvar("restore", str(backup), "--keys", str(centre / "keys"), var=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "as backed up" in done.stdout
    assert "51 events, 0 breaks (1 not sealed yet)" in done.stdout
    assert run_beside_database(READING, var=tmp_path) == "whole\n"
    assert (tmp_path / "keys" / "secret").read_bytes() == (centre / "keys" / "secret").read_bytes()


def test_each_restore_adds_its_rows_and_the_chain_to_the_log(
    centre: Path, backup: Path, tmp_path: Path
) -> None:
    log, var = tmp_path / "restores.jsonl", tmp_path / "drill"
    words = ("restore", str(backup), "--keys", str(centre / "keys"), "--log", str(log))

    first = gensvar(*words, var=var)
    second = gensvar(*words, "--replace", var=var)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert [line["is_whole"] for line in lines] == [True, True]
    assert lines[0]["backup"] == "centre.backup"
    assert lines[0]["chain"] == "51 events, 0 breaks (1 not sealed yet)"
    assert lines[0]["rows"]["events_eventrecord"] == 51
    assert lines[0]["row_count"] == sum(lines[0]["rows"].values())
    assert lines[0]["rows"] == lines[1]["rows"]


def test_a_log_that_cannot_be_written_is_said_before_anything_is_restored(
    backup: Path, tmp_path: Path
) -> None:
    var = tmp_path / "drill"
    done = gensvar("restore", str(backup), "--log", str(tmp_path / "no" / "log"), var=var)

    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert not (var / "files").exists()


def test_a_restore_gives_the_same_figures_of_march(new_centre: NewCentre, tmp_path: Path) -> None:
    """As ISD-07 has it: the hash of March's figures is the same after as before."""
    march = new_centre("march")
    run_beside_database(FILLING_OF_MARCH, var=march)
    before = run_beside_database(FIGURES_OF_MARCH, var=march)
    path = tmp_path / "march.backup"
    assert gensvar("backup", str(path), "--with-keys", var=march).returncode == 0

    done = gensvar("restore", str(path), "--keys", str(march / "keys"), var=tmp_path / "var")

    assert done.returncode == 0, done.stderr
    assert "7 cases" in before
    assert run_beside_database(FIGURES_OF_MARCH, var=tmp_path / "var") == before


def test_a_restore_without_the_key_names_it_and_touches_nothing(
    backup: Path, tmp_path: Path
) -> None:
    done = gensvar("restore", str(backup), var=tmp_path)

    assert done.returncode == 1
    assert "The key backup-" in done.stderr
    assert "is missing" in done.stderr
    assert not (tmp_path / "files").exists()


def test_a_used_database_is_not_overwritten_unless_told(centre: Path, backup: Path) -> None:
    refused = gensvar("restore", str(backup), var=centre)

    assert refused.returncode == 1
    assert "--replace" in refused.stderr


def test_a_plain_backup_with_keys_restores_over_what_is_there(
    centre: Path, new_centre: NewCentre
) -> None:
    path = centre.parent / "plain.backup"
    made = gensvar("backup", str(path), "--plain", "--with-keys", var=centre)
    other = new_centre("other")
    run_beside_database(FILLING.replace("Åäö", "Annan"), var=other)
    shutil.rmtree(other / "keys")
    done = gensvar("restore", str(path), "--replace", var=other)

    assert made.returncode == done.returncode == 0, made.stderr + done.stderr
    assert run_beside_database(READING, var=other) == "whole\n"


@pytest.mark.parametrize("place", [200, -40], ids=["a flipped bit", "a cut end"])
def test_a_damaged_backup_is_refused(
    centre: Path, backup: Path, tmp_path: Path, place: int
) -> None:
    content = bytearray(backup.read_bytes())
    if place < 0:
        del content[place:]
    else:
        content[-place] ^= 1
    damaged = tmp_path / "damaged.backup"
    damaged.write_bytes(content)

    done = gensvar("restore", str(damaged), "--replace", var=centre)

    assert done.returncode == 1
    assert "damaged" in done.stderr


def test_the_old_data_survived_what_was_refused(centre: Path) -> None:
    assert run_beside_database(READING, var=centre) == "whole\n"


def test_any_other_file_is_not_taken_for_a_backup(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Hej!\n")

    done = gensvar("restore", str(tmp_path / "letter"), var=tmp_path / "var")

    assert "is not a backup of Gensvar" in done.stderr


def test_a_backup_reveals_nothing_and_holds_no_key(centre: Path, backup: Path) -> None:
    content = backup.read_bytes()

    assert b"exempelby" not in content
    assert not [key for key in (centre / "keys").iterdir() if key.read_bytes() in content]
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_asks_for_every_key_for_secrets_are_sealed_too(db: None, tmp_path: Path) -> None:
    from django.db import connection

    for name in ("files-0001.key", "files-0002.key", "backup-abcd.key"):
        (tmp_path / name).write_bytes(name.encode())
    connection.ensure_connection()

    assert list(file_key_marks(connection.connection, tmp_path)) == ["files-0001", "files-0002"]
