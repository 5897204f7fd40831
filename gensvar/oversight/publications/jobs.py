from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.publications.issuing import issue_due


@app.periodic(cron="*/5 * * * *")
@app.task(name="publications.issue", queue="reports", queueing_lock="publications.issue")
def issue(timestamp: int) -> None:
    for client in Client.objects.order_by("pk"):
        issue_due(client, at=now())
