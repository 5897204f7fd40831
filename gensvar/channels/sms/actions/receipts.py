"""A short receipt for a new question: its number, its code, and where it is followed."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from gensvar.channels.sms.rules import MOST_AUTOMATIC_AN_HOUR
from gensvar.foundation.acting import action
from gensvar.operations.cases.actions import mark_told, promise_as_usual, request_receipt
from gensvar.operations.cases.models import Case, Promise
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.models import Channel, Message, Outgoing
from gensvar.operations.contacts.texting import opted_out

FOLLOW_PATH = "/folj/"
log = logging.getLogger(__name__)


@action
def send_receipt(case: Case, number: str, *, said: Message, at: datetime) -> None:
    """Tell the customer that the question has come, a few times an hour at most."""
    lately = Outgoing.objects.filter(
        channel=Channel.SMS,
        is_automatic=True,
        message__contact__customer=said.contact.customer_id,
        message__at__gt=at - timedelta(hours=1),
    )
    if lately.count() >= MOST_AUTOMATIC_AN_HOUR or opted_out(case.client, [number]):
        log.info("text_receipt_left_out")
        return
    promise_as_usual(case, at=at, way=Promise.Way.RECEIPT)
    promise = standing(case)
    words = _words(case, promise.words if promise else "")
    request_receipt(case, words, subject="", channel=Channel.SMS, recipient=number, at=at)
    if promise is not None and promise.told_at is None and promise.words in words:
        mark_told(promise, by=None, at=at)


def _words(case: Case, promised: str) -> str:
    if case.is_confidential:
        # Others may see the phone: neither number nor code of such a case goes by text message.
        return _("We have received your message. %(organisation)s") % {
            "organisation": case.client.public_name
        }
    words = _(
        "We have received your message. %(promise)s Follow the case with the code %(code)s: "
        "%(link)s Send STOP for no more text messages. %(organisation)s"
    )
    number = _("Case %(number)s.") % {"number": case.number}
    return words % {
        "promise": promised if case.number in promised else f"{promised} {number}".strip(),
        "code": follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version),
        "link": f"{settings.BASE_URL}{FOLLOW_PATH}",
        "organisation": case.client.public_name,
    }
