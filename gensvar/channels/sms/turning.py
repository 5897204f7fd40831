"""One turn of the channel: first what has come is read, then what waits is sent.

In that order, so that a STOP that has reached us is obeyed before anything else leaves.
"""

import logging

from django.db import InterfaceError, OperationalError
from django.utils.timezone import now

from gensvar.channels.sms.actions import fetching, reporting, sending, taking_in
from gensvar.channels.sms.actions.numbers import account_of
from gensvar.channels.sms.models import Arrival
from gensvar.channels.sms.providers import (
    NotFetched,
    NotNow,
    RefusedForGood,
    Unsure,
    provider_named,
)
from gensvar.channels.sms.rules import MOST_PICTURE_BYTES
from gensvar.operations.contacts.models import Outgoing

MOST_TOGETHER = 50
log = logging.getLogger(__name__)


def read_due() -> int:
    """Read the calls that wait, and return how many were looked at."""
    waiting = list(Arrival.objects.due(at=now()).only("pk", "kind")[:MOST_TOGETHER])
    for arrival in waiting:
        read = reporting.read_report if arrival.kind == Arrival.Kind.REPORT else taking_in.take_in
        try:
            read(arrival.pk, at=now())
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            log.exception("text_not_read", extra={"arrival": arrival.pk})
            taking_in.try_later(arrival.pk, because=type(error).__name__, at=now())
    return len(waiting)


def send_due() -> int:
    """Send the messages whose time has come, and return how many were tried."""
    waiting = sending.due(most=MOST_TOGETHER, at=now())
    for outgoing in waiting:
        _send(outgoing)
    return len(waiting)


def _send(outgoing: Outgoing) -> None:
    dispatch = sending.prepare(outgoing, at=now())
    if dispatch is None:
        return
    try:
        provider_id = dispatch.provider.send(dispatch.account, dispatch.text)
    except NotNow as trouble:
        sending.settle_unsent(dispatch, because=str(trouble), at=now())
    except RefusedForGood as refusal:
        sending.settle_refused(dispatch, refusal, at=now())
    except Unsure as doubt:
        sending.settle_unsure(outgoing, because=str(doubt), at=now())
    else:
        sending.settle_sent(dispatch, provider_id=provider_id, at=now())


def fetch_due() -> int:
    """Fetch the pictures that wait, and return how many were tried."""
    taken = fetching.claim(most=MOST_TOGETHER // 10, at=now())
    for picture in taken:
        provider = provider_named(picture.number.provider)
        try:
            account = account_of(picture.number)
            content = provider.fetch(account, picture.url, most=MOST_PICTURE_BYTES)
        except NotFetched as trouble:
            fetching.note_failure(picture, trouble, at=now())
        else:
            fetching.keep_picture(picture, content, at=now())
    return len(taken)
