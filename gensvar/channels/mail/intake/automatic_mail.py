"""Machines' mail is kept and shown, but wakes no case and is never answered."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.reading import AutoKind
from gensvar.operations.contacts.models import Message

KINDS = {
    AutoKind.AUTO_REPLY: Message.Automatic.REPLY,
    AutoKind.OUT_OF_OFFICE: Message.Automatic.OUT_OF_OFFICE,
    AutoKind.BOUNCE: Message.Automatic.BOUNCE,
    AutoKind.RECEIPT: Message.Automatic.REPLY,
    AutoKind.OWN_NOTIFICATION: Message.Automatic.OWN,
    AutoKind.LIST: Message.Automatic.LIST,
}
# These answer something; a plain automatic mail may be an e-service's form and is worth reading.
REPLIES = {AutoKind.OUT_OF_OFFICE, AutoKind.BOUNCE, AutoKind.RECEIPT}


def recognise(incoming: Incoming) -> None:
    kind = incoming.mail.auto.kind
    if incoming.mail.bounce is not None:
        kind = AutoKind.BOUNCE
    incoming.automatic = KINDS.get(kind, "")
    if incoming.automatic:
        incoming.may_be_answered = False
    # A list or a form in between does not make a person's words a machine's.
    incoming.wakes = kind in {AutoKind.NONE, AutoKind.LIST}


def set_aside(incoming: Incoming) -> None:
    """A reply by a machine to nothing we know gets a case, but nobody's attention."""
    kind = incoming.mail.auto.kind
    answers_something = kind in REPLIES or incoming.mail.bounce is not None
    if kind is AutoKind.AUTO_REPLY:
        answers_something = bool(incoming.mail.earlier_ids)
    incoming.is_aside = incoming.case is None and answers_something
