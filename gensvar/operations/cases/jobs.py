from datetime import timedelta

from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.actions import (
    ask_for_new_times,
    end_forgotten_registrations,
    forget_deeds,
    mark_broken,
    see_to_hand_overs,
)
from gensvar.operations.cases.actions.alarming import raise_alarms
from gensvar.operations.cases.actions.planning import settle_planned
from gensvar.operations.cases.actions.presence import forget_absent
from gensvar.operations.cases.actions.resting import wake_due
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.operations.cases.actions.updating import tell_of_missed_updates


@app.periodic(cron="* * * * * */15")
@app.task(name="cases.time", queue="cases", lock="cases.time", queueing_lock="cases.time")
def time(timestamp: int) -> None:
    for client in Client.objects.order_by("pk"):
        refresh_deadlines(client, at=now())


@app.periodic(cron="* * * * *")
@app.task(name="cases.alarm", queue="cases", queueing_lock="cases.alarm")
def alarm(timestamp: int) -> None:
    for client in Client.objects.order_by("pk"):
        refresh_deadlines(client, at=now())
        raise_alarms(client, at=now())
        tell_of_missed_updates(client, at=now())


@app.periodic(cron="* * * * *")
@app.task(name="cases.mark_broken", queue="cases", queueing_lock="cases.mark_broken")
def mark_broken_promises(timestamp: int) -> None:
    settle_planned(at=now())  # an answer that left in time has kept its promise
    mark_broken(at=now())
    ask_for_new_times(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.see_to_hand_overs", queue="cases", queueing_lock="cases.see_to_hand_overs")
def see_to_hand_overs_now(timestamp: int) -> None:
    see_to_hand_overs(at=now())


@app.periodic(cron="* * * * *")
@app.task(name="cases.wake", queue="cases", queueing_lock="cases.wake")
def wake(timestamp: int) -> None:
    """Take up the cases whose rest is over."""
    wake_due(at=now())


@app.periodic(cron="* * * * *")
@app.task(name="cases.settle_planned", queue="cases", queueing_lock="cases.settle_planned")
def settle(timestamp: int) -> None:
    """Say whose turn it is where an answer has left that was to leave later."""
    settle_planned(at=now())


@app.periodic(cron="5 * * * *")
@app.task(name="cases.forget_absent", queue="cases", queueing_lock="cases.forget_absent")
def forget(timestamp: int) -> None:
    """Drop the traces of pages that were closed long ago."""
    forget_absent(before=now() - timedelta(hours=1))


@app.periodic(cron="17 3 * * *")
@app.task(name="cases.forget_deeds", queue="upkeep", queueing_lock="cases.forget_deeds")
def forget_what_was_done(timestamp: int) -> None:
    """Drop what can no longer be undone."""
    forget_deeds(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.end_registrations", queue="upkeep", queueing_lock="cases.end_registrations")
def end_registrations(timestamp: int) -> None:
    end_forgotten_registrations(at=now())
