from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.channels.counter.actions.tickets import end_left_over


@app.periodic(cron="17 * * * *")
@app.task(name="counter.end_left_over", queue="counter", queueing_lock="counter.end_left_over")
def end_yesterdays_numbers(timestamp: int) -> None:
    end_left_over(at=now())
