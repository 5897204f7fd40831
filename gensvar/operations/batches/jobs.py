from datetime import timedelta

from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.operations.batches.actions import forget_batches, go_on
from gensvar.operations.batches.queries import not_over

# A job that was under way when its worker died is noticed by this, and gone on with.
STANDS_STILL_AFTER = timedelta(minutes=2)


@app.periodic(cron="* * * * *")
@app.task(name="batches.go_on", queue="cases", queueing_lock="batches.go_on")
def go_on_where_it_stopped(timestamp: int) -> None:
    for batch in not_over():
        if batch.stood_still_since < now() - STANDS_STILL_AFTER:
            go_on(batch, at=now)


@app.periodic(cron="23 3 * * *")
@app.task(name="batches.forget", queue="upkeep", queueing_lock="batches.forget")
def forget(timestamp: int) -> None:
    forget_batches(at=now())
