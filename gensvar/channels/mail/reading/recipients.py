"""Whom the mail was for, and the address tags that tell which case it answers."""

import re

from gensvar.channels.mail.reading.addresses import addresses
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.limits import MAX_ADDRESSES
from gensvar.channels.mail.reading.mail import Address
from gensvar.channels.mail.reading.problems import Problem

ENVELOPE = ("x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to", "x-forwarded-to")
TAGGED = re.compile(rb"[\w.-]{1,80}\+([\w.=-]{1,100})@[\w-]", re.IGNORECASE)
FOR = re.compile(rb"\bfor\s+<?([^\s<>;]{3,320}@[^\s<>;]{1,255})>?", re.IGNORECASE)


def read_recipients(draft: Draft) -> None:
    """Read To, Cc and the envelope's traces."""
    draft.to = _of(draft, "to") or _of(draft, "apparently-to")
    draft.cc = _of(draft, "cc")
    draft.delivered_to = _of(draft, "delivered-to")
    draft.original_to = tuple(dict.fromkeys(one for name in ENVELOPE for one in _of(draft, name)))
    if max(len(draft.to), len(draft.cc)) >= MAX_ADDRESSES:
        draft.note(Problem.TOO_MANY_RECIPIENTS)


def _of(draft: Draft, name: str) -> tuple[Address, ...]:
    found: list[Address] = []
    for value in draft.root.all(name)[:50]:
        found += addresses(value)
        if len(found) >= MAX_ADDRESSES:
            break
    usable = tuple(one for one in found if one.is_usable)
    if len(usable) < len(found):
        draft.note(Problem.BROKEN_ADDRESS)
    return usable[:MAX_ADDRESSES]


def read_tags(draft: Draft) -> None:
    """Find `kundtjanst+<tag>@…` among all recipients, however many they are."""
    names = ("to", "cc", "bcc", "delivered-to", "resent-to", *ENVELOPE)
    written = [value for name in names for value in draft.root.all(name)]
    received = draft.root.all("received")[:20]
    written += [found[1] for value in received for found in FOR.finditer(value[:2_000])]
    tags = [found[1].decode() for value in written for found in TAGGED.finditer(value[:1_000_000])]
    draft.tags = tuple(dict.fromkeys(tags))[:20]
