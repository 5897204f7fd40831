from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class MailUnreadable(Event):
    """A mail could not be read; a case shows the raw file."""

    name: ClassVar = "mail.mail-unreadable"
    raw_mail_id: int
    client_id: int
    case_id: int


@dataclass(frozen=True, kw_only=True)
class MailboxSilent(Event):
    """Nothing has come to a mailbox for longer than usual."""

    name: ClassVar = "mail.mailbox-silent"
    mailbox_id: int
    client_id: int
    silence_id: int


@dataclass(frozen=True, kw_only=True)
class MailboxHeardAgain(Event):
    """Mail comes again to a mailbox that was silent."""

    name: ClassVar = "mail.mailbox-heard-again"
    mailbox_id: int
    client_id: int
    silence_id: int


@dataclass(frozen=True, kw_only=True)
class MailboxUnreachable(Event):
    """The server that keeps a mailbox does not let us in."""

    name: ClassVar = "mail.mailbox-unreachable"
    mailbox_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class MailboxChanged(Event):
    """A mailbox was added or changed; `fields` names what."""

    name: ClassVar = "mail.mailbox-changed"
    mailbox_id: int
    client_id: int
    agent_id: int | None
    fields: tuple[str, ...]
