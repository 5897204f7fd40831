"""What has been promised is told by text message to whoever came so, or has but a phone."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.operations.cases.actions import tell_promise
from gensvar.operations.cases.models import Promise
from gensvar.operations.cases.queries.correspondence import text_number
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.models import Channel
from gensvar.operations.contacts.rules import MOST_PARTS, text_length


@action
def text_promise(promise_id: int, *, at: datetime) -> None:
    """Tell the customer by text message; done once, however often it is asked.

    What can no longer go that way, or is too long for it, is left for an agent to say.
    """
    held = Promise.objects.select_for_update(of=("self",))
    promise = held.select_related("case__client", "case__customer", "by").get(pk=promise_id)
    # Another way, told already, or overtaken by another promise before this one was told.
    if promise.way != Promise.Way.TEXT or promise.told_at or promise != standing(promise.case):
        return
    if not text_number(promise.case) or text_length(promise.words).parts > MOST_PARTS:
        Promise.objects.filter(pk=promise.pk).update(way=Promise.Way.VOICE)
        return
    tell_promise(promise, promise.words, subject="", channel=Channel.SMS, at=at)
