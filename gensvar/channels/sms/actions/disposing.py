"""Forget the text messages of a case that has been erased."""

from collections.abc import Iterable

from django.db import transaction

from gensvar.channels.sms.models import Arrival, Picture
from gensvar.operations.disposal.models import Disposed


@transaction.atomic
def forget_texts(case_id: int, contacts: Iterable[int]) -> None:
    """Empty what came as text messages of the contacts of an erased case; that they came stays."""
    if not Disposed.objects.filter(case=case_id).exists():
        return
    ids = list(contacts)
    Arrival.objects.filter(contact__in=ids).update(content=b"", problem="")
    Picture.objects.filter(message__contact__in=ids).update(url="", problem="")
