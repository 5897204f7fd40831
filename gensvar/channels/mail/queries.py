"""What the pages ask about mail: the demo's inbox, and what administrators must know."""

from dataclasses import dataclass
from datetime import datetime

from gensvar.channels.mail.models import Pickup, RawMail, Silence, SinkMail
from gensvar.channels.mail.reading import read
from gensvar.operations.contacts.models import Channel, Outgoing


@dataclass(frozen=True)
class SinkLetter:
    """A mail that ended in the demo's sink."""

    number: int
    at: datetime
    sender: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    is_automatic: bool
    files: tuple[str, ...]
    language: str


def sink_mails(*, to: str = "", most: int = 50) -> list[SinkLetter]:
    """Return the newest mails that the demo sent, to everybody or to one address."""
    rows = SinkMail.objects.order_by("-pk")
    if to:
        rows = rows.filter(recipients__contains=[to])
    return [_letter(row) for row in rows[:most]]


def sink_mail(number: int) -> SinkLetter | None:
    row = SinkMail.objects.filter(pk=number).first()
    return _letter(row) if row else None


def sink_source(number: int) -> bytes | None:
    row = SinkMail.objects.filter(pk=number).first()
    return bytes(row.content) if row else None


def _letter(row: SinkMail) -> SinkLetter:
    mail = read(bytes(row.content))
    return SinkLetter(
        number=row.pk,
        at=row.at,
        sender=mail.sender.name or mail.sender.address,
        recipients=tuple(str(one) for one in row.recipients),
        subject=mail.subject,
        text=mail.full_text or mail.text,
        is_automatic=bool(mail.auto),
        files=tuple(one.name for one in mail.attachments),
        language=mail.language,
    )


@dataclass(frozen=True)
class Trouble:
    """What is wrong with mail just now, for administrators: counts, and which mailboxes."""

    silent: tuple[Silence, ...]
    unreachable: tuple[Pickup, ...]
    unsent: int
    failed: int
    waiting: int
    unreadable: int

    def __bool__(self) -> bool:
        return bool(self.silent or self.unreachable or self.unsent or self.failed or self.waiting)


def mail_trouble(*, since: datetime, late_before: datetime) -> Trouble:
    """Return what somebody should look at: what failed since a moment, what waits since another."""
    outgoing = Outgoing.objects.filter(channel=Channel.MAIL)
    did_not_arrive = [Outgoing.State.FAILED, Outgoing.State.BOUNCED, Outgoing.State.SUPPRESSED]
    return Trouble(
        silent=tuple(Silence.objects.filter(ended_at=None).select_related("mailbox")),
        unreachable=tuple(
            Pickup.objects.exclude(failing_since=None).select_related("mailbox").order_by("pk")
        ),
        unsent=outgoing.filter(
            state__in=Outgoing.ON_THEIR_WAY, message__at__lt=late_before
        ).count(),
        failed=outgoing.filter(
            steps__state__in=did_not_arrive, steps__at__gte=since, state__in=did_not_arrive
        )
        .distinct()
        .count(),
        waiting=RawMail.objects.filter(
            state=RawMail.State.WAITING, received_at__lt=late_before
        ).count(),
        unreadable=RawMail.objects.filter(
            state=RawMail.State.UNREADABLE, read_at__gte=since
        ).count(),
    )


def unsent_mails(*, most: int = 100) -> list[Outgoing]:
    """Return the mails that did not arrive, newest first, for the list of what failed."""
    did_not_arrive = [Outgoing.State.FAILED, Outgoing.State.BOUNCED, Outgoing.State.SUPPRESSED]
    rows = Outgoing.objects.filter(channel=Channel.MAIL, state__in=did_not_arrive)
    return list(rows.select_related("message__contact__customer").order_by("-pk")[:most])
