import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from gensvar.config import processes
from gensvar.config.postgres import Server, prepare
from gensvar.config.postgres.launch import Launch
from gensvar.config.refusals import CannotRun
from gensvar.config.tests.running import in_background, wait_until

LOADING = """
import os, signal
import psycopg
from gensvar.config.environment import var_folder
from gensvar.config.postgres import Server, prepare, programs
programs.folder()
"""
SERVING = """
server = Server(var_folder())
server.start(holder="the other run")
prepare(server)
print("ready", flush=True)
signal.sigwait([signal.SIGTERM])
server.stop()
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "postgres", is_hasty=True)
    yield server
    server.stop()


def open_the_way_to(place: Path) -> None:
    """Let any user pass through the folders that pytest keeps for itself."""
    for folder in (place, *place.parents):
        if folder.stat().st_mode & 0o001 == 0:
            folder.chmod(0o755)


def ask(server: Server, query: str, *, role: str = "owner") -> object:
    with psycopg.connect(server.dsn(role)) as connection:
        row = connection.execute(query).fetchone()
        return row[0] if row else None


def write(server: Server, statement: str) -> None:
    with psycopg.connect(server.dsn("owner")) as connection:
        connection.execute(statement)


def test_what_was_written_is_there_after_a_stop_and_a_start(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    prepare(server)
    write(server, "CREATE TABLE kept AS SELECT 'Åsa' AS name")
    server.stop()

    server.start()

    assert ask(server, "SELECT lower(name) FROM kept") == "åsa"
    server.stop()


def test_checksums_are_on_and_nothing_listens_on_the_network(server: Server) -> None:
    server.start()
    prepare(server)

    assert ask(server, "SHOW data_checksums") == "on"
    assert ask(server, "SHOW listen_addresses") == ""
    assert server.socket_folder.stat().st_mode & 0o077 == 0


def test_only_the_work_role_passes_row_level_security(server: Server) -> None:
    server.start()
    prepare(server)
    write(
        server,
        "CREATE TABLE guarded AS SELECT 1 AS id; ALTER TABLE guarded ENABLE ROW LEVEL SECURITY",
    )

    assert ask(server, "SELECT count(*) FROM guarded", role="work") == 1
    assert ask(server, "SELECT count(*) FROM guarded", role="web") == 0


def test_preparing_again_changes_nothing(server: Server) -> None:
    server.start()
    prepare(server)
    write(server, "CREATE TABLE kept (id int)")

    prepare(server)

    assert ask(server, "SELECT count(*) FROM kept") == 0


def test_a_second_run_over_the_same_folder_is_told_who_is_there(tmp_path: Path) -> None:
    with (
        in_background(LOADING + SERVING, var=tmp_path) as other,
        pytest.raises(CannotRun, match=rf"the other run \(process {other.pid}\)"),
    ):
        Server(tmp_path).start()


def test_the_server_dies_with_a_starter_killed_by_force_and_loses_nothing(
    tmp_path: Path,
) -> None:
    with in_background(LOADING + SERVING, var=tmp_path) as starter:
        server = Server(tmp_path)
        write(server, "CREATE TABLE kept AS SELECT 7 AS number")
        starter.kill()
        starter.wait()

        server.start()

        assert ask(server, "SELECT number FROM kept") == 7
        server.stop()
    assert processes.working_in(server.data) == []


def test_everything_killed_by_force_leaves_a_stale_lock_that_is_no_obstacle(
    tmp_path: Path,
) -> None:
    with in_background(LOADING + SERVING, var=tmp_path) as starter:
        server = Server(tmp_path)
        write(server, "CREATE TABLE kept AS SELECT 7 AS number")
        for process in [starter.pid, *processes.working_in(server.data)]:
            with suppress(ProcessLookupError):  # some end by themselves when the first is gone
                os.kill(process, signal.SIGKILL)
        starter.wait()
        wait_until(lambda: not processes.working_in(server.data))
        assert (server.data / "postmaster.pid").exists()

        server.start()

        assert ask(server, "SELECT number FROM kept") == 7
        server.stop()


def test_a_pid_file_that_names_an_unrelated_process_is_no_obstacle(server: Server) -> None:
    server.start()
    server.stop()
    (server.data / "postmaster.pid").write_text(f"{os.getppid()}\n{server.data}\n")

    server.start()

    assert server.is_serving()


def test_a_server_that_died_under_us_comes_back(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    prepare(server)
    os.kill(processes.working_in(server.data)[0], signal.SIGKILL)
    wait_until(server.has_died)

    server.revive()

    assert ask(server, "SELECT 1") == 1
    server.stop()


def test_a_first_start_that_was_interrupted_is_done_anew(server: Server) -> None:
    half_made = server.folder / "data.new"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18")

    server.start()

    assert server.is_serving()


def test_a_folder_too_deep_for_a_socket_still_works(tmp_path: Path) -> None:
    server = Server(tmp_path / ("djup" * 12) / ("mapp" * 12), is_hasty=True)
    server.start()
    prepare(server)

    try:
        assert ask(server, "SELECT 1") == 1
        assert not server.socket_folder.is_relative_to(tmp_path)
    finally:
        server.stop()
        server.socket_folder.rmdir()


def test_a_folder_of_another_version_is_refused(server: Server) -> None:
    server.data.mkdir(parents=True)
    (server.data / "PG_VERSION").write_text("9\n")

    with pytest.raises(CannotRun, match="made by PostgreSQL 9"):
        server.start()


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotRun, match=r"Cannot write to .*file/postgres: Not a directory"):
        Server(tmp_path / "file" / "postgres").start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_where_root_may_not_mask_itself_it_becomes_nobody(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(processes, "can_mask", lambda: False)
    open_the_way_to(tmp_path)

    server.start()
    prepare(server)

    assert Launch.fitting(server.folder).owner == server.data.stat().st_uid != 0
    assert ask(server, "SELECT 1") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_an_ordinary_user_runs_it_directly(tmp_path: Path) -> None:
    # Loaded as root: the interpreter itself may lie where nobody else may read.
    program = f"{LOADING}\nos.setgroups([]); os.setgid(65534); os.setuid(65534)\n{SERVING}"
    open_the_way_to(tmp_path)
    home = tmp_path / "var"
    home.mkdir()
    os.chown(home, 65534, 65534)

    with in_background(program, var=home):
        server = Server(home)
        assert ask(server, "SELECT 1") == 1
        assert server.data.stat().st_uid == 65534


def test_asking_for_help_needs_nothing() -> None:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "gensvar.config.command", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "restore" in done.stdout
    assert time.monotonic() - began < 3
