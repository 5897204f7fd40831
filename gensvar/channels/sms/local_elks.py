"""A server on this machine that speaks as 46elks does, for the demo and for tests.

It answers as the published API says: basic auth, forms in, JSON out, reports at `whendelivered`.
Nothing it is given leaves the machine. Only the demo starts it, and outside the demo nothing is
sent to it: the address of the real one is then the only one there is (`config.settings.ELKS_URL`).
"""

import base64
import json
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from gensvar.operations.contacts.rules import text_length

USER, PASSWORD = "u-exempelby", "exempelby-only-in-the-demo"
# What a number that does not exist ends in, here.
GONE = "0000"


@dataclass
class Exchange:
    """What the server has been sent, and how it shall behave."""

    sent: list[dict[str, str]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    # An answer to give instead of the usual one, as (status, words); it is kept all the same.
    answer_with: tuple[int, str] | None = None
    reports: bool = True
    on_sent: Callable[[dict[str, str]], None] | None = None


class LocalElks:
    """The server, and the customers who write by way of it."""

    def __init__(self, *, port: int = 0) -> None:
        self.exchange = Exchange()
        handler = type("Handler", (_Handler,), {"exchange": self.exchange})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "LocalElks":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/a1"

    def picture(self, content: bytes) -> str:
        """Keep a picture, and return the address that a call about an MMS names."""
        name = secrets.token_hex(8)
        self.exchange.pictures[name] = content
        return f"{self.url}/images/{name}"


def incoming(words: str, *, sender: str, to: str, pictures: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the form in which 46elks tells of a customer's message."""
    form = {
        "direction": "incoming",
        "id": f"s{secrets.token_hex(16)}",
        "from": sender,
        "to": to,
        "created": _moment(),
        "message": words,
    }
    for place, url in enumerate(pictures, start=1):
        form["image" if place == 1 else f"image{place}"] = url
    return form


class _Handler(BaseHTTPRequestHandler):
    exchange: Exchange
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        form = {name: values[0] for name, values in parse_qs(given.decode()).items()}
        if not self._is_let_in():
            self._say(401, "API access requires Basic HTTP authentication")
        elif urlsplit(self.path).path != "/a1/sms":
            self._say(404, "Not found")
        elif problem := _problem(form):
            self._say(400, problem)
        else:
            self._take(form)

    def do_GET(self) -> None:
        name = urlsplit(self.path).path.rpartition("/")[2]
        picture = self.exchange.pictures.get(name)
        if not self._is_let_in():
            self._say(401, "API access requires Basic HTTP authentication")
        elif picture is None:
            self._say(404, "Not found")
        else:
            self._answer(200, picture, "image/jpeg")

    def log_message(self, *_words: Any) -> None:
        """Say nothing: numbers and words are personal."""

    def _is_let_in(self) -> bool:
        wanted = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        return self.headers.get("Authorization") == f"Basic {wanted}"

    def _take(self, form: dict[str, str]) -> None:
        parts = text_length(form["message"]).parts
        made = {key: form[key] for key in ("from", "to", "message")}
        made |= {"direction": "outgoing", "status": "created", "created": _moment()}
        if form.get("dryrun") == "yes":
            self._say_json({**made, "parts": parts, "estimated_cost": 5_000 * parts})
            return
        made["id"] = f"s{secrets.token_hex(16)}"
        self.exchange.sent.append({**made, "whendelivered": form.get("whendelivered", "")})
        if self.exchange.on_sent:
            self.exchange.on_sent(made)
        if self.exchange.answer_with:
            self._say(*self.exchange.answer_with)
        else:
            self._say_json({**made, "parts": parts, "cost": 5_000 * parts})
        if self.exchange.reports and (url := form.get("whendelivered")):
            threading.Timer(0.2, _report, [url, made["id"]]).start()

    def _say_json(self, answer: dict[str, Any]) -> None:
        self._answer(200, json.dumps(answer).encode(), "application/json")

    def _say(self, status: int, words: str) -> None:
        self._answer(status, words.encode(), "text/plain")

    def _answer(self, status: int, content: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        try:
            self.wfile.write(content)
        except OSError:
            self.close_connection = True  # whoever asked has had enough


def _problem(form: dict[str, str]) -> str:
    missing = [name for name in ("from", "to", "message") if not form.get(name)]
    if missing:
        return f"Missing key {missing[0]}"
    to = form["to"]
    if not (to.startswith("+") and to[1:].isdecimal()) or to.endswith(GONE):
        return f"Invalid to number {to}"
    return ""


def _report(url: str, number: str) -> None:
    form = {"id": number, "status": "delivered", "delivered": _moment()}
    try:
        httpx.post(url, data=form, timeout=10, trust_env=False)
    except httpx.HTTPError:
        return  # the real one goes on for six hours; here nobody waits


def _moment() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat()
