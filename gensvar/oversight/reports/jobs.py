from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.oversight.reports.actions import issue_due


@app.periodic(cron="*/5 * * * *")
@app.task(name="reports.issue", queue="reports", queueing_lock="reports.issue")
def issue(timestamp: int) -> None:
    for client in Client.objects.order_by("pk"):
        refresh_deadlines(client, at=now())
        issue_due(client, at=now())
