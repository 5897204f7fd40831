"""Choose which parts are the mail's own text, and decode them.

A mail is a row of sections; where a section is offered in several forms (multipart/alternative)
both the plain and the HTML form are kept, elsewhere the parts follow each other.
"""

import re
from dataclasses import dataclass, field
from html import escape

from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.flowed import unflowed
from gensvar.channels.mail.reading.limits import MAX_HTML, MAX_TEXT
from gensvar.channels.mail.reading.parts import Part
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.transfer import Unpacked

LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!doctype html|<html\b|<head\b|<body\b)", re.IGNORECASE)
HAS_TAG = re.compile(r"<[a-zA-Z!/]")
META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
ENRICHED = re.compile(r"<<|</?[a-zA-Z][a-zA-Z0-9-]{0,59}>")
EMPTY_FORM = re.compile(
    r"\W*(?:this (?:is an?|message (?:is|contains)).{0,60}(?:html|mime)"
    r"|your (?:e-?mail )?(?:client|program|reader).{0,80}html"
    r"|to view this (?:message|e-?mail).{0,80}html|.{0,60}html-?(?:format|kompatib|mail"
    r"|meddelande|e-post)).{0,200}\W*",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
PLAIN = {"text/plain", "text", "plain", "text/enriched", "text/richtext", "text/markdown", "",
         "plain/text", "text/x-markdown", "text/ascii", "text/unicode", "text/x-plain"}  # fmt: skip
HTML = {"text/html", "application/xhtml+xml", "text/xhtml", "html", "text/htm"}
CLOSED = ("message/", "multipart/encrypted")


@dataclass(slots=True)
class _Section:
    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)


def choose_body(draft: Draft) -> None:
    """Fill in the mail's text and HTML as sent, and remember which parts they came from."""
    parts = _body_parts(draft.root)
    sections: dict[int, _Section] = {}
    for part in parts:
        draft.taken.add(id(part))
        is_html, text = _text_of(draft, part)
        section = sections.setdefault(id(_section_of(part)), _Section())
        (section.html if is_html else section.plain).append(text)
    draft.body_parts = parts
    chosen = list(sections.values())
    draft.plain_source = "\n\n".join(
        "\n\n".join(one.plain).strip("\n") for one in chosen if any(map(str.strip, one.plain))
    )
    if any(one.html for one in chosen):
        draft.html_source = "\n<div></div>".join(map(_as_html, chosen))
        if not all(any(map(str.strip, one.plain)) or not any(one.html) for one in chosen):
            # One section has only HTML: plain text would leave it out.
            draft.plain_source = ""
    if EMPTY_FORM.fullmatch(draft.plain_source[:500]) and draft.html_source:
        draft.plain_source = ""
    if not parts:
        _use_text_outside_parts(draft)


def _as_html(section: _Section) -> str:
    if section.html:
        return "\n<br>".join(section.html)
    return (
        f"<div>{'<br>'.join(escape(one).replace(chr(10), '<br>') for one in section.plain)}</div>"
    )


def _use_text_outside_parts(draft: Draft) -> None:
    """Show what stands before the first boundary or after the last, if there is nothing else."""
    outside = [text for part in draft.root.walk() for text in part.outside]
    draft.plain_source = "\n\n".join(_decoded(draft, text, "") for text in outside)[:MAX_TEXT]


def _body_parts(root: Part) -> list[Part]:
    leaves = [part for part in root.walk() if _is_open_leaf(part)]
    bodies = [part for part in leaves if not _is_file(part)]
    if not any(_has_words(part) for part in bodies):
        named = next((part for part in leaves if _is_unforced_name(part)), None)
        bodies += [named] if named and named not in bodies else []
    return bodies


def _is_open_leaf(part: Part) -> bool:
    if part.children or (part.type not in PLAIN | HTML and not _is_unsplit(part)):
        return False
    if part.type in HTML and _is_beside_related(part):
        return False
    return not any(above.type.startswith(CLOSED) for above in part.ancestors())


def _is_unsplit(part: Part) -> bool:
    """Tell whether a multipart had no boundary at all: what it holds is then plain text."""
    return part.type.startswith("multipart") and not part.children and not part.outside


def _is_beside_related(part: Part) -> bool:
    parent = part.parent
    if parent is None or parent.type != "multipart/related":
        return False
    earlier = parent.children[: parent.children.index(part)] if len(parent.children) < 50 else []
    return any(one.type in HTML for one in earlier) and bool(part.first("content-id"))


def _is_file(part: Part) -> bool:
    if part.disposition.value == "attachment":
        return part.parent is not None or bool(_name(part))
    return bool(_name(part))


def _name(part: Part) -> str:
    return part.disposition.get("filename") or part.kind.get("name")


def _is_unforced_name(part: Part) -> bool:
    """Tell whether a named text is shown in the mail (Lotus names the body «message.txt»)."""
    return part.disposition.value != "attachment" and bool(_name(part))


def _has_words(part: Part) -> bool:
    return bool(part.raw[part.start : min(part.end, part.start + 2_000)].strip())


def _section_of(part: Part) -> Part:
    """Return the outermost multipart/alternative around the part, else the part itself."""
    section = part
    for above in part.ancestors():
        if above.type == "multipart/alternative":
            section = above
    return section


def _text_of(draft: Draft, part: Part) -> tuple[bool, str]:
    """Decode one text part; say whether it really is HTML."""
    unpacked = _content(draft, part)
    content = unpacked.content[: 4 * MAX_HTML]
    charset = part.kind.get("charset")
    is_html = part.type in HTML
    if (
        is_html
        and charset.lower() in ("", "us-ascii")
        and (meta := META_CHARSET.search(content[:5_000]))
    ):
        charset = meta[1].decode("ascii")
    text = _decoded(draft, content, charset)
    if is_html and not HAS_TAG.search(text):
        is_html = False
    elif not is_html and LOOKS_LIKE_HTML.match(text):
        is_html = True
    if not is_html and len(text) > MAX_TEXT:
        draft.note(Problem.LONG_TEXT)
        text = text[:MAX_TEXT]
    if part.type in ("text/enriched", "text/richtext"):
        text = ENRICHED.sub(lambda found: "<" if found[0] == "<<" else "", text)
    if part.kind.get("format").lower() == "flowed":
        text = unflowed(text, delete_space=part.kind.get("delsp").lower() == "yes")
    return is_html, text


def _content(draft: Draft, part: Part) -> Unpacked:
    unpacked = part.content()
    if unpacked.is_broken:
        draft.note(Problem.BROKEN_ENCODING)
    return unpacked


def _decoded(draft: Draft, content: bytes, charset: str) -> str:
    decoded = decode(content, charset)
    draft.note(*decoded.problems)
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
