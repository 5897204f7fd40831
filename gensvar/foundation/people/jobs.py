from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.people.models import FailedSignIn


@app.periodic(cron="20 3 * * *")
@app.task(name="people.forget", queue="record", queueing_lock="people.forget")
def forget(timestamp: int) -> None:
    """Drop sessions that have ended and wrong passwords that no longer count."""
    from allauth.usersessions.models import UserSession

    Session.objects.filter(expire_date__lt=now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    FailedSignIn.objects.filter(at__lt=now() - timedelta(days=1)).delete()
