"""The job worker: several jobs at a time, each retried alone, periodic ones exactly once."""

from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app

from gensvar.config.environment import env_int


def work(*, is_once: bool) -> None:
    """Do jobs until told to stop; the ones under way are finished first."""
    with_listener = app.with_connector(_connector())
    with_listener.run_worker(
        concurrency=env_int("GENSVAR_WORK_CONCURRENCY", 4, least=1, most=100),
        wait=not is_once,
        delete_jobs="never",
        install_signal_handlers=True,
        shutdown_graceful_timeout=15,
        name="gensvar work",
    )


def _connector() -> PsycopgConnector:
    connector: PsycopgConnector = app.connector.get_worker_connector()
    return connector
