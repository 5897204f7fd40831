"""Read any bytes as a mail: pure, bounded, and never an exception."""

from gensvar.channels.mail.reading.chain import read
from gensvar.channels.mail.reading.mail import (
    Address,
    Attachment,
    Auto,
    AutoKind,
    Bounce,
    BounceAction,
    BouncedRecipient,
    Forwarded,
    Invitation,
    Mail,
    Priority,
    Protection,
    Secured,
)
from gensvar.channels.mail.reading.problems import Problem

__all__ = [
    "Address",
    "Attachment",
    "Auto",
    "AutoKind",
    "Bounce",
    "BounceAction",
    "BouncedRecipient",
    "Forwarded",
    "Invitation",
    "Mail",
    "Priority",
    "Problem",
    "Protection",
    "Secured",
    "read",
]
