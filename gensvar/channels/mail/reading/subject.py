"""What the mail says it is about."""

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.limits import MAX_HEADER_VALUE, MAX_SUBJECT, clipped
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.words import one_line, raw_text

SINGLE = ("subject", "from", "to", "date", "message-id")


def read_subject(draft: Draft) -> None:
    """Read the subject as one line; line breaks hidden in it are an attempt to inject headers."""
    values = draft.root.all("subject")
    value = next((one for one in values if one.strip()), b"")
    charset = draft.root.kind.get("charset")
    raw = raw_text(value, charset)
    if "\n" in raw.strip("\r\n") or "\r" in raw.strip("\r\n") or b"\x00" in value:
        draft.note(Problem.BROKEN_HEADER)
    text = one_line(raw)
    if len(text) > MAX_SUBJECT or len(value) > MAX_HEADER_VALUE:
        draft.note(Problem.LONG_SUBJECT)
    draft.subject = clipped(text, MAX_SUBJECT)
    if any(len(draft.root.all(name)) > 1 for name in SINGLE):
        draft.note(Problem.REPEATED_HEADER)
