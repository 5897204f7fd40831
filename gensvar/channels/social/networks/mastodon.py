"""Mastodon, by its published API (docs.joinmastodon.org) and Mastodon.py.

A reply is never seen by more than what it answers was: what went to some is answered to its author
alone. "Followers" in Mastodon are those of whoever writes, so to answer in kind would tell ours.
"""

import html
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import nh3
import requests
from django.utils.translation import ngettext

from gensvar.channels.social.networks import (
    Answer,
    Door,
    NotLetIn,
    NotNow,
    Ourselves,
    Page,
    Published,
    RefusedForGood,
    Unsure,
)
from gensvar.channels.social.networks.asking import Asking
from gensvar.channels.social.rules import LONGEST, LONGEST_AGO, Written, is_link

MOST_TOGETHER = 40
USUAL_LETTERS = 500
# Before the first of all.
BEGINNING = "0"
OPEN = {"public", "unlisted"}
BREAKS = re.compile(r"<br\s*/?>|</p>\s*(?=<)|</li>\s*(?=<)", re.IGNORECASE)


class MastodonNetwork:
    def ourselves(self, door: Door) -> Ourselves:
        import mastodon as library

        with _asking(door) as client:
            us = client.account_verify_credentials()
            # Servers older than these two questions answer 404, and are as usual.
            about = _if_known(library, client.instance_v2)
            policy = _if_known(library, client.notifications_policy)
        most = _in(_in(_in(about, "configuration"), "statuses"), "max_characters")
        hides = any(
            _in(policy, name) not in {None, "accept"}
            for name in (policy or {})
            if str(name).startswith("for_")
        )
        handle = _handle(_in(us, "acct"), door.server)
        if not handle:
            raise RefusedForGood("no account in the answer")
        letters = most if isinstance(most, int) and most > 0 else USUAL_LETTERS
        return Ourselves(handle, letters, hides)

    def newest(self, door: Door) -> str:
        with _asking(door) as client:
            told = _listed(client.notifications(types=["mention"], limit=1))
        return str(told[0]["id"]) if told else BEGINNING

    def after(self, door: Door, cursor: str, *, at: datetime) -> Page:
        with _asking(door) as client:
            answer = client.notifications(
                types=["mention"], min_id=cursor or BEGINNING, limit=MOST_TOGETHER
            )
        told = sorted(_listed(answer), key=lambda one: _order(one["id"]))
        if not told:
            return Page(cursor=cursor)
        posts = [_written(one, door.server, at=at) for one in told]
        return Page(
            posts=tuple(post for post in posts if post is not None),
            cursor=str(told[-1]["id"]),
            is_last=len(told) < MOST_TOGETHER,
        )

    def publish(self, door: Door, answer: Answer) -> Published:
        visibility = answer.visibility if answer.visibility in OPEN else "direct"
        mention = answer.handle.removesuffix(f"@{urlsplit(door.server).hostname}")
        with _asking(door) as client:
            made = client.status_post(
                f"{mention} {answer.words}",
                in_reply_to_id=answer.to,
                visibility=visibility,
                idempotency_key=answer.key,
            )
        key = _in(made, "id")
        if not key:
            raise Unsure("no id in the answer")
        return Published(str(key)[:200], str(_in(made, "url") or ""))


@contextmanager
def _asking(door: Door) -> Iterator[Any]:
    """Ask a server, and say in our own words what went wrong."""
    # Half a second to import: only what asks a network pays it.
    import mastodon as library

    try:
        with Asking(door.server) as session, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = library.Mastodon(
                api_base_url=door.server,
                session=session,
                ratelimit_method="throw",
                version_check_mode="none",
                user_agent="Gensvar",
            )
            # Not to the constructor, which would look for a file of that name.
            client.access_token = door.token
            with _said_so(library, client):
                yield client
    except requests.RequestException as trouble:
        raise Unsure(str(trouble)) from trouble


