import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.timezone import now
from procrastinate import JobContext
from procrastinate.contrib.django import app

from gensvar.foundation.events.actions import seal_records
from gensvar.foundation.events.upkeep import check_record, forget_failures, note_failure

OURS = "gensvar"


@app.periodic(cron="* * * * * */2")
@app.task(name="events.seal", queue="record", queueing_lock="events.seal")
def seal(timestamp: int) -> None:
    seal_records(at=now())


@app.task(name="events.check_record", queue="upkeep", queueing_lock="events.check_record")
def check(check_id: int) -> None:
    check_record(check_id, at=now)


@app.periodic(cron="43 3 * * *")
@app.task(name="events.forget_failures", queue="upkeep", queueing_lock="events.forget_failures")
def forget(timestamp: int) -> None:
    forget_failures()


def noting_failures(go_on: Callable[[], Any], context: JobContext, worker: Any) -> Any:
    """Put down how a job failed before the worker hears of it; for setup to show."""
    try:
        return go_on()
    except Exception as error:
        if context.job.id is not None:
            note_failure(context.job.id, kind=type(error).__name__, place=_place(error), at=now())
        raise


def _place(error: BaseException) -> str:
    """Return the last line of our own that the error passed, as file:line."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        parts = Path(frame.filename).parts
        if OURS in parts and "site-packages" not in parts:
            return f"{'/'.join(parts[parts.index(OURS) :])}:{frame.lineno}"
    return ""
