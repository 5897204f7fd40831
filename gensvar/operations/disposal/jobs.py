from django.utils.timezone import localdate, now
from procrastinate.contrib.django import app

from gensvar.foundation.agreements.models import Client
from gensvar.operations.disposal.actions import dispose


@app.periodic(cron="11 2 * * *")
@app.task(
    name="disposal.dispose", queue="upkeep", lock="disposal.dispose", queueing_lock="disposal"
)
def dispose_of_cases(timestamp: int) -> None:
    """Erase, once a night, what has been kept for as long as was decided."""
    for client in Client.objects.order_by("pk"):
        dispose(client, on=localdate(), at=now())
