"""Mail sent on by somebody: who wrote the original, so that they can be the one who asks."""

import re
from collections.abc import Callable

from gensvar.channels.mail.reading.addresses import addresses
from gensvar.channels.mail.reading.dates import instant
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.forward_header import (
    header_values,
    sender_written,
    unquoted,
)
from gensvar.channels.mail.reading.limits import clipped
from gensvar.channels.mail.reading.mail import Address, AutoKind, Forwarded, Mail
from gensvar.channels.mail.reading.quote_words import (
    forward_rest,
    is_forward_mark,
    is_forward_subject,
    is_original_mark,
)
from gensvar.channels.mail.reading.quotes import (
    introduction_ends,
    is_header_block,
    is_quoted,
    opens_quote,
)

BRACKETED = re.compile(r"\[(?:mailto:)?([^\]\s]+@[^\]\s]+)\]|\((?:mailto:)?([^)\s]+@[^)\s]+)\)")
SENDER = re.compile(
    r"(?:[\"„“«»”]\s?(?P<quoted>[^\"„“«»”<>]{1,80}?)\s?[\"„“«»”]"
    r"|(?P<words>[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){0,3}))?"
    r"\s?[<(]+(?P<address>[^\s<>()@]+@[^\s<>()@]+)[>)]+"
)
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
    old = [is_quoted(line) for line in lines]
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        if is_forward_mark(line) or (is_forward and is_original_mark(line)):
            found = _written(lines, at) if opens_quote(lines, old, at) else None
            if found:
                return [found]
        elif is_forward and is_header_block(lines, at):
            found = _written(lines, at)
            return [found] if found else []
        elif is_forward and introduction_ends(lines, at):
            return _introduced(lines, at, draft.subject)
        elif is_original_mark(line):
            break
    return []


def _written(lines: list[str], at: int) -> Forwarded | None:
    """Read the small header over a forwarded text; the text is what follows it."""
    is_mark = is_forward_mark(lines[at]) or is_original_mark(lines[at])
    values, begins = header_values(lines, at + (is_mark and not forward_rest(lines[at])))
    if not values.get("from"):
        return None
    return Forwarded(
        sender=_person(sender_written(values["from"])),
        subject=clipped(values.get("subject", ""), 1_000),
        date=instant(values.get("date", "")),
        to=_people(values.get("to", "")),
        text="\n".join(unquoted(lines[begins:])).strip(),
    )


def _introduced(lines: list[str], at: int, subject: str) -> list[Forwarded]:
    """Read «On … Eva <eva@…> wrote:» as a header: it is all that some programs leave."""
    ends = introduction_ends(lines, at)
    written = " ".join(line.strip("> \t") for line in lines[at:ends])
    sender = SENDER.search(written)
    if not sender:
        return []
    # «El lunes 5 de mayo Eva Ek <eva@…>»: a name begins with a capital.
    words = (sender["words"] or "").split()
    while words and words[0][0].islower():
        words.pop(0)
    name = (sender["quoted"] or " ".join(words)).strip(" ,.")
    return [
        Forwarded(
            sender=Address(clipped(name, 200), sender["address"]),
            subject=clipped(subject.partition(":")[2].strip(), 1_000),
            text="\n".join(unquoted(lines[ends:])).strip(),
        )
    ]


def _people(written: str) -> tuple[Address, ...]:
    written = BRACKETED.sub(lambda found: f" <{found[1] or found[2]}>", written[:4_000])
    return addresses(written.encode(), "utf-8")


def _person(written: str) -> Address:
    people = _people(written)
    usable = [one for one in people if one.is_usable]
    return (usable or list(people) or [Address(clipped(written, 200))])[0]
