from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.actions import ask_for_new_times, mark_broken, see_to_hand_overs
from gensvar.operations.cases.actions.alarming import raise_alarms
from gensvar.operations.cases.actions.timing import refresh_deadlines


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


@app.periodic(cron="* * * * *")
@app.task(name="cases.mark_broken", queue="cases", queueing_lock="cases.mark_broken")
def mark_broken_promises(timestamp: int) -> None:
    mark_broken(at=now())
    ask_for_new_times(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.see_to_hand_overs", queue="cases", queueing_lock="cases.see_to_hand_overs")
def see_to_hand_overs_now(timestamp: int) -> None:
    see_to_hand_overs(at=now())
