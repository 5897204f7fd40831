"""The mail while it is being read: what the filters fill in, one after the other."""

from dataclasses import dataclass, field, fields
from datetime import datetime

from gensvar.channels.mail.reading.mail import (
    Address,
    Attachment,
    Auto,
    Bounce,
    Forwarded,
    Invitation,
    Mail,
    Priority,
    Secured,
)
from gensvar.channels.mail.reading.parts import Part
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.words import header_text


@dataclass(slots=True, eq=False)
class Draft:
    """The tree of parts, what is known so far, and notes between filters."""

    root: Part
    is_inner: bool = False
    body_parts: list[Part] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    plain_source: str = ""
    html_source: str = ""
    content_ids_used: set[str] = field(default_factory=set)

    subject: str = ""
    sender: Address = field(default_factory=Address)
    senders: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    return_path: str | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    delivered_to: tuple[Address, ...] = ()
    original_to: tuple[Address, ...] = ()
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    date: datetime | None = None
    auto: Auto = field(default_factory=Auto)
    bounce: Bounce | None = None
    text: str = ""
    signature: str = ""
    quoted: str = ""
    full_text: str = ""
    html: str = ""
    quoted_html: str = ""
    remote_images: int = 0
    attachments: tuple[Attachment, ...] = ()
    forwarded: tuple[Forwarded, ...] = ()
    secured: Secured = field(default_factory=Secured)
    invitations: tuple[Invitation, ...] = ()
    numbers_in_subject: tuple[str, ...] = ()
    numbers_in_body: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    priority: Priority = Priority.NORMAL
    language: str = ""
    problems: tuple[Problem, ...] = ()

    def note(self, *problems: Problem) -> None:
        """Remember what was wrong, each once."""
        self.problems = tuple(dict.fromkeys((*self.problems, *problems)))

    @property
    def is_unreadable(self) -> bool:
        return Problem.UNREADABLE in self.problems

    def header(self, name: str) -> str:
        """Return the first header of that name as one line of text."""
        return header_text(self.root.first(name))

    def finished(self) -> Mail:
        return Mail(**{one.name: getattr(self, one.name) for one in fields(Mail)})
