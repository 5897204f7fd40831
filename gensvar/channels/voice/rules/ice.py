"""By which servers a browser finds a way for the sound, and what it signs in with there.

A relay (TURN) asks for a name and a password. They are made of a secret that the relay shares with
us and hold for a while: draft-uberti-behave-turn-rest-00, as coturn's use-auth-secret has it.
"""

import hmac
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1

# RFC 7064 and 7065; the part after the host is for relays alone.
_STUN = re.compile(r"stuns?:[A-Za-z0-9.\[\]:-]+")
_TURN = re.compile(r"turns?:[A-Za-z0-9.\[\]:-]+(\?transport=(udp|tcp))?")


@dataclass(frozen=True)
class IceServer:
    urls: tuple[str, ...]
    username: str = ""
    credential: str = ""


def is_stun(url: str) -> bool:
    """
    >>> is_stun("stun:stun.example.org:3478"), is_stun("turn:turn.example.org")
    (True, False)
    """
    return _STUN.fullmatch(url) is not None


def is_relay(url: str) -> bool:
    """
    >>> is_relay("turns:turn.example.org:443?transport=tcp"), is_relay("https://turn.example.org")
    (True, False)
    """
    return _TURN.fullmatch(url) is not None


def ice_servers(
    urls: Sequence[str], *, secret: str, login: str, expires_at: datetime
) -> list[IceServer]:
    """Return the servers for one browser; the password at the relays is good until `expires_at`."""
    plain = tuple(url for url in urls if is_stun(url))
    relays = tuple(url for url in urls if is_relay(url))
    found = [IceServer(plain)] if plain else []
    if relays:
        name = f"{int(expires_at.timestamp())}:{login}"
        digest = hmac.new(secret.encode(), name.encode(), sha1).digest()
        found.append(IceServer(relays, name, b64encode(digest).decode()))
    return found
