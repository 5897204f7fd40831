from collections.abc import Collection
from datetime import datetime

from gensvar.channels.voice.actions.messages import delete_message
from gensvar.channels.voice.actions.tapes import delete_recording
from gensvar.channels.voice.models import (
    Asked,
    Call,
    CallRecording,
    Leg,
    VoiceMessage,
    Withheld,
)
from gensvar.channels.voice.rules.recordings import WhyNot
from gensvar.foundation.acting import action
from gensvar.operations.disposal.models import Disposed


@action
def forget_calls(case_id: int, contact_ids: Collection[int], *, at: datetime) -> None:
    """Forget whom the calls of an erased case were with; that they were, and their path, stays."""
    if not Disposed.objects.filter(case=case_id).exists():
        return
    recorded = CallRecording.objects.kept().filter(call__contact__in=contact_ids)
    for recording in recorded.order_by("pk"):
        delete_recording(recording, because=WhyNot.ERASED, by=None, at=at)
    left = VoiceMessage.objects.kept().filter(call__contact__in=contact_ids)
    for message in left.order_by("pk"):
        delete_message(message, because=WhyNot.ERASED, at=at)
    Call.objects.filter(contact__in=contact_ids).update(party="", typed="")
    Withheld.objects.filter(call__contact__in=contact_ids).delete()
    Leg.objects.filter(call__contact__in=contact_ids, agent=None).update(address="")
    Asked.objects.filter(call__contact__in=contact_ids).update(address="")
