"""Ask the networks what has been written to us, and publish what we have replied."""

import logging

from django.db import InterfaceError, OperationalError
from django.utils import translation
from django.utils.timezone import now

from gensvar.channels.social.actions import fetching, publishing
from gensvar.channels.social.actions.joining import door_of, note_failure
from gensvar.channels.social.models import Connection
from gensvar.channels.social.networks import Network, Trouble, Unsure, network_named

MOST_TOGETHER = 20
# A busy account goes on at the next turn: others wait too.
MOST_PAGES = 10
log = logging.getLogger(__name__)


def fetch_due() -> int:
    """Ask every connection whose time it is, and return how many were asked."""
    asked = fetching.due(at=now())
    for connection in asked:
        network = network_named(connection.account.network)
        if network is None:
            continue
        try:
            with translation.override(connection.account.client.language):
                _fetch(connection, network)
        except Trouble as trouble:
            note_failure(connection, trouble, at=now())
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            # A post that we cannot take in is ours to mend: nothing is passed by, and it is seen.
            log.exception("posts_not_taken_in", extra={"connection": connection.pk})
            note_failure(connection, Unsure(type(error).__name__), at=now())
    return len(asked)


def _fetch(connection: Connection, network: Network) -> None:
    door = door_of(connection)
    if not connection.cursor:
        fetching.begin_from(connection, network.newest(door), at=now())
        return
    for _page in range(MOST_PAGES):
        page = network.after(door, connection.cursor, at=now())
        fetching.keep(connection, page, at=now())
        if page.is_last:
            return


def publish_due() -> int:
    """Publish the replies whose time has come, and return how many were tried."""
    waiting = publishing.due(most=MOST_TOGETHER, at=now())
    for outgoing in waiting:
        dispatch = publishing.prepare(outgoing, at=now())
        network = network_named(dispatch.connection.account.network) if dispatch else None
        if dispatch is None or network is None:
            continue
        try:
            published = network.publish(dispatch.door, dispatch.answer)
        except Trouble as trouble:
            publishing.settle_trouble(dispatch, trouble, at=now())
        else:
            publishing.settle_published(dispatch, published, at=now())
    return len(waiting)
