"""The town's account in an open network: a server that speaks as Mastodon does, and who writes.

Everything goes by HTTP, in both directions, as with a real one; nothing leaves the machine.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from gensvar.channels.social.actions.accounts import add_account
from gensvar.channels.social.actions.joining import join
from gensvar.channels.social.local_mastodon import TOKEN, LocalMastodon
from gensvar.channels.social.models import Connection, Post
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group

HANDLE = "@exempelby@social.example"
TRIES = 180
# Account, name, who may read it, and the words.
WRITERS = (
    (
        "lovisa@folk.example",
        "Lovisa",
        "public",
        "@exempelby Trädet vid Strandgatan 8 lutar över gångbanan. Vem tar hand om det?",
    ),
    (
        "mats.n@folk.example",
        "Mats N",
        "direct",
        "@exempelby Jag väntar på besked om bygglovet för altanen. Hur går det?",
    ),
)


def join_square(client: Client, *, at: datetime) -> None:
    """Give the town an account at its own server."""
    front = Group.objects.get(client=client, is_front=True)
    account = add_account(
        client, network="mastodon", handle=HANDLE, group=front, keep_days=730, by=None, at=at
    )
    join(account, server=settings.MASTODON_URL, token=TOKEN, by=None, at=at)


@contextmanager
def square_of_the_town(*, is_used: bool) -> Iterator[None]:
    """Answer as Mastodon does until the town is stopped; if used, two people write at once."""
    if not settings.DEMO:
        raise ImproperlyConfigured("The square is for the demo only.")
    with LocalMastodon(port=settings.MASTODON_PORT) as server:
        if is_used:
            threading.Thread(target=_write_first, args=(server,), daemon=True).start()
        yield


def _write_first(server: LocalMastodon) -> None:
    """Let the first people write, once in the life of a town, when the town has looked once."""
    for _try in range(TRIES):
        try:
            if Post.objects.filter(account__connection__isnull=False).exists():
                return
            if Connection.objects.exclude(cursor="").exists():
                break
        finally:
            connection.close()
        time.sleep(1)
    for handle, name, visibility, words in WRITERS:
        server.write(words, by=handle, name=name, visibility=visibility)
