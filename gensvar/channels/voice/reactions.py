from django.utils.timezone import now

from gensvar.channels.voice.actions.disposing import forget_calls
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.disposal.events import CaseDisposed


@reacts_to(CaseDisposed)
def forget_calls_of_case(event: CaseDisposed) -> None:
    forget_calls(event.case_id, event.contact_ids, at=now())
