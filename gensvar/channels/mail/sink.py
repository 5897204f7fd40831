"""Where the demo's mail ends: a server that keeps everything and sends nothing on."""

import asyncio
import logging
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.utils.timezone import now

from gensvar.channels.mail.models import SinkMail

# The demo's inbox shows the newest; the rest is forgotten.
KEPT = 1_000
log = logging.getLogger(__name__)


class Sink:
    """Takes every mail for everybody."""

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        try:
            await asyncio.to_thread(_keep, envelope)
        except Exception:
            log.exception("sink_failed")
            return "451 4.3.0 The sink could not keep the mail"
        return "250 2.0.0 It ends here"


async def open_sink(*, port: int) -> asyncio.Server:
    """Listen on this machine only, and only in the demo."""
    if not settings.DEMO:
        raise ImproperlyConfigured("The sink is for the demo only.")
    loop = asyncio.get_running_loop()

    def conversation() -> asyncio.BaseProtocol:
        options: dict[str, Any] = {"enable_SMTPUTF8": True, "data_size_limit": 50 * 2**20}
        return SMTP(Sink(), ident="Gensvar demo sink", hostname="localhost", loop=loop, **options)

    return await loop.create_server(conversation, "127.0.0.1", port)


def _keep(envelope: Envelope) -> None:
    try:
        with transaction.atomic():
            kept = SinkMail.objects.create(
                at=now(),
                sender=(envelope.mail_from or "")[:320],
                recipients=list(envelope.rcpt_tos),
                content=envelope.content,
            )
            SinkMail.objects.filter(pk__lte=kept.pk - KEPT).delete()
    finally:
        connection.close()
