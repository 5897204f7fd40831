"""Read address lists as people and programs really write them."""

import re

from gensvar.channels.mail.reading.limits import (
    MAX_ADDRESS_BYTES,
    MAX_ADDRESSES,
    MAX_NAME,
    clipped,
)
from gensvar.channels.mail.reading.mail import Address
from gensvar.channels.mail.reading.words import header_text, one_line

TOKEN = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<open>\()|<(?P<angle>[^<>]*)>?|(?P<end>[,;])'
    r'|(?P<colon>:)|(?P<text>[^"(<,;:]+)|(?P<stray>.)',
    re.DOTALL,
)
COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)")
COMMENT_SIGN = re.compile(r"\\.|[()]", re.DOTALL)
BARE = re.compile(r"[^\s<>\"',;()\[\]]+@[^\s<>\"',;()\[\]]+")
OUTLOOK = re.compile(r"\[(?:mailto|smtp):([^\]\s]{1,320})\]", re.IGNORECASE)
WRAPPING = " \t\r\n<>'\"[]()`,;:"


def addresses(value: bytes, charset: str = "") -> tuple[Address, ...]:
    """Return the mailboxes of a header value in order; groups are opened, words decoded."""
    found = _list(_eight_bit(value), charset)
    if b"=?" in value and not any(BARE.fullmatch(one.address) for one in found):
        # Some programs encode the whole header, address and all.
        whole = header_text(value, charset)
        if "@" in whole:
            return _list(whole.encode("utf-8").decode("latin-1"), "utf-8")
    return found


def _eight_bit(value: bytes) -> str:
    """Return bytes as a string of the same length, to be decoded piece by piece later."""
    text = value[:MAX_ADDRESS_BYTES].replace(b"\x00", b"").decode("latin-1")
    return OUTLOOK.sub(r" <\1>", text)


class _Mailbox:
    """What has been seen of one mailbox before its comma."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.comments: list[str] = []
        self.angles: list[str] = []

    def finished(self, charset: str) -> Address | None:
        written = " ".join("".join(self.words).split())
        angle = next((one for one in reversed(self.angles) if "@" in one), "")
        if angle and "(" in angle:
            angle = COMMENT.sub("", angle)
        if angle:
            name = written or "".join(self.comments)
            address = _cleaned(angle)
            name = _name(name, charset)
            return Address("" if name.lower() == address.lower() else name, address)
        if self.angles and self.angles[-1].strip() and "@" not in written:
            return Address(_name(written, charset), _cleaned(self.angles[-1]))
        bare = BARE.search(re.sub(r"\s*@\s*", "@", written) if "@" in written else "")
        if bare:
            rest = re.sub(r"\s*@\s*", "@", written).replace(bare[0], "", 1)
            name = rest.strip(WRAPPING) or "".join(self.comments)
            return Address(_name(name, charset), _cleaned(bare[0]))
        if " " not in written and written and "=?" not in written and not self.comments:
            return Address("", _cleaned(written))
        name = written or "".join(self.comments)
        return Address(_name(name, charset), "") if name else None


def _list(value: str, charset: str) -> tuple[Address, ...]:
    found: list[Address] = []
    box = _Mailbox()
    position = 0
    while position < len(value) and len(found) < MAX_ADDRESSES:
        token = TOKEN.match(value, position)
        if token is None:
            break
        position = token.end()
        if token["open"]:
            position = _comment(value, position, box)
        elif token["end"]:
            _finish(found, box, charset)
            box = _Mailbox()
        else:
            _take(token, box)
    if len(found) < MAX_ADDRESSES:
        _finish(found, box, charset)
    return tuple(found)


def _take(token: re.Match[str], box: _Mailbox) -> None:
    """Add one token to the mailbox being read."""
    if token["quoted"] is not None:
        box.words.append(" " + re.sub(r"\\(.)", r"\1", token["quoted"], flags=re.DOTALL) + " ")
        # A quoted local part ("ada ek"@example.com) must stay next to its at-sign.
        if token.string[token.end() : token.end() + 1] == "@":
            box.words[-1] = token["quoted"].replace(" ", "_")
    elif token["angle"] is not None:
        box.angles.append(token["angle"])
    elif token["colon"]:
        written = "".join(box.words).strip().lower()
        if "@" not in written and written != "mailto":
            box.words.clear()
            box.comments.clear()
        elif written == "mailto":
            box.words.clear()
    elif token["text"]:
        box.words.append(token["text"])


def _comment(value: str, position: int, box: _Mailbox) -> int:
    """Read a comment, which may hold comments; return where it ends."""
    depth, start = 1, position
    for sign in COMMENT_SIGN.finditer(value, position, position + 2_000):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if depth == 0:
            box.comments.append(re.sub(r"\\(.)", r"\1", value[start : sign.start()]))
            return sign.end()
    box.words.append("(")
    return position


def _finish(found: list[Address], box: _Mailbox, charset: str) -> None:
    mailbox = box.finished(charset)
    if mailbox is None:
        return
    before = found[-1] if found else None
    is_torn = before is not None and "@" not in before.address and mailbox.name
    if is_torn and before is not None and "@" in mailbox.address and box.angles:
        # «Ek, Eva <eva@…>» without quotation marks is one person.
        name = f"{before.name or before.address}, {mailbox.name}"
        found[-1] = Address(name, mailbox.address)
        return
    found.append(mailbox)


def _name(written: str, charset: str) -> str:
    text = header_text(written.encode("latin-1", "replace"), charset)
    text = text.strip(" '\"`<>").strip()
    return clipped(text, MAX_NAME)


def _cleaned(address: str) -> str:
    """Return the address alone: without route, `mailto:`, brackets or spaces."""
    text = address.encode("latin-1", "replace").decode("utf-8", "replace")
    text = header_text(text.encode("utf-8"), "utf-8") if "=?" in text else one_line(text)
    text = re.sub(r"\s+", "", text).strip(WRAPPING)
    text = re.sub(r"^(?:mailto|smtp):", "", text, flags=re.IGNORECASE)
    if text.startswith("@") and ":" in text:
        text = text.partition(":")[2]
    local, at, domain = text.rpartition("@")
    return clipped(f"{local}@{domain.lower().rstrip('.>')}" if at else text, 320)
