"""`gensvar up`, whole: as somebody who types it sees it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from gensvar.config import processes
from gensvar.config.tests.conftest import NewCentre
from gensvar.config.tests.running import environment, gensvar, wait_until


@pytest.fixture(scope="module")
def var(new_centre: NewCentre) -> Path:
    return new_centre("whole")


@pytest.fixture(scope="module")
def ports() -> tuple[int, int]:
    with ExitStack() as stack:
        found = []
        for port in range(22_000 + os.getpid() % 5_000, 32_000):
            listener = stack.enter_context(socket.socket())
            if listener.connect_ex(("127.0.0.1", port)):
                found.append(port)
            if len(found) == 2:
                return found[0], found[1]
    raise AssertionError("no free ports")


@contextmanager
def up(var: Path, ports: tuple[int, int]) -> Iterator[subprocess.Popen[bytes]]:
    log = (var / "up.log").open("wb")
    settings = {
        "GENSVAR_PORT": str(ports[0]),
        "GENSVAR_SMTP_PORT": str(ports[1]),
        "GENSVAR_WEB_WORKERS": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "gensvar.config.command", "up"],
        env=environment(var, **settings),
        stdout=log,
        stderr=log,
        process_group=0,
    )
    try:
        yield process
    finally:
        log.close()
        if process.poll() is None:
            process.terminate()
            process.wait(40)


def said(var: Path) -> str:
    return (var / "up.log").read_text()


def status(port: int, path: str = "/healthz") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def left_behind(var: Path) -> list[str]:
    """Return the processes that still run over this data folder."""
    marker = f"GENSVAR_VAR={var}".encode()
    found = [str(process) for process in processes.working_in(var / "postgres" / "data")]
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if marker in path.read_bytes().split(b"\0"):
                found.append((path.parent / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return found


def test_it_serves_says_where_and_stops_leaving_nothing(var: Path, ports: tuple[int, int]) -> None:
    with up(var, ports) as process:
        wait_until(lambda: "is running at" in said(var), seconds=120)

        assert f"http://localhost:{ports[0]}" in said(var)
        assert status(ports[0]) == 200
        assert status(ports[0], "/readyz") == 200
        with socket.create_connection(("127.0.0.1", ports[1]), timeout=10) as mail:
            assert mail.recv(100).startswith(b"220")

        process.send_signal(signal.SIGINT)

        assert process.wait(40) == 0
    assert left_behind(var) == []


def test_it_recovers_from_kill_9_of_the_database_and_then_of_all(
    var: Path, ports: tuple[int, int]
) -> None:
    with up(var, ports) as process:
        wait_until(lambda: status(ports[0]) == 200, seconds=60)
        made = gensvar("token", "create", "test", "--scope", "cases:read", var=var)
        os.kill(postmaster(var), signal.SIGKILL)
        wait_until(lambda: "starting it again" in said(var))
        wait_until(lambda: status(ports[0]) == 200, seconds=60)
        process.kill()
        process.wait()

    with up(var, ports):
        wait_until(lambda: status(ports[0]) == 200, seconds=180)
        listed = gensvar("token", "list", var=var)

    assert made.returncode == 0, made.stderr
    assert len(made.stdout.split()) == 1
    assert "test\tevery client\tcases:read\tin force" in listed.stdout
    assert made.stdout.strip() not in listed.stdout


def postmaster(var: Path) -> int:
    return int((var / "postgres/data/postmaster.pid").read_text().splitlines()[0])
