"""The planner says how long the contacts of a queue should take."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing.events import HandlingPlanned
from gensvar.operations.routing.models import HandlingPlan, Queue

LEAST_SECONDS, MOST_SECONDS = 5, 8 * 3600


class BadHandlingPlan(Refused):
    message = _("A planned handling time is 5 seconds to 8 hours.")
    status = 422


@action
def plan_handling(queue: Queue, seconds: int | None, *, by: Agent, at: datetime) -> None:
    """Plan with this handling time from now on; without one, with what the past weeks took."""
    if seconds is not None and not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise BadHandlingPlan
    queue = Queue.objects.select_for_update().get(pk=queue.pk)
    current = HandlingPlan.objects.now().filter(queue=queue)
    if current.values_list("seconds", flat=True).first() == seconds:
        return
    current.update(until=at)
    if seconds is not None:
        HandlingPlan.objects.create(
            queue=queue, client_id=queue.client_id, seconds=seconds, by=by, since=at
        )
    announce(
        HandlingPlanned(
            queue_id=queue.pk, client_id=queue.client_id, agent_id=by.pk, seconds=seconds or 0
        ),
        at=at,
    )
