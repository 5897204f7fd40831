"""Which customers come first by agreement, and what is urgent in a queue."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Queue
from gensvar.operations.routing.queries.urgency import first_needs as agreed_now
from gensvar.screens.setup.changing import Proposal, propose
from gensvar.screens.setup.consequences import urgency as consequences
from gensvar.screens.setup.forms.urgency import FirstNeedsForm, PrioritiesForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.reaching import chosen_client, row_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def first_needs(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    agreed = agreed_now(client)
    initial = {
        "needs": [one.what for one in agreed],
        "agreed_in": agreed[0].agreed_in if agreed else "",
    }
    address = f"{reverse('setup_first_needs')}?client={client.code}"
    return propose(
        request,
        Proposal(
            here="setup_queues",
            title=_("Who comes first at %(client)s") % {"client": client.public_name},
            crumb=(_("Queues"), reverse("setup_queues")),
            form=FirstNeedsForm(request.POST or None, initial=initial),
            effects=lambda given: consequences.of_first_needs(client, given),
            save=lambda given: actions.set_first_needs(
                client,
                given["needs"],
                agreed_in=given["agreed_in"],
                by=request.user,
                at=now(),
            ),
            then=address,
            done=_("Saved."),
            history=changes(("routing.first-needs-set",), {"client_id": client.pk}),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def priorities(request: AgentRequest, queue_id: int) -> HttpResponse:
    rows = Queue.objects.in_use().select_related("client")
    found = row_or_404(request, "setup.write", rows, queue_id)
    form = PrioritiesForm(request.POST or None, queue=found)
    return propose(
        request,
        Proposal(
            here="setup_queues",
            title=_("What is urgent in %(queue)s") % {"queue": found.name},
            crumb=(found.name, reverse("setup_queue", args=[found.pk])),
            form=form,
            effects=lambda _given: consequences.of_priorities(found, form.rules()),
            save=lambda _given: actions.set_priorities(
                found, form.rules(), by=request.user, at=now()
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(("routing.priority-rules-set",), {"queue_id": found.pk}),
        ),
    )
