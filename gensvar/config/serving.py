"""The web server: a few workers that share one loaded copy of the program."""

import gc
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from gensvar.config import processes
from gensvar.config.boot import boot
from gensvar.config.environment import env_int, env_str
from gensvar.config.ports import check_port


def serve() -> None:
    """Answer on GENSVAR_PORT until told to stop; requests under way are finished first."""
    address, port = env_str("GENSVAR_BIND", "127.0.0.1"), web_port()
    check_port(address, port, setting="GENSVAR_PORT")
    with _folder_for_figures():
        _serve_on(address, port)


def _serve_on(address: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    # Loaded once and forked, so that the workers share its memory.
    application = _load()
    gc.freeze()
    Granian(
        "gensvar.config.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=env_int("GENSVAR_WEB_WORKERS", os.cpu_count() or 1, least=1, most=256),
        blocking_threads=env_int("GENSVAR_WEB_THREADS", 4, least=1, most=64),
        backlog=1024,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve(target_loader=_worker(application), wrap_loader=False)


@contextmanager
def _folder_for_figures() -> Iterator[None]:
    """Give the workers a folder to count requests in, which must be known before they load."""
    with tempfile.TemporaryDirectory(prefix="gensvar-figures-", ignore_cleanup_errors=True) as made:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = made
        yield


def serve_live() -> None:
    """Keep streams open on GENSVAR_LIVE_PORT: one process, which waits more than it works."""
    address, port = env_str("GENSVAR_BIND", "127.0.0.1"), live_port()
    check_port(address, port, setting="GENSVAR_LIVE_PORT")
    boot("work")
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from gensvar.screens.live.application import Application

    Granian(
        "gensvar.screens.live.application:Application",
        address=address,
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        backlog=1024,
        respawn_failed_workers=True,
        # Streams never end by themselves.
        workers_kill_timeout=1,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve(target_loader=_worker(Application()), wrap_loader=False)


def web_port() -> int:
    return env_int("GENSVAR_PORT", 8000, least=1, most=65535)


def live_port() -> int:
    return env_int("GENSVAR_LIVE_PORT", min(web_port() + 10, 65535), least=1, most=65535)


def _load() -> Callable[..., Any]:
    boot("web")
    from django.urls import get_resolver

    from gensvar.ui.collecting import collect_static

    # Before the application, which looks once for what there is to serve.
    collect_static()
    from gensvar.config.wsgi import application

    # Views are imported with their addresses: once here, rather than in every worker.
    get_resolver().check()
    return application


def _worker(application: Callable[..., Any]) -> Callable[[], Callable[..., Any]]:
    def loaded() -> Callable[..., Any]:
        """Tie the worker to its parent: an orphan would keep the port."""
        # Until the server sets its own, the parent's handler would swallow a request to stop.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        processes.die_with_parent(signal.SIGTERM)
        return application

    return loaded
