"""How long the contacts of a queue take and should take, over the API."""

from typing import Any

from django.utils.timezone import localtime, now
from ninja import Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.routing import actions
from gensvar.operations.routing.actions.planning import LEAST_SECONDS, MOST_SECONDS
from gensvar.operations.routing.api.reaching import reached_queue
from gensvar.operations.routing.models import Queue
from gensvar.operations.routing.queries.measured import Handled, plans_now, usual_handling

router = Router(tags=["routing"])


class HandlingOut(Schema):
    planned_seconds: int | None = Field(
        description="What a contact is planned to take, wrap-up included; null: nothing is planned."
    )
    measured_seconds: float | None = Field(
        description="What contacts took on average in the eight weeks before today."
    )
    measured_contacts: int = Field(description="Of how many that is known, at most 1,000.")


class HandlingIn(Body):
    planned_seconds: int | None = Field(
        ge=LEAST_SECONDS, le=MOST_SECONDS, description="Null: as the past weeks took."
    )


@router.get("/{queue_id}/handling", response=HandlingOut, summary="Read handling times")
@requires("routing.read")
def read_handling(request: AgentRequest, queue_id: int) -> Any:
    return _handling(reached_queue(request, "routing.read", queue_id))


@router.put("/{queue_id}/handling", response=HandlingOut, summary="Plan the handling time")
@requires("routing.plan")
def plan_queue_handling(request: AgentRequest, queue_id: int, body: HandlingIn) -> Any:
    queue = reached_queue(request, "routing.plan", queue_id)
    actions.plan_handling(queue, body.planned_seconds, by=request.user, at=now())
    return _handling(queue)


def _handling(queue: Queue) -> dict[str, Any]:
    midnight = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    usual = usual_handling(today=midnight).get(queue.pk, Handled())
    return {
        "planned_seconds": plans_now().get(queue.pk),
        "measured_seconds": usual.seconds,
        "measured_contacts": usual.count,
    }
