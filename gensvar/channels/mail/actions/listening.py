"""Notice when nothing comes for longer than usual, once per silence; and when mail comes again."""

from datetime import datetime

from django.db.models import Max

from gensvar.channels.mail.events import MailboxHeardAgain, MailboxSilent
from gensvar.channels.mail.models import AutomaticMail, Mailbox, Silence
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce


def notice_silences(*, at: datetime) -> list[Silence]:
    """Raise an alarm for each mailbox that is quiet too long; end the alarms that are over."""
    watched = Mailbox.objects.exclude(usual_gap=None).filter(is_paused=False)
    begun = []
    for mailbox in watched.annotate(newest=Max("raw_mails__received_at")):
        last = mailbox.newest or mailbox.created_at
        _end_silences(mailbox, heard_at=last, at=at)
        if mailbox.usual_gap is not None and at - last > mailbox.usual_gap:
            begun += _begin(mailbox, since=last, at=at)
    return begun


@action
def _begin(mailbox: Mailbox, *, since: datetime, at: datetime) -> list[Silence]:
    silence, is_new = Silence.objects.get_or_create(
        mailbox=mailbox,
        since=since,
        defaults={"client_id": mailbox.client_id, "noticed_at": at},
    )
    if not is_new:
        return []
    announce(
        MailboxSilent(mailbox_id=mailbox.pk, client_id=mailbox.client_id, silence_id=silence.pk),
        at=at,
    )
    return [silence]


@action
def _end_silences(mailbox: Mailbox, *, heard_at: datetime, at: datetime) -> None:
    over = mailbox.silences.select_for_update().filter(ended_at=None, since__lt=heard_at)
    for silence in over:
        silence.ended_at = heard_at
        silence.save(update_fields=["ended_at"])
        announce(
            MailboxHeardAgain(
                mailbox_id=mailbox.pk, client_id=mailbox.client_id, silence_id=silence.pk
            ),
            at=at,
        )


def forget_counts(*, before: datetime) -> None:
    """Forget automatic mails that no longer count."""
    AutomaticMail.objects.filter(at__lt=before).delete()
