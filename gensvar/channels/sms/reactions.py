from django.utils.timezone import now

from gensvar.channels.sms.actions.disposing import forget_texts
from gensvar.channels.sms.actions.promises import text_promise
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import PromiseMade
from gensvar.operations.disposal.events import CaseDisposed


@reacts_to(PromiseMade)
def text_promise_to_customer(event: PromiseMade) -> None:
    text_promise(event.promise_id, at=now())


@reacts_to(CaseDisposed)
def forget_texts_of_case(event: CaseDisposed) -> None:
    forget_texts(event.case_id, event.contact_ids)
