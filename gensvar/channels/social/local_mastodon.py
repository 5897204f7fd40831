"""A server on this machine that speaks as Mastodon does, for the demo and for tests.

It answers as the published API says (docs.joinmastodon.org): a bearer token, forms in, JSON out,
pages by `min_id`, an `Idempotency-Key` for posts, rate limits told in headers. Nothing it is given
leaves the machine. Only the demo starts it, and the demo asks no other.
"""

import html
import json
import re
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "exempelby-only-in-the-demo"  # noqa: S105 it opens a server of our own
OURS = "exempelby"
MOST_LETTERS = 500
STATUS = re.compile(r"^/api/v1/statuses$")


@dataclass
class Square:
    """Everything that has been written on the server, and how it shall behave."""

    statuses: dict[str, dict[str, Any]] = field(default_factory=dict)
    notifications: list[dict[str, Any]] = field(default_factory=list)
    by_key: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    # Which of what is written to us the server keeps from us.
    policy: dict[str, str] = field(
        default_factory=lambda: {"for_not_following": "accept", "for_private_mentions": "accept"}
    )
    # An answer to give instead of the usual one: status, body, more headers.
    answer_with: tuple[int, str, dict[str, str]] | None = None
    # Whether a post is kept though the line breaks before the answer.
    breaks_after_posting: bool = False
    newest: int = 113_000_000_000_000_000
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next_id(self) -> str:
        self.newest += 65_536
        return str(self.newest)


class LocalMastodon:
    """The server, and the people who write on it."""

    def __init__(self, *, port: int = 0) -> None:
        self.square = Square()
        handler = type("Handler", (_Handler,), {"square": self.square})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "LocalMastodon":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def write(
        self,
        words: str,
        *,
        by: str,
        name: str = "",
        visibility: str = "public",
        answers: str | None = None,
        **more: Any,
    ) -> str:
        """Let somebody write to the town, and return the id of what they wrote."""
        square = self.square
        with square.lock:
            status = _status(square, self.url, by, name, words, visibility, answers) | more
            square.statuses[status["id"]] = status
            square.notifications.append(
                {
                    "id": square.next_id(),
                    "type": "mention",
                    "created_at": status["created_at"],
                    "account": status["account"],
                    "status": status,
                }
            )
        return str(status["id"])

    @property
    def ours(self) -> list[dict[str, Any]]:
        """What the town has published, in order."""
        with self.square.lock:
            rows = list(self.square.statuses.values())
        return [row for row in rows if row["account"]["acct"] == OURS]


class _Handler(BaseHTTPRequestHandler):
    square: Square
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = parse_qs(parts.query)
        if not self._is_let_in(parts.path):
            return
        if parts.path == "/api/v1/accounts/verify_credentials":
            self._say(200, _account(self._base(), OURS, "Exempelby kommun"))
        elif parts.path.rstrip("/") == "/api/v2/instance":
            about = {"domain": "social.example", "title": "Exempelby", "version": "4.4.0"}
            limits = {"statuses": {"max_characters": MOST_LETTERS}}
            self._say(200, {**about, "configuration": limits})
        elif parts.path == "/api/v2/notifications/policy":
            self._say(200, self.square.policy)
        elif parts.path == "/api/v1/notifications":
            self._say(200, self._page(asked))
        else:
            self._say(404, {"error": "Record not found"})

    def do_POST(self) -> None:
        given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        form = {name: values[0] for name, values in parse_qs(given.decode()).items()}
        if not self._is_let_in(self.path):
            return
        if not STATUS.match(self.path):
            self._say(404, {"error": "Record not found"})
        elif problem := self._problem(form):
            self._say(*problem)
        else:
            self._post(form)

    def log_message(self, *_words: Any) -> None:
        """Say nothing: names and words are personal."""

    def _is_let_in(self, path: str) -> bool:
        self.square.asked.append(path)
        if self.square.answer_with:
            status, body, headers = self.square.answer_with
            self._answer(status, body.encode(), headers)
            return False
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._say(401, {"error": "The access token is invalid"})
            return False
        return True

    def _page(self, asked: dict[str, list[str]]) -> list[dict[str, Any]]:
        wanted = set(asked.get("types[]", []))
        most = min(int(asked.get("limit", ["40"])[0]), 80)
        with self.square.lock:
            rows = [row for row in self.square.notifications if row["type"] in wanted]
        if "min_id" in asked:
            after = int(asked["min_id"][0])
            rows = [row for row in rows if int(row["id"]) > after][:most]
        return rows[::-1][:most]

    def _problem(self, form: dict[str, str]) -> tuple[int, dict[str, str]] | None:
        words, answers = form.get("status", ""), form.get("in_reply_to_id", "")
        if not words.strip():
            return 422, {"error": "Validation failed: Text can't be blank"}
        if len(words) > MOST_LETTERS:
            return 422, {"error": f"Validation failed: Text limit of {MOST_LETTERS} exceeded"}
        if answers and answers not in self.square.statuses:
            return 404, {"error": "Record not found"}
        return None

    def _post(self, form: dict[str, str]) -> None:
        square, key = self.square, self.headers.get("Idempotency-Key", "")
        with square.lock:
            known = square.statuses.get(square.by_key.get(key, ""))
            status = known or _status(
                square,
                self._base(),
                OURS,
                "Exempelby kommun",
                form["status"],
                form.get("visibility", "public"),
                form.get("in_reply_to_id"),
            )
            square.statuses[status["id"]] = status
            if key:
                square.by_key[key] = status["id"]
        if square.breaks_after_posting:
            self.close_connection = True
            self.connection.close()
        else:
            self._say(200, status)

    def _base(self) -> str:
        return f"http://{self.headers['Host']}"

    def _say(self, status: int, answer: Any) -> None:
        reset = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
        limits = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "299"}
        limits["X-RateLimit-Reset"] = reset
        self._answer(status, json.dumps(answer).encode(), limits)

    def _answer(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        try:
            self.wfile.write(content)
        except OSError:
            self.close_connection = True  # whoever asked has had enough


def _status(
    square: Square,
    base: str,
    by: str,
    name: str,
    words: str,
    visibility: str,
    answers: str | None,
) -> dict[str, Any]:
    key, who = square.next_id(), by.partition("@")[0]
    lines = "<br />".join(html.escape(words).split("\n"))
    return {
        "id": key,
        "created_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "in_reply_to_id": answers,
        "in_reply_to_account_id": None,
        "sensitive": False,
        "spoiler_text": "",
        "visibility": visibility,
        "language": "sv",
        "uri": f"{base}/users/{who}/statuses/{key}",
        "url": f"{base}/@{by}/{key}",
        "content": f"<p>{lines}</p>",
        "reblog": None,
        "account": _account(base, by, name),
        "media_attachments": [],
        "mentions": [],
        "tags": [],
        "emojis": [],
    }


def _account(base: str, acct: str, name: str) -> dict[str, Any]:
    return {
        "id": str(sum(map(ord, acct))),
        "username": acct.partition("@")[0],
        "acct": acct,
        "display_name": name,
        "locked": False,
        "bot": False,
        "url": f"{base}/@{acct}",
        "created_at": "2024-01-01T00:00:00.000Z",
    }
