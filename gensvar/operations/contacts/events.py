from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class ContactRegistered(Event):
    """A customer reached us, or we them; of a call from elsewhere, what was measured there."""

    name: ClassVar = "contacts.contact-registered"
    contact_id: int
    client_id: int
    customer_id: int | None
    channel: str
    direction: str
    agent_id: int | None = None
    waited_seconds: float | None = None
    talked_seconds: float | None = None


@dataclass(frozen=True, kw_only=True)
class ContactSetAside(Event):
    """A contact became no case, and it was said why."""

    name: ClassVar = "contacts.contact-set-aside"
    contact_id: int
    client_id: int
    reason: str
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class MessageRequested(Event):
    """A message shall leave; its channel sends it when its time has come."""

    name: ClassVar = "contacts.message-requested"
    outgoing_id: int
    message_id: int
    contact_id: int
    client_id: int
    channel: str
    purpose: str
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class MessageWithdrawn(Event):
    name: ClassVar = "contacts.message-withdrawn"
    outgoing_id: int
    contact_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class MessageSent(Event):
    name: ClassVar = "contacts.message-sent"
    outgoing_id: int
    contact_id: int
    client_id: int
    purpose: str


@dataclass(frozen=True, kw_only=True)
class MessageFailed(Event):
    """A message did not arrive: refused when sent, come back later, or not sent at all."""

    name: ClassVar = "contacts.message-failed"
    outgoing_id: int
    contact_id: int
    client_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class AddressSuppressed(Event):
    name: ClassVar = "contacts.address-suppressed"
    suppression_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class SuppressionLifted(Event):
    """Mail may go to an address again."""

    name: ClassVar = "contacts.suppression-lifted"
    suppression_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class OptedOut(Event):
    """A number said STOP: no text message goes to it any more."""

    name: ClassVar = "contacts.opt-out-made"
    opt_out_id: int
    client_id: int
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class OptedIn(Event):
    """A number said START: text messages may go to it again."""

    name: ClassVar = "contacts.opt-out-ended"
    opt_out_id: int
    client_id: int
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class CallBlocked(Event):
    """Somebody has asked not to be called; without a purpose: not at all."""

    name: ClassVar = "contacts.call-block-made"
    call_block_id: int
    client_id: int
    customer_id: int | None
    purpose: str
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class CallBlockEnded(Event):
    """Somebody may be called again."""

    name: ClassVar = "contacts.call-block-ended"
    call_block_id: int
    client_id: int
    customer_id: int | None
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class PurposeSaid(Event):
    """Whoever we called was told what it is about, so many seconds after they answered."""

    name: ClassVar = "contacts.purpose-said"
    contact_id: int
    client_id: int
    purpose: str
    seconds: float
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class BlockRegisterImported(Event):
    """The national block register was brought in, as it was on a day."""

    name: ClassVar = "contacts.block-register-imported"
    block_register_id: int
    client_id: int
    version_on: str
    numbers: int
    agent_id: int | None
