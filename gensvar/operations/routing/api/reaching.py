from django.http import Http404

from gensvar.foundation.people.access import AgentRequest, reach
from gensvar.operations.routing.models import Queue


def reached_queue(request: AgentRequest, permission: str, queue_id: int) -> Queue:
    """Return a queue of a client within reach; of another's it does not exist."""
    queues = Queue.objects.in_use().filter(client__in=reach(request.identity, permission).clients)
    found = queues.filter(pk=queue_id).first() if 0 < queue_id < 2**63 else None
    if found is None:
        raise Http404
    return found
