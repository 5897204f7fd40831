"""Forget the mails of a case that has been erased."""

from collections.abc import Iterable

from django.db import transaction

from gensvar.channels.mail.models import RawMail
from gensvar.foundation.files.actions import remove_at_once
from gensvar.operations.disposal.models import Disposed


def forget_mails(case_id: int, contacts: Iterable[int]) -> None:
    """Empty what came as mail of the contacts of an erased case; that a mail came stays.

    Its number in the mailbox is kept, so that it is not fetched and read once more.
    """
    with transaction.atomic():
        if not Disposed.objects.filter(case=case_id).exists():
            return
        raws = RawMail.objects.filter(contact__in=list(contacts))
        files = set(raws.exclude(stored=None).values_list("stored", flat=True))
        raws.update(
            content=None,
            stored=None,
            envelope_from="",
            envelope_to=[],
            message_id="",
            problem="",
        )
    remove_at_once(files)
