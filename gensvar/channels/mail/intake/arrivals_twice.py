"""A mail fetched or delivered again is the same mail: one contact, however often it comes."""

from django.db.models import Q

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import RawMail


def settle(incoming: Incoming) -> None:
    raw = incoming.raw
    if not raw.identity:
        return
    others = RawMail.objects.filter(mailbox_id=raw.mailbox_id, identity=raw.identity)
    # One that waits goes before this one if it came before it.
    before = Q(state=RawMail.State.READ) | Q(state=RawMail.State.WAITING, pk__lt=raw.pk)
    if others.filter(before).exclude(pk=raw.pk).exists():
        incoming.settled_as = RawMail.State.DUPLICATE
