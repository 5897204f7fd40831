from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.levels.actions import archive_boards


@app.periodic(cron="20 5 * * *")
@app.task(name="levels.archive", queue="reports", queueing_lock="levels.archive")
def archive(timestamp: int) -> None:
    """Keep last month's dashboards; daily, so that a month is kept also after a standstill."""
    for client in Client.objects.order_by("pk"):
        archive_boards(client, at=now())
