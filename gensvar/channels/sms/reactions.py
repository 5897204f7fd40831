from django.utils.timezone import now

from gensvar.channels.sms.actions.promises import text_promise
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import PromiseMade


@reacts_to(PromiseMade)
def text_promise_to_customer(event: PromiseMade) -> None:
    text_promise(event.promise_id, at=now())
