"""A callback that nobody needs any more: the customer was reached, or has changed their mind."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.waking import wake_bridges
from gensvar.channels.voice.events import CallbackSettled
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.rules.calls import State
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.actions.waiting import NoLongerWaiting
from gensvar.operations.routing.models import Outcome


class NoCallback(Refused):
    message = _("Nobody waits for that callback any more. Look at the call for what became of it.")


@action
def settle_callback(call: Call, *, by: Agent, at: datetime) -> None:
    """Make a callback no more; its bridge ends the call at once."""
    if not Call.objects.going_on().filter(pk=call.pk, state=State.CALLBACK.value).exists():
        raise NoCallback
    try:
        routing.leave(call.contact, outcome=Outcome.SETTLED, at=at)
    except NoLongerWaiting:
        raise NoCallback from None
    announce(
        CallbackSettled(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            agent_id=by.pk,
        ),
        at=at,
    )
    wake_bridges()
