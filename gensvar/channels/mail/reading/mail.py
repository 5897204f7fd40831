"""What a mail says, once it has been read: plain values that nothing can change."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gensvar.channels.mail.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox; `name` may be empty, `address` never contains spaces or line breaks."""

    name: str = ""
    address: str = ""

    @property
    def is_usable(self) -> bool:
        """Tell whether an answer could be sent here."""
        local, _, domain = self.address.rpartition("@")
        return bool(local and domain)


class AutoKind(StrEnum):
    """Why nobody should be answered automatically; NONE is a mail a person wrote."""

    NONE = "none"
    AUTO_REPLY = "auto_reply"
    OUT_OF_OFFICE = "out_of_office"
    BOUNCE = "bounce"
    RECEIPT = "receipt"
    OWN_NOTIFICATION = "own_notification"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Auto:
    """Whether a machine sent the mail, and the header or words that told."""

    kind: AutoKind = AutoKind.NONE
    told_by: str = ""

    def __bool__(self) -> bool:
        return self.kind is not AutoKind.NONE


class BounceAction(StrEnum):
    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    RELAYED = "relayed"
    EXPANDED = "expanded"


@dataclass(frozen=True, slots=True)
class BouncedRecipient:
    """One recipient that a server reports on (RFC 3464)."""

    address: str
    action: BounceAction = BounceAction.FAILED
    status: str = ""
    diagnostic: str = ""

    @property
    def is_permanent(self) -> bool:
        """Tell whether trying again is pointless."""
        return self.action is BounceAction.FAILED and not self.status.startswith("4.")


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report. `original_message_id` is the mail it is about, without brackets."""

    recipients: tuple[BouncedRecipient, ...] = ()
    original_message_id: str = ""
    original_references: tuple[str, ...] = ()
    original_subject: str = ""
    reporting_server: str = ""

    @property
    def is_permanent(self) -> bool:
        """Tell whether every reported recipient failed for good."""
        return bool(self.recipients) and all(one.is_permanent for one in self.recipients)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the mail; `name` is safe to store and show, `content` is never unpacked."""

    name: str
    content: bytes
    declared_type: str = "application/octet-stream"
    sniffed_type: str = ""
    content_id: str = ""
    is_inline: bool = False
    has_false_type: bool = False


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A mail inside the mail: who wrote the original, so that they can become the asker."""

    sender: Address = Address()
    subject: str = ""
    date: datetime | None = None
    to: tuple[Address, ...] = ()
    message_id: str = ""
    text: str = ""
    is_attached: bool = False


class Protection(StrEnum):
    NONE = "none"
    SIGNED = "signed"
    ENCRYPTED = "encrypted"


@dataclass(frozen=True, slots=True)
class Secured:
    """A mail signed or encrypted by S/MIME or PGP; nothing here says the signature is valid."""

    protection: Protection = Protection.NONE
    method: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A calendar event in the mail, as words; times as the calendar file gives them."""

    method: str = ""
    summary: str = ""
    starts: str = ""
    ends: str = ""
    location: str = ""
    organiser: str = ""


class Priority(StrEnum):
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """Everything that was understood of one raw mail.

    Message-IDs are without angle brackets. `text` is the new words only; `signature` and
    `quoted` were taken off it, `full_text` is all of it. `html` and `quoted_html` are clean;
    pictures in them are `cid:` references to inline attachments, remote ones are disarmed
    (`data-remote-src`) and counted. `problems` says what was wrong, in the agent's words.
    """

    subject: str = ""
    sender: Address = Address()
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
    auto: Auto = Auto()
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
    secured: Secured = Secured()
    invitations: tuple[Invitation, ...] = ()
    numbers_in_subject: tuple[str, ...] = ()
    numbers_in_body: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    priority: Priority = Priority.NORMAL
    language: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def answer_to(self) -> Address:
        """Where an answer goes: the first usable reply address, else the sender."""
        return next((one for one in self.reply_to if one.is_usable), self.sender)

    @property
    def earlier_ids(self) -> tuple[str, ...]:
        """Message-IDs this mail answers, the nearest first, each once."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))

    @property
    def is_unreadable(self) -> bool:
        """Tell whether some of the mail could not be read at all: show the raw file."""
        return Problem.UNREADABLE in self.problems
