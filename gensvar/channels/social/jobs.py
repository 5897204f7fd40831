from procrastinate.contrib.django import app

from gensvar.channels.social.turning import fetch_due, publish_due


@app.periodic(cron="* * * * * */30")
@app.task(name="social.fetch", queue="social", lock="social.fetch", queueing_lock="social.fetch")
def fetch(timestamp: int) -> None:
    fetch_due()


@app.periodic(cron="* * * * * */5")
@app.task(
    name="social.publish", queue="social", lock="social.publish", queueing_lock="social.publish"
)
def publish(timestamp: int) -> None:
    publish_due()
