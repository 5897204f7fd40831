"""A mail on its way in: what is known of it, filled in by one filter after the other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings

from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.reading import Address, AutoKind, Mail
from gensvar.channels.mail.rules import plain_address, tag_in
from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact, Message, Outgoing
from gensvar.operations.customers.models import Customer


@dataclass(frozen=True)
class Batch:
    """What is the same for all mails that are taken in together."""

    # The addresses of all our mailboxes.
    ours: frozenset[str] = frozenset()
    # Mails that have been read before, by number.
    seen_before: frozenset[int] = frozenset()


@dataclass
class Incoming:
    """The mail, where it came, and what the filters have found out so far."""

    raw: RawMail
    mail: Mail
    batch: Batch = field(default_factory=Batch)
    # Who the mail is from, as far as the customer and the answer are concerned.
    sender: Address = field(default_factory=Address)
    language: str = ""
    customer: Customer | None = None
    case: Case | None = None
    in_reply_to: Message | None = None
    # A message of ours that this mail reports on.
    about: Outgoing | None = None
    # One of `Message.Automatic`; empty for what a person wrote.
    automatic: str = ""
    # Whether the customer's words make it our turn again.
    wakes: bool = True
    # A reply by a machine that belongs to nothing we know: kept, but out of the way.
    is_aside: bool = False
    may_be_answered: bool = True
    problems: list[str] = field(default_factory=list)
    contact: Contact | None = None
    message: Message | None = None
    is_new_case: bool = False
    owes_receipt: bool = False
    # Set by the filter after which nothing more is to be done.
    settled_as: str = ""
    # The mail that this one answers has come but is not read yet.
    must_wait: bool = False

    @property
    def mailbox(self) -> Mailbox:
        return self.raw.mailbox

    @property
    def client(self) -> Client:
        return self.raw.mailbox.client

    @property
    def at(self) -> datetime:
        return self.raw.received_at

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of our own addresses that the mail was sent to, the envelope's first."""
        ours = [tag_in(one) for one in self.raw.envelope_to]
        everybody = (*self.mail.to, *self.mail.cc, *self.mail.delivered_to, *self.mail.original_to)
        ours += [
            tag_in(one.address)
            for one in everybody
            if plain_address(one.address) == self.mailbox.address.lower()
        ]
        return tuple(dict.fromkeys(tag for tag in (*ours, *map(str.lower, self.mail.tags)) if tag))

    @property
    def is_from_machine(self) -> bool:
        return self.mail.auto.kind not in {AutoKind.NONE, AutoKind.LIST}


Filter = Callable[[Incoming], None]


def secrets() -> tuple[str, ...]:
    """The secrets behind tags: the one in use, and those that were used before."""
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
