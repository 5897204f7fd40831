"""The job worker: several jobs at a time, each retried alone, periodic ones exactly once.

The worker itself listens on connections of its own; the jobs keep Django's, so that what a job
announces or defers belongs to its own transaction.
"""

from typing import cast

from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from gensvar.config.environment import env_int

# A finished job says nothing that the record does not; a failed one stays to be seen in setup.
DELETED = "successful"


def work(*, is_once: bool) -> None:
    """Do jobs until told to stop; the ones under way are finished first."""
    from gensvar.foundation.events.jobs import noting_failures

    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    app.with_connector(connector).run_worker(
        concurrency=env_int("GENSVAR_WORK_CONCURRENCY", 4, least=1, most=100),
        wait=not is_once,
        delete_jobs=DELETED,
        task_middleware=[noting_failures],
        shutdown_graceful_timeout=15,
        name="gensvar work",
    )
