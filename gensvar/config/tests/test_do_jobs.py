import subprocess
import sys

import pytest

from gensvar.config.tests.conftest import NewCentre
from gensvar.config.tests.running import environment

# A job is taken up and its worker killed; later another worker comes.
PROGRAM = """
import contextlib
from gensvar.config.boot import boot
from gensvar.config.postgres.available import available
with available(holder="a test"):
    boot("owner")
    from django.db import connection, transaction
    from procrastinate.contrib.django import app
    from gensvar.config.working import work
    done = []

    @app.task(name="test.write")
    def write(what):
        if what == "broken":
            raise ValueError(what)
        done.append(what)
        if what == "outer":
            with contextlib.suppress(ZeroDivisionError), transaction.atomic():
                write.defer(what="undone")
                1 / 0
            write.defer(what="inner")

    def counts():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT status::text, count(*) FROM procrastinate_jobs"
                " WHERE task_name = 'test.write' GROUP BY 1"
            )
            return dict(cursor.fetchall())

    write.defer(what="outer")
    write.defer(what="broken")
    work(is_once=True)
    print(sorted(done), counts())
    from gensvar.foundation.events.models import JobFailure
    print(*JobFailure.objects.values_list("kind", flat=True))

    write.defer(what="killed")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            " VALUES (now() - interval '5 minutes') RETURNING id"
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s"
            " WHERE status = 'todo' AND task_name = 'test.write'",
            cursor.fetchone(),
        )
    from gensvar.config.stalled import retry_stalled
    retry_stalled.defer(timestamp=0)
    work(is_once=True)
    work(is_once=True)
    print(sorted(done), counts())
"""


@pytest.fixture(scope="module")
def told(new_centre: NewCentre) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment(new_centre("jobs")),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_what_a_job_defers_belongs_to_its_own_transaction(told: list[str]) -> None:
    assert told[0].startswith("['inner', 'outer']")


def test_a_job_that_failed_stays_to_be_seen_and_finished_ones_go(told: list[str]) -> None:
    assert told[0].endswith("{'failed': 1}")


def test_the_kind_of_error_is_noted(told: list[str]) -> None:
    assert told[1] == "ValueError"


def test_a_job_whose_worker_was_killed_is_done_by_the_next(told: list[str]) -> None:
    assert told[2].startswith("['inner', 'killed', 'outer']")
