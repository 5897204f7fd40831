"""Read a mail: split it, then let one small filter after the other fill in the draft."""

from collections.abc import Callable

from gensvar.channels.mail.reading.attachments import collect_attachments, extract_uuencoded
from gensvar.channels.mail.reading.automatic import read_automatic
from gensvar.channels.mail.reading.body import choose_body
from gensvar.channels.mail.reading.bounce import read_bounce
from gensvar.channels.mail.reading.calendar import read_invitations
from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.dates import read_date
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.forward import read_forwarded
from gensvar.channels.mail.reading.limits import MAX_TEXT
from gensvar.channels.mail.reading.mail import Attachment, Mail
from gensvar.channels.mail.reading.numbers import read_case_numbers
from gensvar.channels.mail.reading.parts import Part, split
from gensvar.channels.mail.reading.pgp import open_inline_pgp
from gensvar.channels.mail.reading.priority import read_language, read_priority
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.recipients import read_recipients, read_tags
from gensvar.channels.mail.reading.sender import read_reply_address, read_sender
from gensvar.channels.mail.reading.smime import open_secured
from gensvar.channels.mail.reading.subject import read_subject
from gensvar.channels.mail.reading.threading import read_threading
from gensvar.channels.mail.reading.tnef import unpack_tnef
from gensvar.channels.mail.reading.wording import divide_text

Filter = Callable[[Draft], None]


def forwarded(draft: Draft) -> None:
    """Find mails inside the mail; they are read the same way, but nothing inside them."""
    read_forwarded(draft, lambda raw: _read(raw, is_inner=True))


FILTERS: tuple[Filter, ...] = (
    read_subject,
    read_sender,
    read_reply_address,
    read_recipients,
    read_tags,
    read_threading,
    read_date,
    read_priority,
    read_language,
    open_secured,
    choose_body,
    unpack_tnef,
    extract_uuencoded,
    open_inline_pgp,
    read_invitations,
    read_bounce,
    read_automatic,
    divide_text,
    collect_attachments,
    forwarded,
    read_case_numbers,
)


def read(raw: bytes) -> Mail:
    """Return what `raw` says; whatever it is, never an exception."""
    return _read(raw, is_inner=False)


def _read(raw: bytes, *, is_inner: bool) -> Mail:
    try:
        root, problems = split(raw)
    except Exception:  # a mail must become a case even if this code is wrong
        root, problems = Part(raw, [], 0, len(raw)), [Problem.UNREADABLE]
    draft = Draft(root, is_inner=is_inner)
    draft.note(*problems)
    if not raw.strip():
        draft.note(Problem.EMPTY)
    for one in FILTERS:
        _apply(one, draft)
    if draft.is_unreadable and not draft.full_text and not draft.attachments:
        _keep_everything(draft, raw)
    return draft.finished()


def _apply(one: Filter, draft: Draft) -> None:
    """Let a filter work; if it fails the others still do, and the agent is told."""
    try:
        one(draft)
    except Exception:  # see above: one bad mail may never stop the mailbox
        draft.note(Problem.UNREADABLE)


def _keep_everything(draft: Draft, raw: bytes) -> None:
    """Show the raw mail as text and keep it as a file when nothing else came out."""
    draft.full_text = draft.text = decode(raw[:MAX_TEXT]).text
    draft.attachments = (Attachment(name="mail.eml", content=raw, declared_type="message/rfc822"),)
