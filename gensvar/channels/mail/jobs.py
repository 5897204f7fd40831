from datetime import timedelta

from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.channels.mail.actions.listening import forget_counts, notice_silences
from gensvar.channels.mail.actions.watching import tell_watchers


@app.periodic(cron="*/5 * * * *")
@app.task(name="mail.listen", queue="mail", queueing_lock="mail.listen")
def listen(timestamp: int) -> None:
    notice_silences(at=now())


@app.periodic(cron="17 * * * *")
@app.task(name="mail.forget_counts", queue="mail", queueing_lock="mail.forget_counts")
def forget_counts_of_yesterday(timestamp: int) -> None:
    forget_counts(before=now() - timedelta(days=1))


@app.periodic(cron="*/5 * * * *")
@app.task(name="mail.tell_watchers", queue="mail", queueing_lock="mail.tell_watchers")
def tell_those_who_follow(timestamp: int) -> None:
    """Tell those who follow a case what has happened, a few minutes' worth at a time."""
    tell_watchers(at=now())
