"""Mail sent on by somebody: who wrote the original, so that they can be the one who asks."""

import re
from collections.abc import Callable

from gensvar.channels.mail.reading.addresses import addresses
from gensvar.channels.mail.reading.dates import instant
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.limits import clipped
from gensvar.channels.mail.reading.mail import Address, AutoKind, Forwarded, Mail
from gensvar.channels.mail.reading.quote_words import (
    is_forward_mark,
    is_forward_subject,
    is_original_mark,
)
from gensvar.channels.mail.reading.quotes import is_header_block, label

BRACKETED = re.compile(r"\[(?:mailto:)?([^\]\s]+@[^\]\s]+)\]|\((?:mailto:)?([^)\s]+@[^)\s]+)\)")
MAX_LINES = 2_000
MAX_INNER = 10


def read_forwarded(draft: Draft, read_inner: Callable[[bytes], Mail]) -> None:
    """Find mails inside the mail, attached or written into the text."""
    if draft.is_inner or draft.auto.kind is AutoKind.BOUNCE:
        return
    found = [_attached(read_inner(content)) for content in _mails(draft)]
    draft.forwarded = (*_inline(draft), *found)


def _mails(draft: Draft) -> list[bytes]:
    parts = [
        part for part in draft.root.walk() if part.type in ("message/rfc822", "message/global")
    ]
    return [part.content().content for part in parts[:MAX_INNER]]


def _attached(mail: Mail) -> Forwarded:
    return Forwarded(
        sender=mail.sender,
        subject=mail.subject,
        date=mail.date,
        to=mail.to,
        message_id=mail.message_id,
        text=mail.full_text,
        is_attached=True,
    )


def _inline(draft: Draft) -> list[Forwarded]:
    lines = draft.text.split("\n")[:MAX_LINES]
    is_forward = is_forward_subject(draft.subject, draft.full_text[:20_000])
    for at, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith(">"):
            continue
        if is_forward_mark(line) or (is_forward and is_original_mark(line)):
            found = _header(lines, at + 1)
            if found:
                return [found]
        elif is_forward and is_header_block(lines, at):
            found = _header(lines, at)
            return [found] if found else []
        elif is_original_mark(line):
            break
    return []


def _header(lines: list[str], at: int) -> Forwarded | None:
    """Read the small header over a forwarded text; the text is what follows it."""
    values: dict[str, str] = {}
    last = ""
    position = at
    while position < min(len(lines), at + 25):
        line = lines[position].strip()
        role, value = label(line)
        if role and not values.get(role):
            values[role], last = value, role
        elif line and last and (not values[last] or last in ("to", "cc", "subject")):
            values[last] = f"{values[last]} {line}".strip()
        elif values.get("from") and (line or len(values) > 1):
            break
        position += 1
    if not values.get("from"):
        return None
    return Forwarded(
        sender=_person(values["from"]),
        subject=clipped(values.get("subject", ""), 1_000),
        date=instant(values.get("date", "")),
        to=_people(values.get("to", "")),
        text="\n".join(lines[position:]).strip(),
    )


def _people(written: str) -> tuple[Address, ...]:
    written = BRACKETED.sub(lambda found: f" <{found[1] or found[2]}>", written[:4_000])
    return addresses(written.encode(), "utf-8")


def _person(written: str) -> Address:
    people = _people(written)
    usable = [one for one in people if one.is_usable]
    return (usable or list(people) or [Address(clipped(written, 200))])[0]
