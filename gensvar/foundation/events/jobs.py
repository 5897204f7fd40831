from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.events.actions import seal_records


@app.periodic(cron="* * * * * */2")
@app.task(name="events.seal", queue="record", queueing_lock="events.seal")
def seal(timestamp: int) -> None:
    seal_records(at=now())
