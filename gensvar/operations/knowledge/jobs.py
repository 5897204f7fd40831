from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.operations.knowledge.actions import remind_owners


@app.periodic(cron="12 6 * * *")
@app.task(name="knowledge.remind", queue="knowledge", queueing_lock="knowledge.remind")
def remind(timestamp: int) -> None:
    remind_owners(at=now())
