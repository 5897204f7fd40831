"""Write clean HTML again: new words and old words apart, pictures disarmed."""

import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

from gensvar.channels.mail.reading.html_tokens import HINTS, VOID, Token

LINKS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)
CELLS = {"td", "th"}
EDGE_BREAKS = re.compile(r"\A(?:\s|<br>)+|(?:\s|<br>)+\Z")


@dataclass(slots=True)
class Written:
    """Two pieces of clean HTML, and the pictures they ask for."""

    new: str = ""
    old: str = ""
    remote_images: int = 0
    content_ids: set[str] = field(default_factory=set)


class _Stream:
    """Writes tags only when something stands inside them, so that every tag is closed."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.waiting: list[Token] = []
        self.open: list[str] = []
        self.tags: dict[str, str] = {}

    def begin(self, token: Token) -> None:
        self.waiting.append(token)

    def say(self, words: str) -> None:
        for token in self.waiting:
            tag = self.tags.get(token.raw)
            if tag is None:
                tag = self.tags[token.raw] = _tag(token)
            self.pieces.append(tag)
            self.open.append(token.name)
        self.waiting.clear()
        self.pieces.append(words)

    def end(self, token: Token) -> None:
        if self.waiting and self.waiting[-1].name == token.name:
            if token.name in CELLS and self.open:
                self.say("")
            else:
                self.waiting.pop()
                return
        if self.open and self.open[-1] == token.name:
            self.open.pop()
            self.pieces.append(f"</{token.name}>")

    def finished(self) -> str:
        self.pieces += [f"</{name}>" for name in reversed(self.open)]
        return EDGE_BREAKS.sub("", "".join(self.pieces))


def _tag(token: Token) -> str:
    kept = [
        f' {name}="{escape(token.get(name))}"'
        for name in token.attributes or ()
        if name not in HINTS and name not in ("type", "name") and _is_kept(token, name)
    ]
    rel = ' rel="noopener noreferrer nofollow"' if token.name == "a" else ""
    return f"<{token.name}{''.join(kept)}{rel}>"


def _is_kept(token: Token, name: str) -> bool:
    return name != "href" or LINKS.match(token.get("href")) is not None


def write(found: list[Token], is_old: list[bool], hidden: set[int]) -> Written:
    """Write the tokens into two documents by `is_old`, which has one answer per token."""
    written = Written()
    streams = (_Stream(), _Stream())
    for at, token in enumerate(found):
        if token.name and token.name not in VOID:
            for stream in streams:
                (stream.end if token.is_end else stream.begin)(token)
        elif at not in hidden:
            words = _picture(token, written) if token.name == "img" else _plain(token)
            if words.strip():
                streams[is_old[at]].say(words)
            elif words and not streams[is_old[at]].waiting:
                streams[is_old[at]].say(" ")
    written.new, written.old = (stream.finished() for stream in streams)
    return written


def _plain(token: Token) -> str:
    if token.name:
        return f"<{token.name}>"
    return token.raw


def _picture(token: Token, written: Written) -> str:
    """Write a picture: from the mail itself as it is, from the net only as a promise."""
    source = token.get("src").strip()
    sizes = "".join(
        f' {name}="{token.get(name)}"'
        for name in ("width", "height")
        if token.get(name).isdigit() and len(token.get(name)) < 5
    )
    alt = f' alt="{escape(token.get("alt")[:500])}"'
    if source.lower().startswith("cid:"):
        content_id = unquote(source[4:]).strip("<> ")
        written.content_ids.add(content_id)
        return f'<img src="cid:{escape(content_id)}"{alt}{sizes}>'
    if EMBEDDED.fullmatch(source):
        return f'<img src="{escape(source)}"{alt}{sizes}>'
    if source.lower().startswith(("http:", "https:")):
        written.remote_images += 1
        return f'<img data-remote-src="{escape(source[:2_000])}"{alt}{sizes}>'
    return escape(token.get("alt")[:500])
