from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.oversight.kpi import actions, reading


@app.periodic(cron="*/20 * * * *")
@app.task(name="kpi.gather_counts", queue="upkeep", queueing_lock="kpi.gather_counts")
def gather_counts(timestamp: int) -> None:
    actions.gather_counts()


@app.periodic(cron="* * * * *")
@app.task(name="kpi.read_record", queue="upkeep", queueing_lock="kpi.read_record")
def read_record(timestamp: int) -> None:
    reading.read_record(at=now())