@contextmanager
def _said_so(library: Any, client: Any) -> Iterator[None]:
    try:
        yield
    except library.MastodonRatelimitError as trouble:
        raise NotNow("429", until=_reset(client.ratelimit_reset)) from trouble
    except library.MastodonNetworkError as trouble:
        cause = trouble.__context__
        if isinstance(cause, requests.ConnectTimeout):
            raise NotNow(type(cause).__name__) from trouble
        raise Unsure(str(cause) if cause else str(trouble)) from trouble
    except library.MastodonAPIError as trouble:
        status = trouble.args[1] if len(trouble.args) > 1 else 0
        words = " ".join(str(part) for part in trouble.args[1:] if part) or "no JSON in the answer"
        if status == 401:
            raise NotLetIn(words) from trouble
        if status == 503:
            raise NotNow(words) from trouble
        if isinstance(status, int) and 400 <= status < 500:
            raise RefusedForGood(words) from trouble
        raise Unsure(words) from trouble


def _if_known(library: Any, question: Callable[[], Any]) -> Any:
    try:
        return question()
    except library.MastodonNotFoundError:
        return None


def _listed(answer: Any) -> list[Any]:
    """Return what an answer lists, as far as it can be told apart."""
    if not isinstance(answer, list):
        raise Unsure("no list in the answer")
    return [one for one in answer if _in(one, "id")]


def _written(told: Any, server: str, *, at: datetime) -> Written | None:
    """Return a post as we know posts; None where the post is gone, or is none."""
    status, author = _in(told, "status"), _in(_in(told, "status"), "account")
    key = str(_in(status, "id") or "")[: LONGEST["id"]]
    if not key:
        return None
    words = [str(_in(status, "spoiler_text") or ""), str(_in(status, "content") or "")]
    text = "\n".join(filter(None, map(text_of, words)))
    found = (str(_in(status, name) or "") for name in ("url", "uri"))
    urls = [url for url in found if is_link(url) and len(url) <= LONGEST["url"]]
    shown = len(_in(status, "media_attachments") or [])
    said = ngettext(
        "%(count)s picture or film stands at the post.",
        "%(count)s pictures or films stand at the post.",
        shown,
    )
    return Written(
        id=key,
        url=urls[0] if urls else f"{server}/web/statuses/{key}",
        text=text[: LONGEST["text"]],
        author=_clean(_in(author, "display_name") or _in(author, "username"))[: LONGEST["author"]],
        handle=_handle(_in(author, "acct"), server)[: LONGEST["handle"]],
        posted_at=_moment(_in(status, "created_at"), at=at),
        answers=str(_in(status, "in_reply_to_id") or "")[: LONGEST["answers"]],
        # Whatever is not certainly for everybody is for us alone.
        is_private=_in(status, "visibility") not in OPEN,
        visibility=str(_in(status, "visibility") or "direct")[:10],
        problems=(said % {"count": shown},) if shown else (),
    )


def text_of(content: str) -> str:
    """Return the words of a post without its marks.

    >>> text_of('<p>Hej <a href="x">@<span>oss</span></a>!<br>Gropar &amp; hål</p><p>Eva</p>')
    'Hej @oss!\\nGropar & hål\\nEva'
    """
    broken = BREAKS.sub("\n", content)
    return _clean(html.unescape(nh3.clean(broken, tags=set())))


def _in(found: Any, name: str) -> Any:
    """Return what an answer says under a name; the library's objects, and plain ones, alike."""
    return found.get(name) if isinstance(found, dict) else None


def _handle(acct: Any, server: str) -> str:
    """Return an account's whole name: the server leaves its own out."""
    name = _clean(acct).lstrip("@")
    if not name or re.search(r"\s", name):
        return ""
    return f"@{name}" if "@" in name else f"@{name}@{urlsplit(server).hostname}"


def _moment(told: Any, *, at: datetime) -> datetime:
    """Return when a post was written, as far as it can be believed."""
    if not isinstance(told, datetime):
        return at
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    return told if at - LONGEST_AGO < told < at else at


def _reset(epoch: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(epoch), UTC) if epoch else None
    except (ValueError, OverflowError, OSError):
        return None


def _order(key: Any) -> tuple[int, str]:
    """Ids are numbers written as text, and of some servers other words that sort as they are."""
    return len(str(key)), str(key)


def _clean(words: Any) -> str:
    return str(words or "").replace("\0", "").strip()
