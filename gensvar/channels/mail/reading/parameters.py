"""Read `type/subtype; name=value` headers, with RFC 2231 continuations and common mistakes."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.limits import MAX_HEADER_VALUE
from gensvar.channels.mail.reading.words import header_text

PARAMETER = re.compile(
    rb';\s*([^\s=;"]{1,100}?)\s*=\s*("(?:[^"\\]|\\.)*"|"[^"]*\Z|[^;]*)', re.DOTALL
)
CONTINUED = re.compile(r"(.+?)\*(\d{1,3})(\*?)\Z")
NO_SEMICOLON = re.compile(rb"^\s*([\w.+-]+/[\w.+-]+)[\s,:]+(?=[\w-]+\s*=)")
COMMENT = re.compile(rb"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Structured:
    """A header such as Content-Type: its value in small letters, and its parameters."""

    value: str = ""
    parameters: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        return self.parameters.get(name, "")


def structured(value: bytes) -> Structured:
    """Split a header value into what it is and its parameters."""
    value = value[:MAX_HEADER_VALUE].replace(b"\r", b"").replace(b"\n", b" ")
    value = NO_SEMICOLON.sub(rb"\1; ", value)
    head = COMMENT.sub(b"", value.partition(b";")[0]).strip(b" \t\"'")
    whole: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, bytes]]] = {}
    for found in PARAMETER.finditer(value):
        name = found[1].decode("ascii", "replace").lower()
        content = _unquoted(found[2])
        continued = CONTINUED.match(name)
        if continued:
            is_coded = bool(continued[3])
            pieces.setdefault(continued[1], {})[int(continued[2])] = (is_coded, content)
        elif name.endswith("*"):
            whole[name[:-1]] = _extended([(True, content)])
        else:
            whole.setdefault(name, header_text(content))
    for name, numbered in pieces.items():
        whole[name] = _extended([numbered[number] for number in sorted(numbered)])
    return Structured(head.decode("ascii", "replace").lower(), whole)


def _unquoted(raw: bytes) -> bytes:
    raw = raw.strip()
    if raw.startswith(b'"'):
        return re.sub(rb'\\(["\\])', rb"\1", raw[1:].removesuffix(b'"'))
    return raw


def _extended(pieces: list[tuple[bool, bytes]]) -> str:
    """Join the pieces of a long value; the first may say charset'language'."""
    charset, first = "", pieces[0][1]
    if pieces[0][0] and first.count(b"'") >= 2:
        label, _, first = first.split(b"'", 2)
        charset = label.decode("ascii", "replace")
    contents = [first, *(content for _, content in pieces[1:])]
    joined = b"".join(
        unquote_to_bytes(content) if is_coded else content
        for (is_coded, _), content in zip(pieces, contents, strict=True)
    )
    return header_text(joined) if not charset else decode(joined, charset).text
