"""A call that we say we have lies in the database, as it came, before we say so."""

from datetime import datetime

from django.db import connection

from gensvar.channels.sms.actions.numbers import key_in
from gensvar.channels.sms.models import Arrival
from gensvar.channels.sms.providers import provider_named
from gensvar.foundation.acting import action


def client_behind(number_id: int, key: str) -> int | None:
    """Return whose number a call is for, if it carries the number's own key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM text_number_key(%s)", [number_id])
        row = cursor.fetchone()
    if row is None:
        return None
    client_id, provider, sealed = row
    is_genuine = provider_named(provider).is_genuine(key, key_in(sealed))
    return int(client_id) if is_genuine else None


@action
def keep(
    number_id: int, kind: str, content: bytes, *, client_id: int, about: int | None, at: datetime
) -> None:
    """Keep a provider's call; it is read when it lies safe."""
    Arrival.objects.create(
        number_id=number_id,
        client_id=client_id,
        kind=kind,
        content=content,
        about=about,
        received_at=at,
        not_before=at,
    )
