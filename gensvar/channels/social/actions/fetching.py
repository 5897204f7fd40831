"""What a network tells us is taken in together with the place to go on from."""

from datetime import datetime

from gensvar.channels.social.actions.joining import note_success
from gensvar.channels.social.actions.taking_in import take_in
from gensvar.channels.social.models import Connection, Intake
from gensvar.channels.social.networks import Page
from gensvar.foundation.acting import action


def due(*, at: datetime) -> list[Connection]:
    """Return the connections whose time it is to ask."""
    rows = Connection.objects.filter(not_before__lte=at, account__is_paused=False)
    return list(rows.select_related("account__client").order_by("pk"))


@action
def begin_from(connection: Connection, cursor: str, *, at: datetime) -> None:
    """Leave what was written before we came."""
    held = Connection.objects.select_for_update().get(pk=connection.pk)
    held.cursor = cursor
    note_success(held, at=at)


@action
def keep(connection: Connection, page: Page, *, at: datetime) -> None:
    """Take in a page and go on after it; one that somebody else has kept changes nothing."""
    held = Connection.objects.select_for_update().filter(pk=connection.pk).first()
    if held is None or held.cursor != connection.cursor:
        return
    if page.posts:
        take_in(connection.account, page.posts, way=Intake.Way.FETCHED, at=at)
    held.cursor = connection.cursor = page.cursor
    note_success(held, at=at)
