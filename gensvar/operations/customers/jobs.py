from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.operations.customers.actions import end_expired


@app.periodic(cron="*/15 * * * *")
@app.task(name="customers.end_expired", queue="upkeep", queueing_lock="customers.end_expired")
def end_expired_representatives(timestamp: int) -> None:
    """End those whose time to speak for a customer has run out."""
    while end_expired(at=now()):
        pass
