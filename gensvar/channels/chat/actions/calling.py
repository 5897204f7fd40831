"""Tell the open streams that something is new in a chat: a hint, never what it is."""

import json
from collections.abc import Collection

from django.db import connection

from gensvar.channels.chat.models import Chat
from gensvar.operations.routing.models import Waiting

CHANNEL = "gensvar_chat"


def call_out(chat: Chat, *, agents: Collection[int] = ()) -> None:
    """Call the customer's browser, and those of whoever answers, when this transaction holds."""
    known = {agent for agent in (*agents, chat.case.agent_id) if agent}
    _say({"chats": [chat.pk], "agents": sorted(known)})


def call_queue(chat: Chat) -> None:
    """Call everybody who waits in the same queue: their places are others now."""
    last = Waiting.objects.filter(contact=chat.contact_id).order_by("-pk").first()
    if last is None:
        return
    waiting = Waiting.objects.now().filter(queue=last.queue_id, contact__chat__isnull=False)
    chats = list(waiting.values_list("contact__chat", flat=True)[:200])
    if chats:
        _say({"chats": chats, "agents": []})


def _say(words: dict[str, list[int]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps(words)])
