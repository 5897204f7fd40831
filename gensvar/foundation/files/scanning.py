"""Ask ClamAV's daemon whether some bytes are known to do harm (its INSTREAM command)."""

import socket
import struct
from contextlib import closing

from gensvar.foundation.refusals import Unavailable

CHUNK = 2**16
SECONDS = 30.0
MOST_REPLY = 4_096


class NotScanned(Exception):
    """The daemon answered, but not about these bytes; such as that they are too many for it."""


def infection_in(content: bytes, *, address: str) -> str:
    """Return the name of what is in some bytes; empty where nothing known is.

    Raises Unavailable where the daemon does not answer, and NotScanned where it will not say.
    """
    try:
        reply = _asked(content, address)
    except (OSError, ValueError) as error:
        raise Unavailable("clamd") from error
    words = reply.removeprefix("stream: ")
    if words == "OK":
        return ""
    if words.endswith(" FOUND"):
        return words.removesuffix(" FOUND")[:200]
    raise NotScanned(words[:200] or "no answer")


def _asked(content: bytes, address: str) -> str:
    with closing(_connected(address)) as connection:
        try:
            connection.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), CHUNK):
                some = content[start : start + CHUNK]
                connection.sendall(struct.pack("!L", len(some)) + some)
            connection.sendall(struct.pack("!L", 0))
        except (BrokenPipeError, ConnectionResetError):
            pass  # too much for the daemon, which has said so and hung up
        return _reply(connection)


def _reply(connection: socket.socket) -> str:
    reply = b""
    while b"\0" not in reply and len(reply) < MOST_REPLY and (more := connection.recv(1_024)):
        reply += more
    return reply.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _connected(address: str) -> socket.socket:
    """Connect to `/path/of/a/socket` or to `host:port`."""
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(SECONDS)
            connection.connect(address)
        except OSError:
            connection.close()
            raise
        return connection
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=SECONDS)
