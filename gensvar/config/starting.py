"""What `gensvar up` does, in order: look, lock, database, migrations, demo, processes."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Never

from gensvar.config.child import Child
from gensvar.config.commands.demo import WHOLE_PAST
from gensvar.config.data_folder import check_data_folder
from gensvar.config.environment import env_int, env_str, var_folder
from gensvar.config.lock import held
from gensvar.config.ports import check_port
from gensvar.config.postgres import Server, embedded, prepare
from gensvar.config.postgres.available import owner_dsn, uses_own_server
from gensvar.config.postgres.own_server import check_own_server
from gensvar.config.processes import dying_with_me
from gensvar.config.refusals import CannotRun
from gensvar.config.serving import live_port, web_port
from gensvar.config.shape import is_in_shape, is_unused
from gensvar.config.supervisor import STOP_SIGNALS, Supervisor

HOLDER = "gensvar up"
REVIVE_PAUSE_SECONDS = 3


class Stopped(BaseException):
    """A stop signal came while the start was still under way."""


def start_everything(*, with_demo: bool) -> int:
    """Run Gensvar until a stop signal, and return the exit code."""
    began = time.monotonic()
    for sign in STOP_SIGNALS:
        signal.signal(sign, _stop_start)
    if with_demo:
        os.environ["GENSVAR_DEMO"] = "1"
    try:
        var = var_folder()
        check_data_folder(var)
        with held(var / "lock", holder=HOLDER):
            _check_ports(with_demo=with_demo)
            with _database() as server:
                _prepare_content(with_demo=with_demo)
                return _supervisor(server, with_demo=with_demo, began=began).run()
    except (Stopped, BrokenPipeError):
        return 0


def _stop_start(_sign: int, _frame: FrameType | None) -> Never:
    raise Stopped


def _check_ports(*, with_demo: bool) -> None:
    """See that every door can be opened, before anything is started."""
    smtp_port = env_int("GENSVAR_SMTP_PORT", 8025, least=1, most=65535)
    bind = env_str("GENSVAR_BIND", "127.0.0.1")
    doors = [
        ("GENSVAR_PORT", bind, web_port()),
        ("GENSVAR_LIVE_PORT", bind, live_port()),
        ("GENSVAR_SMTP_PORT", env_str("GENSVAR_SMTP_BIND", "127.0.0.1"), smtp_port),
    ]
    if with_demo:
        sink_port = env_int("GENSVAR_SINK_PORT", smtp_port + 1, least=1, most=65535)
        doors.append(("GENSVAR_SINK_PORT", "127.0.0.1", sink_port))
        elks_port = env_int("GENSVAR_ELKS_PORT", min(sink_port + 1, 65535), least=1, most=65535)
        doors.append(("GENSVAR_ELKS_PORT", "127.0.0.1", elks_port))
        square = env_int("GENSVAR_MASTODON_PORT", min(elks_port + 1, 65535), least=1, most=65535)
        doors.append(("GENSVAR_MASTODON_PORT", "127.0.0.1", square))
    taken: dict[int, str] = {}
    for setting, address, port in doors:
        if port in taken:
            raise CannotRun(f"{taken[port]} and {setting} are both {port}; they must differ.")
        taken[port] = setting
        check_port(address, port, setting=setting)


@contextmanager
def _database() -> Iterator[Server | None]:
    if uses_own_server():
        check_own_server()
        yield None
        return
    server = embedded()
    server.start(holder=HOLDER)
    try:
        prepare(server)
        yield server
    finally:
        server.stop()


def _prepare_content(*, with_demo: bool) -> None:
    dsn = owner_dsn()
    if not is_in_shape(dsn):
        _say("Bringing the database to this version's shape …")
        _run_first("migrate", "--quiet")
    if with_demo and is_unused(dsn):
        _say("Building the demo town, once; half a minute …")
        size = env_int("GENSVAR_DEMO_SIZE", WHOLE_PAST)
        _run_first("demo", "--if-empty", "--size", str(size))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _run_first(*words: str) -> None:
    """Run one command to its end before the rest starts."""
    process = subprocess.Popen(
        _command(*words),
        stdin=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=dying_with_me(signal.SIGTERM),
    )
    try:
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if code:
        raise CannotRun(f"`gensvar {' '.join(words)}` failed; the lines above say why.")


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "gensvar.config.command", *words]


def _supervisor(server: Server | None, *, with_demo: bool, began: float) -> Supervisor:
    children = [Child(name, _command(name)) for name in ("web", "post")]
    later = [Child(name, _command(name)) for name in ("work", "dispatch", "bridge", "live")]
    if with_demo:
        later.append(Child("demo", _command("demo", "--play")))

    def look_after() -> None:
        if server is not None and server.has_died():
            _revive(server, say=supervisor.say)

    def when_ready() -> None:
        supervisor.say(_welcome(with_demo=with_demo, seconds=time.monotonic() - began))

    supervisor = Supervisor(
        children, later=later, is_ready=_answers, when_ready=when_ready, look_after=look_after
    )
    return supervisor


def _revive(server: Server, *, say: Callable[[str], None]) -> None:
    say("The database stopped; starting it again.")
    try:
        server.revive()
    except CannotRun as trouble:
        say(f"gensvar: {trouble.code}")
        time.sleep(REVIVE_PAUSE_SECONDS)


def _answers() -> bool:
    """Tell whether the first page can be served."""
    connection = http.client.HTTPConnection(_own_address(), web_port(), timeout=2)
    host = env_str("GENSVAR_HOSTS", "localhost").split(",")[0].strip()
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _own_address() -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(  # noqa: S104 not bound, only compared
        env_str("GENSVAR_BIND", "127.0.0.1"), env_str("GENSVAR_BIND", "127.0.0.1")
    )


def _welcome(*, with_demo: bool, seconds: float) -> str:
    address = env_str("GENSVAR_URL", f"http://localhost:{web_port()}")
    lines = ["", f"Gensvar is running at {address} (started in {seconds:.1f} s). Stop: Ctrl-C."]
    if with_demo:
        from gensvar.config.demo import sign_ins

        lines += ["", f"Mail that the demo sends is read at {address}/demo/inkorg/."]
        lines += [f"Sign in at {address}/konto/hem/ as:", *(f"  {line}" for line in sign_ins())]
    return "\n".join([*lines, ""])
