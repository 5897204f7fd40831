"""Places where people come in: their desks, what one can come for, and the addresses of screens."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.counter.actions.halls import change_hall, set_up_hall
from gensvar.channels.counter.models import Hall
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import halls as consequences
from gensvar.screens.setup.forms.halls import HallForm, NewHallForm, initial_of
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = ("counter.hall-set",)


def _crumb() -> tuple[str, str]:
    return _("Visits"), reverse("setup_halls")


@require_safe
@requires("setup.read")
def halls(request: AgentRequest) -> HttpResponse:
    within = clients_within(request, "setup.read")
    rows = Hall.objects.filter(client__in=within, closed_at=None).select_related("client")
    client = within.first()
    code = client.code if client else ""
    return listed(
        request,
        "halls",
        here="setup_halls",
        title=_("Visits"),
        rows=[(hall, initial_of(hall)) for hall in rows.order_by("client", "name")],
        acts=[(_("New place"), f"{reverse('setup_new_hall')}?client={code}", "plus")],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_hall(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    form = NewHallForm(request.POST or None)
    return propose(
        request,
        Proposal(
            here="setup_halls",
            title=_("New place for %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the place"),
            effects=consequences.of_new_hall,
            save=lambda given: set_up_hall(client, by=request.user, at=now(), **given),
            then=reverse("setup_halls"),
            done=_("The place is added. Open it for the addresses of kiosk and display."),
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def hall(request: AgentRequest, hall_id: int) -> HttpResponse:
    within = clients_within(request, "setup.write")
    rows = Hall.objects.filter(client__in=within, closed_at=None).select_related("client")
    found = get_object_or_404(rows, pk=min(hall_id, 2**63 - 1))
    initial = initial_of(found)
    form = HallForm(request.POST or None, initial=initial)
    screens = [
        (_("Kiosk"), settings.BASE_URL + reverse("counter:kiosk", args=[found.key])),
        (_("Display"), settings.BASE_URL + reverse("counter:display", args=[found.key])),
    ]
    return propose(
        request,
        Proposal(
            here="setup_halls",
            title=found.name,
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_changed_hall(initial, given),
            save=lambda given: change_hall(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"hall_id": found.pk}),
            template="setup/hall.html",
            more={"screens": screens},
        ),
    )
