from procrastinate.contrib.django import app

from gensvar.channels.sms.turning import fetch_due, read_due, send_due


@app.periodic(cron="* * * * * */2")
@app.task(name="sms.turn", queue="sms", lock="sms.turn", queueing_lock="sms.turn")
def turn(timestamp: int) -> None:
    """Read what has come, then send what waits; the rows are the queue and nothing is in memory."""
    while read_due():
        pass
    send_due()


@app.periodic(cron="* * * * * */10")
@app.task(name="sms.fetch", queue="sms", lock="sms.fetch", queueing_lock="sms.fetch")
def fetch(timestamp: int) -> None:
    while fetch_due():
        pass
