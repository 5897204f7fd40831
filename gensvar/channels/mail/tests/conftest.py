"""A mailbox, and mail that arrives in it."""

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest

from conftest import NOON
from gensvar.channels.mail.actions import receipts, taking_in
from gensvar.channels.mail.actions.arriving import Arrived, keep
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.post.memory_carrier import MemoryCarrier
from gensvar.channels.mail.reading import read

OURS = "kundtjanst@exempelby.example"


@pytest.fixture
def mailbox(exempelby: Any, kundtjanst: Any) -> Mailbox:
    return Mailbox.objects.create(client=exempelby, address=OURS, group=kundtjanst, created_at=NOON)


def letter(
    text: str = "Gatlyktan utanför oss är trasig. Kan ni laga den?",
    *,
    sender: str = "Eva Ek <eva.ek@example.com>",
    to: str = OURS,
    subject: str = "Trasig gatlykta",
    message_id: str = "<first@example.com>",
    **headers: str,
) -> bytes:
    """Write a mail as a person's program does."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = subject
    if message_id:
        mail["Message-ID"] = message_id
    mail["Date"] = "Mon, 04 May 2026 11:58:00 +0200"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail.as_bytes(policy=SMTP)


@pytest.fixture
def arrive(mailbox: Mailbox) -> Callable[..., RawMail]:
    """Let a mail arrive and be taken in, as the processes do but here and now."""

    def arrived(
        content: bytes, *, at: datetime = NOON, to: str = OURS, at_mailbox: Mailbox = mailbox
    ) -> RawMail:
        one = Arrived(
            mailbox=at_mailbox, content=content, how="smtp", received_at=at, envelope_to=(to,)
        )
        keep([one])
        raws = taking_in.claim(most=10, at=at)
        taking_in.take_in([(raw, read(bytes(raw.content or b""))) for raw in raws], at=at)
        receipts.send_owed(most=10, at=at)
        return RawMail.objects.order_by("-pk")[0]

    return arrived


@pytest.fixture
def carrier() -> MemoryCarrier:
    return MemoryCarrier()
