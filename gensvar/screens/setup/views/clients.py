from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.agreements.actions import change_client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.actions.taking_on import take_on_client
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import clients as consequences
from gensvar.screens.setup.forms.clients import ClientForm, NewClientForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import client_or_404, clients_within, is_everywhere

EVENTS = ("agreements.client-added", "agreements.client-changed")


def _crumb() -> tuple[str, str]:
    return _("Clients"), reverse("setup_clients")


@require_safe
@requires("setup.read")
def clients(request: AgentRequest) -> HttpResponse:
    may_add = is_everywhere(request, "setup.write")
    return listed(
        request,
        "clients",
        here="setup_clients",
        title=_("Clients"),
        about=_("The organisations on whose behalf customers are served."),
        rows=clients_within(request, "setup.read"),
        acts=[(_("New client"), reverse("setup_new_client"), "plus")] if may_add else [],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_client(request: AgentRequest) -> HttpResponse:
    if not is_everywhere(request, "setup.write"):
        raise PermissionDenied("setup.write")
    return propose(
        request,
        Proposal(
            here="setup_clients",
            title=_("New client"),
            crumb=_crumb(),
            form=NewClientForm(
                request.POST or None,
                initial={
                    "kind": "internal",
                    "language": "sv",
                    "accent": "teal",
                    "services": ["customer-service"],
                },
            ),
            kind=Kind.CREATE,
            verb=_("Take on the client"),
            effects=consequences.of_new_client,
            save=lambda given: take_on_client(
                identity=request.identity, by=request.user, at=now(), **given
            ),
            then=reverse("setup_clients"),
            done=_("The client is there. Add a group, subjects, a mailbox and hours."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def client(request: AgentRequest, client_id: int) -> HttpResponse:
    found = client_or_404(request, "setup.write", client_id)
    initial = {name: getattr(found, name) for name in ClientForm.base_fields}
    return propose(
        request,
        Proposal(
            here="setup_clients",
            title=found.public_name,
            crumb=_crumb(),
            form=ClientForm(request.POST or None, initial=initial),
            effects=lambda given: consequences.of_changed_client(found, given),
            save=lambda given: change_client(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"client_id": found.pk}),
        ),
    )
