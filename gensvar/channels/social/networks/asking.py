"""One conversation with one server: judged, bounded, and sent nowhere else.

The client library takes this session in place of its own. The address that was judged is the one
that is called; a redirect is not followed, so that the token goes to no other server; and an answer
that does not end is cut off.
"""

import time
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter

from gensvar.foundation.integrations.delivering import NotDelivered, judged_address

TIMEOUT = (5, 15)
MOST_BYTES = 8 * 2**20
MOST_SECONDS = 60


class Judged(HTTPAdapter):
    """Calls the address that was judged, by the name that was asked for."""

    def __init__(self, address: str) -> None:
        self._address = address
        super().__init__()

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> Any:
        host, pool = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            pool |= {"server_hostname": host["host"], "assert_hostname": host["host"]}
        return {**host, "host": self._address}, pool

    def send(self, request: requests.PreparedRequest, *args: Any, **more: Any) -> Any:
        request.headers["Host"] = urlsplit(request.url or "").netloc
        return super().send(request, *args, **more)


class Asking(requests.Session):
    def __init__(self, server: str) -> None:
        super().__init__()
        self.trust_env = False
        address = _address_of(server)
        for scheme in ("https://", "http://"):
            self.mount(scheme, Judged(address))

    def request(self, *args: Any, **more: Any) -> requests.Response:
        asked = {**more, "timeout": TIMEOUT, "allow_redirects": False, "stream": True}
        until = time.monotonic() + MOST_SECONDS
        answer = super().request(*args, **asked)
        content = bytearray()
        for piece in answer.iter_content(2**16):
            content += piece
            if len(content) > MOST_BYTES:
                raise requests.ConnectionError("the answer is larger than 8 MB")
            if time.monotonic() > until:
                raise requests.Timeout("the answer took too long")
        if answer.is_redirect:
            raise requests.ConnectionError("the server sends us elsewhere")
        answer._content = bytes(content)
        return answer


def _address_of(server: str) -> str:
    parts = urlsplit(server)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    if settings.DEMO:
        # The demo knows no server but its own.
        if server != settings.MASTODON_URL:
            raise requests.ConnectionError("the demo asks no server but its own")
        return host
    try:
        return judged_address(host, port)
    except NotDelivered as refused:
        raise requests.ConnectionError(str(refused)) from refused
