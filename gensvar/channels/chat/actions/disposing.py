"""Forget who chatted, in a case that has been erased."""

from collections.abc import Iterable

from gensvar.channels.chat.models import Chat
from gensvar.operations.disposal.models import Disposed


def forget_chats(case_id: int, contacts: Iterable[int]) -> None:
    """Empty the name and the address of the chats of an erased case; that they were stays."""
    if Disposed.objects.filter(case=case_id).exists():
        Chat.objects.filter(contact__in=list(contacts)).update(name="", copy_to="")
