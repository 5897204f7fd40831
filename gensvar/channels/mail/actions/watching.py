"""Those who follow a case are told by mail that something happened: never what, or to whom."""

from datetime import datetime

from django.utils import translation

from gensvar.channels.mail import texts
from gensvar.foundation.acting import action
from gensvar.operations.cases.models import Watch
from gensvar.operations.cases.queries.watching import News, may_be_told, news_waiting
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Channel

MOST_AT_ONCE = 200


def tell_watchers(*, at: datetime) -> int:
    """Write to everybody who has not been told, once for all that has happened in a case."""
    return sum(_tell(news, at=at) for news in news_waiting(most=MOST_AT_ONCE, at=at))


@action
def _tell(news: News, *, at: datetime) -> bool:
    """Tell one follower of one case; of two jobs that try at once, one does.

    Whoever is away or may no longer read the case is not told, now or later.
    """
    watch = news.watch
    taken = Watch.objects.filter(pk=watch.pk, told_until=watch.told_until)
    if not taken.update(told_until=news.until) or not may_be_told(watch.agent, watch.case, at=at):
        return False
    with translation.override(watch.agent.language):
        subject, text = texts.followed(watch.case, news.names)
    draft = Draft(
        text=text,
        subject=subject,
        recipients=[watch.agent.email],
        purpose="followed",
        is_automatic=True,
    )
    client = watch.case.client
    request_message(client, draft, channel=Channel.MAIL, customer=None, by=None, at=at)
    return True
