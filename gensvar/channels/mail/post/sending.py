"""Send what waits: the rows are the queue, so nothing is lost between two queues."""

import logging
import threading
from collections.abc import Sequence

from django.db import InterfaceError, OperationalError, connection
from django.utils.timezone import now
from django.utils.translation import gettext as _

from gensvar.channels.mail.actions import sending
from gensvar.channels.mail.actions.sending import Dispatch
from gensvar.channels.mail.post.carrier import Carrier, NotNow, Refusal, RefusedForGood
from gensvar.foundation.files.actions import KeptApart
from gensvar.foundation.refusals import Unavailable
from gensvar.operations.contacts.models import Outgoing

MOST_TOGETHER = 50
LOOK_EVERY_SECONDS = 0.5
REST_AFTER_SECONDS = 5.0
log = logging.getLogger(__name__)


class Sender(threading.Thread):
    """The one thread that sends; several processes may run one each."""

    def __init__(self, stop: threading.Event, *, carrier: Carrier) -> None:
        super().__init__(name="sender", daemon=True)
        self._stop_event = stop
        self._carrier = carrier

    def run(self) -> None:
        idle = 0.0
        while not self._stop_event.is_set():
            if self._turn():
                idle = 0.0
                continue
            idle += LOOK_EVERY_SECONDS
            if idle >= REST_AFTER_SECONDS:
                self._carrier.rest()
            self._stop_event.wait(LOOK_EVERY_SECONDS)
        self._carrier.rest()
        connection.close()

    def _turn(self) -> bool:
        try:
            return bool(send_due(self._carrier, stop=self._stop_event))
        except (OperationalError, InterfaceError):
            log.warning("database_away")
            connection.close()
        except Exception:
            log.exception("sending_failed")
        return False


def send_due(carrier: Carrier, *, stop: threading.Event | None = None) -> int:
    """Send the mails whose time has come and return how many were tried."""
    tried = 0
    for outgoing in sending.due(most=MOST_TOGETHER, at=now()):
        if stop is not None and stop.is_set():
            break
        tried += 1
        _send(outgoing, carrier)
    return tried


def _send(outgoing: Outgoing, carrier: Carrier) -> None:
    try:
        dispatch = sending.prepare(outgoing, at=now())
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("mail_not_written", extra={"outgoing": outgoing.pk})
        sending.give_up(outgoing, because=repr(error), at=now())
        return
    if dispatch is None:
        return
    try:
        refused = _carry(dispatch, carrier)
    except RefusedForGood as refusal:
        sending.settle_refused(dispatch, refused=refusal.refused, at=now())
    except NotNow as unavailable:
        sending.settle_unsent(dispatch, because=unavailable.words, at=now())
    except KeptApart as infected:
        sending.give_up(outgoing, because=infected.words(), at=now())
    else:
        sending.settle_sent(dispatch, refused=refused, at=now())


def _carry(dispatch: Dispatch, carrier: Carrier) -> Sequence[Refusal]:
    try:
        sending.check_files(dispatch.outgoing, at=now())
    except Unavailable as silent:
        raise NotNow(_("The virus scanner does not answer.")) from silent
    return carrier.carry(dispatch)
