from datetime import datetime, timedelta

from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.operations.cases.models import CodeAttempt
from gensvar.operations.contacts.actions import mark_sent
from gensvar.operations.contacts.models import Outgoing
from gensvar.screens.portal.letters import send_code
from gensvar.screens.portal.models import Draft, Sending
from gensvar.screens.portal.news import tell_participants

A_DAY = timedelta(days=1)


@app.task(name="portal.mail_code", queue="mail", retry=5)
def mail_code(number: str, asked_at: str) -> None:
    """Mail the code of a case to the address that it is answered at, if there is such a case."""
    send_code(number, at=datetime.fromisoformat(asked_at))


@app.task(name="portal.publish_answer", queue="mail", retry=5)
def publish_answer(outgoing_id: int) -> None:
    """Count an answer on the portal as sent, unless it was withdrawn while there was time."""
    outgoing = Outgoing.objects.select_related("message").get(pk=outgoing_id)
    mark_sent(outgoing, provider_id="", at=now())


@app.periodic(cron="10 * * * *")
@app.task(name="portal.forget", queue="record", queueing_lock="portal.forget")
def forget(timestamp: int) -> None:
    """Drop questions that were never sent, copies that have been read, and counts that are old."""
    Draft.objects.filter(expires_at__lte=now()).delete()
    Sending.objects.filter(at__lt=now() - A_DAY).delete()
    CodeAttempt.objects.filter(at__lt=now() - A_DAY).delete()


@app.periodic(cron="*/5 * * * *")
@app.task(name="portal.tell_participants", queue="mail", queueing_lock="portal.tell_participants")
def tell_those_who_take_part(timestamp: int) -> None:
    """Tell participants what has happened in their case, a few minutes' worth at a time."""
    tell_participants(at=now())
