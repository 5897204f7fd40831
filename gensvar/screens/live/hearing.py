"""What the database calls out, heard on one connection of its own."""

import json
from collections.abc import AsyncIterator
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql

# What the driver of our framework needs and a plain connection does not know.
OF_DJANGO = {"context", "cursor_factory", "server_side_binding", "prepare_threshold", "pool"}


async def heard(channel: str) -> AsyncIterator[dict[str, Any]]:
    """Yield what is said on a channel, until the connection is lost, which raises its error."""
    given = {
        key: value
        for key, value in connection.get_connection_params().items()
        if key not in OF_DJANGO
    }
    async with await psycopg.AsyncConnection.connect(**given, autocommit=True) as listening:
        await listening.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        async for said in listening.notifies():
            yield json.loads(said.payload)
