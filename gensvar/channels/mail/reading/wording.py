"""Divide the mail's text into new words, signature and quoted words, and make its HTML safe."""

import re
from dataclasses import dataclass, field

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.html_lines import Line, html_lines
from gensvar.channels.mail.reading.html_output import write
from gensvar.channels.mail.reading.html_tokens import Token, bare_text, is_too_complicated, tokens
from gensvar.channels.mail.reading.limits import MAX_HTML, MAX_TEXT, MAX_TEXT_LINES, clipped
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.quote_words import is_forward_subject
from gensvar.channels.mail.reading.quotes import forward_begins, old_lines
from gensvar.channels.mail.reading.signature import signature_begins

MANY_BLANKS = re.compile(r"\n{3,}")


@dataclass(slots=True)
class _Reading:
    """One form of the text, line by line."""

    lines: list[str] = field(default_factory=list)
    old: list[bool] = field(default_factory=list)
    signed: list[bool] = field(default_factory=list)

    def first(self, count: int) -> "_Reading":
        return _Reading(self.lines[:count], self.old[:count], self.signed[:count])

    @property
    def has_old(self) -> bool:
        return any(self.old)

    @property
    def has_words(self) -> bool:
        return any(line.strip() for line in self.lines)


def divide_text(draft: Draft) -> None:
    """Fill in text, signature, quoted and the two pieces of safe HTML."""
    is_forward = is_forward_subject(draft.subject, draft.plain_source[:20_000])
    plain = _read_plain(draft.plain_source, is_forward=is_forward)
    html = _read_html(draft, is_forward=is_forward)
    chosen = plain
    if not plain.has_words or (html.has_old and not plain.has_old and not is_forward):
        chosen = html if html.has_words else plain
    if len(chosen.lines) > MAX_TEXT_LINES:
        draft.note(Problem.LONG_TEXT)
        chosen = chosen.first(MAX_TEXT_LINES)
    _divide(draft, chosen, is_forward=is_forward)
    if not draft.full_text.strip():
        draft.note(Problem.NO_TEXT)


def _read_plain(source: str, *, is_forward: bool) -> _Reading:
    lines = [line.rstrip().replace("\u00a0", " ") for line in source.split("\n")]
    signed = [False] * len(lines)
    if not source.strip():
        return _Reading(lines, signed, signed)
    return _Reading(lines, old_lines(lines, signed, is_forward=is_forward), signed)


def _read_html(draft: Draft, *, is_forward: bool) -> _Reading:
    source = draft.html_source
    if not source:
        return _Reading()
    if is_too_complicated(source):
        draft.note(Problem.UNSAFE_HTML)
        if len(source) > MAX_HTML:
            draft.note(Problem.LONG_TEXT)
        return _read_plain(bare_text(source)[:MAX_TEXT], is_forward=is_forward)
    found = tokens(source)
    lines, hidden = html_lines(found, is_forward=is_forward)
    words = [line.text for line in lines]
    old = old_lines(words, [line.is_old for line in lines], is_forward=is_forward)
    _write_html(draft, found, lines, old, hidden)
    return _Reading(words, old, [line.is_signature for line in lines])


def _write_html(
    draft: Draft, found: list[Token], lines: list[Line], old: list[bool], hidden: set[int]
) -> None:
    is_old = [False] * len(found)
    ends = [*(line.token for line in lines[1:]), len(found)]
    for line, end, gone in zip(lines, ends, old, strict=False):
        if gone:
            for at in range(line.token, end):
                is_old[at] = True
    written = write(found, is_old, hidden)
    draft.html, draft.quoted_html = written.new, written.old
    draft.remote_images = written.remote_images
    draft.content_ids_used = written.content_ids


def _divide(draft: Draft, reading: _Reading, *, is_forward: bool) -> None:
    draft.full_text = _tidy(reading.lines)
    kept = [at for at, gone in enumerate(reading.old) if not gone]
    new = [reading.lines[at] for at in kept]
    # In a forwarded mail the first signature is the forwarder's, and what follows is the news.
    is_whole = is_forward or forward_begins(new) < len(new)
    end = len(new) if is_whole else signature_begins(new)
    marked = next((n for n, at in enumerate(kept) if reading.signed[at]), len(new))
    if (
        marked
        and not is_whole
        and any(line.strip() for line in new[:marked])
        and _ends_with_mark(reading, kept, marked)
    ):
        end = min(end, marked)
    draft.text, draft.signature = _tidy(new[:end]), _tidy(new[end:])
    draft.quoted = _tidy([reading.lines[at] for at, gone in enumerate(reading.old) if gone])


def _ends_with_mark(reading: _Reading, kept: list[int], begin: int) -> bool:
    """Tell whether nothing but signature follows: never fold words that come after it."""
    return all(reading.signed[at] or not reading.lines[at].strip() for at in kept[begin:])


def _tidy(lines: list[str]) -> str:
    return clipped(MANY_BLANKS.sub("\n\n", "\n".join(lines)).strip("\n").strip(), MAX_TEXT)
