"""Our SMTP door: takes mail for our mailboxes, from whoever is let near it.

LMTP is spoken through the same door: who greets with LHLO gets an answer for each recipient.
A mail has been taken when it lies in the database, not before.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from aiosmtpd.smtp import SMTP, Envelope, Session, syntax
from django.utils.timezone import now

from gensvar.channels.mail.actions.arriving import Arrived
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.post.certificate import Certificate

MEGABYTE = 2**20
SIZE_LIMIT = 25 * MEGABYTE
# Base64 makes a file a third larger: what people call 25 MB must fit.
WIRE_LIMIT = SIZE_LIMIT * 4 // 3 + MEGABYTE
MOST_RECIPIENTS = 1_000
SILENCE_SECONDS = 300
LINES_A_TURN = 1_000
TOO_LARGE = f"552 5.3.4 The mail is too large; at most {SIZE_LIMIT // MEGABYTE} MB are taken"
log = logging.getLogger(__name__)


class Directory(Protocol):
    async def mailbox_at(self, address: str) -> Mailbox | None: ...


class Keeping(Protocol):
    async def keep(self, arrived: Sequence[Arrived]) -> None: ...


class Addressed(Envelope):
    """An envelope that remembers which of our mailboxes each recipient is."""

    def __init__(self) -> None:
        super().__init__()
        self.mailboxes: dict[str, Mailbox] = {}


class Conversation(SMTP):
    """One connection. Lines may be as long as the mail: real mail breaks the limit of 998."""

    line_length_limit = WIRE_LIMIT + MEGABYTE
    is_lmtp = False

    def _create_envelope(self) -> Addressed:
        return Addressed()

    @syntax("LHLO hostname")
    async def smtp_LHLO(self, arg: str) -> None:  # noqa: N802
        self.is_lmtp = True
        await self.smtp_EHLO(arg)

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        """Take the content whole, whatever is in it; too much of it is read away and refused."""
        assert self.envelope is not None
        if await self.check_helo_needed():
            return
        if not self.envelope.rcpt_tos or arg:
            await self.push("503 5.5.1 Name a recipient with RCPT first")
            return
        await self.push("354 Go on, and end with a dot on a line of its own")
        content = await self._content()
        if content is None:
            status = self._for_each(TOO_LARGE)
        else:
            self.envelope.content = self.envelope.original_content = content
            status = self._for_each(await self._call_handler_hook("DATA"))
        self._set_post_data_state()  # type: ignore[no-untyped-call]
        await self.push(status)

    async def _content(self) -> bytes | None:
        content = bytearray()
        size = lines = 0
        while (line := await self._line()) != b".\r\n":
            size += len(line)
            lines += 1
            if size <= WIRE_LIMIT:
                content += line[1:] if line.startswith(b".") else line
            else:
                content.clear()
            if lines % LINES_A_TURN == 0:
                # A line that has arrived already waits for nothing: let others speak too.
                await asyncio.sleep(0)
        return bytes(content) if size <= WIRE_LIMIT else None

    async def _line(self) -> bytes:
        try:
            return await self._reader.readuntil(b"\r\n")
        except asyncio.LimitOverrunError as overrun:
            return await self._reader.read(overrun.consumed)

    def _for_each(self, status: str) -> str:
        """In LMTP every recipient that was accepted gets an answer of its own (RFC 2033, 4.2)."""
        assert self.envelope is not None
        times = len(self.envelope.rcpt_tos) if self.is_lmtp else 1
        return "\r\n".join([status] * times)


class Door:
    """What we say to each command."""

    def __init__(
        self, directory: Directory, keeping: Keeping, *, certificate: Certificate | None = None
    ) -> None:
        self._directory = directory
        self._keeping = keeping
        self._certificate = certificate

    def conversation(self, *, hostname: str) -> Conversation:
        return Conversation(
            self,
            data_size_limit=WIRE_LIMIT,
            enable_SMTPUTF8=True,
            hostname=hostname,
            ident="Gensvar",
            timeout=SILENCE_SECONDS,
            # STARTTLS is offered, not demanded: mail servers rather send openly than not at all.
            tls_context=self._certificate.context() if self._certificate else None,
            loop=asyncio.get_running_loop(),
        )

    async def handle_EHLO(  # noqa: N802
        self,
        _server: Conversation,
        session: Session,
        _envelope: Addressed,
        name: str,
        said: list[str],
    ) -> list[str]:
        session.host_name = name
        return [*said[:-1], "250-PIPELINING", "250-ENHANCEDSTATUSCODES", said[-1]]

    async def handle_MAIL(  # noqa: N802
        self, _server: Conversation, _session: Session, envelope: Addressed, address: str, said: Any
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(said)
        return "250 2.1.0 Go on"

    async def handle_RCPT(  # noqa: N802
        self,
        _server: Conversation,
        _session: Session,
        envelope: Addressed,
        address: str,
        _said: Any,
    ) -> str:
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients at a time; send the rest again"
        try:
            mailbox = await self._directory.mailbox_at(address)
        except Exception:
            log.exception("mailboxes_unknown")
            return "451 4.3.0 We cannot look up mailboxes just now; try again later"
        if mailbox is None:
            return "550 5.1.1 There is no such mailbox here"
        if mailbox.is_paused:
            return "450 4.2.1 This mailbox is paused; try again later"
        envelope.rcpt_tos.append(address)
        envelope.mailboxes[address] = mailbox
        return "250 2.1.5 Go on"

    async def handle_DATA(  # noqa: N802
        self, server: Conversation, _session: Session, envelope: Addressed
    ) -> str:
        how = RawMail.How.LMTP if server.is_lmtp else RawMail.How.SMTP
        try:
            await self._keeping.keep(_arrivals(envelope, how=how, at=now()))
        except Exception:
            log.exception("mail_not_kept")
            return "451 4.3.0 We could not keep the mail just now; try again later"
        return "250 2.6.0 We have it"


def _arrivals(envelope: Addressed, *, how: str, at: datetime) -> list[Arrived]:
    """Make one arrival of the mail for each of our mailboxes."""
    addresses: dict[int, list[str]] = {}
    for address, mailbox in envelope.mailboxes.items():
        addresses.setdefault(mailbox.pk, []).append(address)
    by_number = {mailbox.pk: mailbox for mailbox in envelope.mailboxes.values()}
    content = envelope.content
    assert isinstance(content, bytes)
    return [
        Arrived(
            mailbox=by_number[number],
            content=content,
            how=how,
            received_at=at,
            envelope_from=_readable(envelope.mail_from or ""),
            envelope_to=tuple(_readable(one) for one in written),
        )
        for number, written in addresses.items()
    ]


def _readable(address: str) -> str:
    return address.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip("<>")
