"""Bridges listen, beside the channel of the routing, and look when somebody has asked something."""

from django.db import connection

CHANNEL = "gensvar_voice"


def wake_bridges() -> None:
    """Wake the bridges when this transaction is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '{}')", [CHANNEL])
