from collections.abc import Collection

from gensvar.channels.voice.models import Asked, Call, Leg, Withheld
from gensvar.foundation.acting import action
from gensvar.operations.disposal.models import Disposed


@action
def forget_calls(case_id: int, contact_ids: Collection[int]) -> None:
    """Forget whom the calls of an erased case were with; that they were, and their path, stays."""
    if not Disposed.objects.filter(case=case_id).exists():
        return
    Call.objects.filter(contact__in=contact_ids).update(party="", typed="")
    Withheld.objects.filter(call__contact__in=contact_ids).delete()
    Leg.objects.filter(call__contact__in=contact_ids, agent=None).update(address="")
    Asked.objects.filter(call__contact__in=contact_ids).update(address="")
