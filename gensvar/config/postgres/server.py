"""One PostgreSQL server over one folder.

House rules: the lock is taken before anything is touched; a file left by a crash is removed only
when no process works in the data folder any more; the server never outlives its starter.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

from gensvar.config import processes
from gensvar.config.environment import var_folder
from gensvar.config.lock import cannot_write, held
from gensvar.config.postgres import programs, sockets
from gensvar.config.postgres.launch import Launch
from gensvar.config.refusals import CannotRun

USERS = {
    "owner": "gensvar_owner",
    "web": "gensvar_web",
    "work": "gensvar_work",
    "postgres": "postgres",
}
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "128MB",
    "max_wal_size": "512MB",
    "max_connections": "100",
    "jit": "off",
    "log_timezone": "UTC",
    "timezone": "UTC",
}
# For tests only: what is lost in a crash there was worth nothing.
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
STOP_SECONDS = 30
START_SECONDS = 120


class Server:
    def __init__(self, folder: Path, *, is_hasty: bool = False) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.log = folder / "log"
        self.is_hasty = is_hasty
        self._process: subprocess.Popen[bytes] | None = None
        self._releases = ExitStack()

    @property
    def socket_folder(self) -> Path:
        return sockets.place(self.folder)

    def dsn(self, role: str, *, database: str = "gensvar") -> str:
        """Return the address to connect to as "owner", "web", "work" or "postgres"."""
        return f"postgresql://{USERS[role]}@/{database}?host={quote(str(self.socket_folder))}"

    def program(self, name: str) -> Path:
        """Return one of PostgreSQL's programs, of this database's version."""
        return programs.folder(major=self._major()) / name

    def is_serving(self) -> bool:
        """Tell whether the server answers, whoever started it."""
        return self._status() == "ready" and bool(processes.working_in(self.data.resolve()))

    def start(self, *, holder: str = "gensvar") -> None:
        """Start the server, making the database folder or recovering a crashed run first."""
        self._releases.enter_context(held(self.folder / "lock", holder=holder))
        try:
            self._recover()
            launch = Launch.fitting(self.folder)
            sockets.make(self.socket_folder, owner=launch.owner)
            if not self.data.exists():
                self._create(launch)
            self._serve(launch)
        except OSError as error:
            self.stop()
            raise cannot_write(self.folder, error) from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End every connection, write everything down and stop."""
        if self._process is not None:
            _end(self._process, signal.SIGQUIT if self.is_hasty else signal.SIGINT)
            self._process = None
        self._releases.close()

    def has_died(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    def revive(self) -> None:
        """Start again after the server died under us; the lock is still ours."""
        self._recover()
        self._serve(Launch.fitting(self.folder))

    def _recover(self) -> None:
        """Wait for a server whose starter was killed, then clear away what it left."""
        deadline = time.monotonic() + STOP_SECONDS
        while left := processes.working_in(self.data.resolve()):
            if time.monotonic() > deadline:
                raise CannotRun(
                    f"A PostgreSQL of an earlier run still works in {self.data} "
                    f"(process {left[0]}) and does not stop; end it and try again."
                )
            _ask_to_stop(self._postmaster())
            time.sleep(0.05)
        # The server trusts a pid alone, which may since belong to another process or to a zombie.
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        sockets.clear(self.socket_folder)

    def _create(self, launch: Launch) -> None:
        """Make the database folder beside its place, so that a half-made one is never used."""
        half_made = self.folder / "data.new"
        shutil.rmtree(half_made, ignore_errors=True)
        binaries = programs.folder()
        arguments = ["--pgdata", str(half_made), "--username=postgres", "--encoding=UTF8"]
        arguments += ["--auth-local=trust", "--auth-host=reject", "--data-checksums"]
        arguments += _locale(programs.version(binaries))
        arguments += ["--no-sync"] if self.is_hasty else []
        made = launch.run([binaries / "initdb", *arguments])
        if made.returncode:
            raise CannotRun(f"The database could not be made: {_reason(made.stderr)}")
        half_made.rename(self.data)

    def _serve(self, launch: Launch) -> None:
        settings = SETTINGS | (HASTY if self.is_hasty else {})
        arguments = [f"--{name}={value}" for name, value in settings.items()]
        arguments.append(f"--unix_socket_directories={self.socket_folder}")
        launch.own(self.data)
        self._turn_log()
        with self.log.open("ab") as log:
            began = log.tell()
            self._process = launch.start(
                [self.program("postgres"), "-D", str(self.data), *arguments], log=log
            )
        self._wait_until_ready(began)

    def _wait_until_ready(self, began: int) -> None:
        assert self._process is not None
        deadline = time.monotonic() + START_SECONDS
        while self._status() != "ready":
            if self._process.poll() is not None:
                written = self.log.read_bytes()[began:].decode(errors="replace")
                raise CannotRun(f"PostgreSQL did not start: {_reason(written)}")
            if time.monotonic() > deadline:
                raise CannotRun(f"PostgreSQL did not start in two minutes; see {self.log}.")
            time.sleep(0.01)

    def _status(self) -> str:
        """Return the word that the server keeps in its pid file: starting, ready, stopping."""
        lines = self._pid_file()
        return lines[7].strip() if len(lines) > 7 else ""

    def _postmaster(self) -> int | None:
        lines = self._pid_file()
        return int(lines[0]) if lines and lines[0].strip().isdigit() else None

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _major(self) -> int | None:
        version = self.data / "PG_VERSION"
        return int(version.read_text()) if version.exists() else None

    def _turn_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > 10 * 2**20:
            self.log.replace(self.log.with_suffix(".old"))


def embedded(var: Path | None = None) -> Server:
    """Return the server that keeps its data in the data folder."""
    return Server((var or var_folder()) / "postgres")


def socket_folder(var: Path) -> Path:
    """Return where a client finds the embedded server of a data folder."""
    return embedded(var).socket_folder


@contextmanager
def throwaway() -> Iterator[Server]:
    """Run a prepared server for tests in a folder that is removed afterwards."""
    from gensvar.config.postgres.prepare import prepare

    with tempfile.TemporaryDirectory(prefix="gensvar-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder), is_hasty=True)
        server.start(holder="a test run")
        try:
            prepare(server)
            yield server
        finally:
            server.stop()


def _locale(major: int) -> list[str]:
    """Return a locale that knows Swedish letters and sorts alike on every machine."""
    if major >= 17:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C.UTF-8"]


def _end(process: subprocess.Popen[bytes], sign: signal.Signals) -> None:
    process.send_signal(sign)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait()


def _ask_to_stop(postmaster: int | None) -> None:
    if postmaster is not None:
        try:
            os.kill(postmaster, signal.SIGINT)
        except ProcessLookupError:
            return


def _reason(text: str) -> str:
    """Pick the line that says why out of PostgreSQL's output."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any("No space left on device" in line for line in lines):
        return "the disk is full. Free some space and start again."
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line]
    return (telling or lines or ["it said nothing"])[-1]
