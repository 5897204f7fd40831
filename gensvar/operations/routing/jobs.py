from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.operations.routing import actions


@app.periodic(cron="* * * * *")
@app.task(name="routing.follow", queue="cases", queueing_lock="routing.follow")
def follow(timestamp: int) -> None:
    """Find what no event told of, such as cases that were there before their queue."""
    actions.follow_all(at=now())


@app.periodic(cron="* * * * *")
@app.task(name="routing.end_levers", queue="cases", queueing_lock="routing.end_levers")
def end_levers(timestamp: int) -> None:
    """Note which levers have come to their end; the dispatcher has let go of them already."""
    actions.end_levers(at=now())


@app.task(name="routing.foresee", queue="cases", lock="routing.foresee")
def foresee(timestamp: int) -> None:
    """Play the rest of the day, for whoever looks at the floor."""
    actions.foresee_day(at=now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="routing.balance", queue="cases", queueing_lock="routing.balance")
def balance(timestamp: int) -> None:
    """Count what came against what became of it."""
    actions.count_days(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="routing.find_strain", queue="cases", queueing_lock="routing.find_strain")
def find_strain(timestamp: int) -> None:
    """Find whose work has been too heavy for too long."""
    actions.find_strain(at=now())
