from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
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
