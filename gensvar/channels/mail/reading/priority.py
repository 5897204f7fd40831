"""How urgent the sender thinks it is, and in which language."""

import re

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.mail import Priority

HEADERS = ("x-priority", "importance", "priority", "x-msmail-priority")
HIGH = re.compile(r"\s*([12]\b|high|urgent|highest)", re.IGNORECASE)
LOW = re.compile(r"\s*([45]\b|low|non-urgent|lowest)", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}\b")


def read_priority(draft: Draft) -> None:
    """Take the first of the four ways to say it that says something."""
    for name in HEADERS:
        value = draft.header(name)
        if HIGH.match(value):
            draft.priority = Priority.HIGH
            return
        if LOW.match(value):
            draft.priority = Priority.LOW
            return


def read_language(draft: Draft) -> None:
    """Take the two-letter language the sender's program states."""
    for name in ("content-language", "accept-language", "x-accept-language"):
        found = LANGUAGE.match(draft.header(name).lower())
        if found:
            draft.language = found[0]
            return
