from procrastinate.contrib.django import app

from gensvar.oversight.kpi import actions


@app.periodic(cron="*/20 * * * *")
@app.task(name="kpi.gather_counts", queue="upkeep", queueing_lock="kpi.gather_counts")
def gather_counts(timestamp: int) -> None:
    actions.gather_counts()
