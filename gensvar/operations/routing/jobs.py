from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.operations.routing import actions


@app.periodic(cron="* * * * *")
@app.task(name="routing.follow", queue="cases", queueing_lock="routing.follow")
def follow(timestamp: int) -> None:
    """Find what no event told of, such as cases that were there before their queue."""
    actions.follow_all(at=now())
