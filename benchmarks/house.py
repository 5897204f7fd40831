"""A whole Gensvar with the demo town, in a folder of its own, to measure pages in."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import httpx
import psycopg

from benchmarks.load import request

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
START_SECONDS = 600


@dataclass(frozen=True)
class House:
    """Where it answers, and the folder that it keeps."""

    var: Path
    port: int
    smtp_port: int
    # Past cases in the town; none: as many as it usually has.
    past: int | None = None

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name[:8] != "GENSVAR_"}
        kept.pop("DATABASE_URL", None)
        return kept | {
            "GENSVAR_VAR": str(self.var),
            "GENSVAR_PORT": str(self.port),
            "GENSVAR_SMTP_PORT": str(self.smtp_port),
            "GENSVAR_DEMO": "1",
            "GENSVAR_DEMO_PACE": "0",
            "GENSVAR_LOG_LEVEL": "WARNING",
            "GENSVAR_PORTAL_PER_HOUR": "1000000",
            **({"GENSVAR_DEMO_SIZE": str(self.past)} if self.past is not None else {}),
        }

    def command(self, *words: str) -> str:
        """Run a command beside it and return what it printed."""
        told = subprocess.run(
            [sys.executable, "-m", "gensvar.config.command", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return told.stdout


def free_ports(count: int) -> list[int]:
    """Find ports of our own, below the range that clients use."""
    found: list[int] = []
    port = 20_000 + os.getpid() % 5_000
    while len(found) < count:
        port += 1
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                found.append(port)
    return found


@contextmanager
def living_house(var: Path, *, past: int | None = None) -> Iterator[House]:
    """Start everything over a folder, and stop it again."""
    port, smtp_port, _sink = free_ports(3)
    house = House(var, port, smtp_port, past)
    process = start(house)
    try:
        _settle(house)
        yield house
    finally:
        stop(process)


def _settle(house: House) -> None:
    """Do now what the database would do by itself during the measurement."""
    with psycopg.connect(
        host=str(house.var / "postgres/socket"), user="postgres", dbname="gensvar", autocommit=True
    ) as database:
        database.execute("VACUUM ANALYZE")
        database.execute("CHECKPOINT")


def start(house: House) -> subprocess.Popen[bytes]:
    """Start everything and return when the first page can be served."""
    process = subprocess.Popen(
        [sys.executable, "-m", "gensvar.config.command", "up", "--demo"],
        env=house.environment,
        stdout=subprocess.DEVNULL,
    )
    wait_until_healthy(house.port, process)
    return process


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    process.wait(60)


def wait_until_healthy(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _is_healthy(port):
        if process.poll() is not None:
            raise RuntimeError(f"it ended with code {process.returncode}")
        if time.monotonic() > deadline:
            raise TimeoutError("it does not answer")
        time.sleep(0.02)


def _is_healthy(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": "localhost"})
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def cookies_of(port: int, email: str, password: str) -> str:
    """Sign in as a person does, and return the cookies to come back with."""
    with httpx.Client(
        base_url=f"http://localhost:{port}", follow_redirects=True, timeout=30
    ) as browser:
        page = browser.get("/skrivbord/")
        token = TOKEN.search(page.text)
        assert token is not None, "there is no form to sign in with"
        form = {"login": email, "password": password, "csrfmiddlewaretoken": token[1]}
        answer = browser.post(page.url, data=form, headers={"Referer": str(page.url)})
        assert answer.url.path == "/skrivbord/", f"signing in led to {answer.url.path}"
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.cookies.jar)


def written_questions(port: int, count: int) -> list[bytes]:
    """Write questions in the portal as browsers do, and return the last request of each."""
    base = f"http://localhost:{port}"
    with httpx.Client(base_url=base, timeout=30) as browser:
        token = TOKEN.search(browser.get("/fraga/amne/").text)
        assert token is not None, "there is no form to ask by"
        guard = {"csrftoken": browser.cookies["csrftoken"]}
        body = {"csrfmiddlewaretoken": token[1]}
        return [_written(browser, guard, body) for _ in range(count)]


def _written(browser: httpx.Client, guard: dict[str, str], body: dict[str, str]) -> bytes:
    browser.cookies.clear()
    browser.cookies.update(guard)
    for step, answers in (
        ("amne", {"subject": "unknown"}),
        ("beskriv", {"text": "Lyktan utanför skolan är trasig. När lagas den?"}),
        ("filer", {"go_on": "1"}),
        ("svar", {"reply": "code"}),
    ):
        answer = browser.post(f"/fraga/{step}/", data=body | answers)
    assert answer.headers["Location"] == "/fraga/kontrollera/", "an answer is missing"
    headers = {
        "Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.cookies.jar),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return request("POST", "/fraga/kontrollera/", headers=headers, body=urlencode(body).encode())


def memory_of(root: int) -> float:
    """Return the memory of a process and its descendants in MB, shared pages counted once (PSS)."""
    return sum(_proportional(pid) for pid in [root, *_descendants(root)]) / 1024


def _descendants(root: int) -> Sequence[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int(entry.joinpath("stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found, rest = [], [root]
    while rest:
        children = parents.get(rest.pop(), [])
        found += children
        rest += children
    return found


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def fresh_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="gensvar-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
