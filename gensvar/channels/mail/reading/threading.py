"""Which mails this one belongs to: its own id, and those it answers."""

import re

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.limits import MAX_IDS
from gensvar.channels.mail.reading.words import header_text

IN_BRACKETS = re.compile(r"<([^<>]{1,998})>")
BARE_ID = re.compile(r"[^\s<>,;\"'()]{1,400}@[^\s<>,;\"'()]{1,400}")


def message_ids(value: bytes) -> tuple[str, ...]:
    """Return the ids in a header, without brackets; folded and bare ones too."""
    text = header_text(value)
    found = ["".join(one.split()) for one in IN_BRACKETS.findall(text)]
    if not any(found):
        found = BARE_ID.findall(text) or [text.strip("<> ")] * (" " not in text.strip())
    return tuple(dict.fromkeys(one for one in found if one))


def read_threading(draft: Draft) -> None:
    """Read Message-ID, In-Reply-To and References."""
    own = [one for value in draft.root.all("message-id") for one in message_ids(value)]
    draft.message_id = own[0] if own else ""
    draft.in_reply_to = _all(draft, "in-reply-to")
    draft.references = _all(draft, "references")[-MAX_IDS:]


def _all(draft: Draft, name: str) -> tuple[str, ...]:
    values = [one[-64_000:] for one in draft.root.all(name)[:20]]
    pieces = [value[at : at + 12_000] for value in values for at in range(0, len(value), 12_000)]
    return tuple(dict.fromkeys(one for piece in pieces for one in message_ids(piece)))
