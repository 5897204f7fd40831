"""Access lists, who stands on them, and who has read what they hide."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.secrecy.actions import add_list, give_access, rename_list, take_access
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.foundation.secrecy.queries import has_stood_on, lists_of, standing_on
from gensvar.operations.cases.queries.readings import readings
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import secrecy as consequences
from gensvar.screens.setup.forms.secrecy import ListForm, StandingForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = (
    "secrecy.access-list-added",
    "secrecy.access-list-renamed",
    "secrecy.access-given",
    "secrecy.access-taken",
)
GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


def _crumb() -> tuple[str, str]:
    return _("Access lists"), reverse("setup_secrecy")


@require_safe
@requires("secrecy.read")
def lists(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "secrecy.read")
    subjects: dict[int, list[str]] = {}
    named = Subject.objects.filter(client=client, access__isnull=False).order_by("name")
    for access, name in named.values_list("access", "name"):
        subjects.setdefault(access, []).append(name)
    may_write = request.identity.may("secrecy.write")
    new = (_("New access list"), f"{reverse('setup_new_list')}?client={client.code}", "plus")
    return listed(
        request,
        "access_lists",
        here="setup_secrecy",
        title=_("Access lists"),
        about=_("Whoever is not on the list of a case finds no trace of it."),
        rows=lists_of([client.pk]),
        subjects=subjects,
        tabs=client_tabs(request, "secrecy.read", "setup_secrecy", client),
        acts=[new] if may_write else [],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


@GET_AND_POST
@requires("secrecy.write")
def new_list(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "secrecy.write")
    return propose(
        request,
        Proposal(
            here="setup_secrecy",
            title=_("New access list at %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=ListForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Add the list"),
            effects=lambda given: consequences.of_new_list(),
            save=lambda given: add_list(client, name=given["name"], by=request.user, at=now()),
            then=f"{reverse('setup_secrecy')}?client={client.code}",
            done=_("The list is added. Nobody is on it yet."),
        ),
    )


@GET_AND_POST
@requires("secrecy.write")
def access_list(request: AgentRequest, access_id: int) -> HttpResponse:
    found = _list_or_404(request, access_id)
    return propose(
        request,
        Proposal(
            here="setup_secrecy",
            title=found.name,
            crumb=_crumb(),
            form=ListForm(request.POST or None, initial={"name": found.name}),
            effects=lambda given: [],
            save=lambda given: rename_list(found, name=given["name"], by=request.user, at=now()),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"access_id": found.pk}),
            template="setup/access_list.html",
            more={
                "access": found,
                "standing": standing_on(found),
                "stood": has_stood_on(found),
            },
        ),
    )


@GET_AND_POST
@requires("secrecy.write")
def standing(request: AgentRequest, access_id: int) -> HttpResponse:
    """Put a person or a group on the list."""
    found = _list_or_404(request, access_id)
    return propose(
        request,
        Proposal(
            here="setup_secrecy",
            title=_("Put somebody on “%(name)s”") % {"name": found.name},
            crumb=(found.name, reverse("setup_list", args=[found.pk])),
            form=StandingForm(request.POST or None, client=found.client),
            kind=Kind.CREATE,
            verb=_("Put on the list"),
            effects=lambda given: consequences.of_standing(found, given),
            save=lambda given: give_access(found, **given, by=request.user, at=now()),
            then=reverse("setup_list", args=[found.pk]),
            done=_("Saved."),
        ),
    )


@GET_AND_POST
@requires("secrecy.write")
def taking_off(request: AgentRequest, access_id: int, entry_id: int) -> HttpResponse:
    found = _list_or_404(request, access_id)
    entry = get_object_or_404(AccessEntry.objects.current(), access=found, pk=entry_id)
    who = str(entry.group.code if entry.group else entry.agent)
    return propose(
        request,
        Proposal(
            here="setup_secrecy",
            title=_("Take %(who)s off “%(name)s”") % {"who": who, "name": found.name},
            crumb=(found.name, reverse("setup_list", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take off"),
            is_dangerous=True,
            effects=lambda given: consequences.of_taking_off(found, who),
            save=lambda given: take_access(entry, by=request.user, at=now()),
            then=reverse("setup_list", args=[found.pk]),
            done=_("Saved."),
        ),
    )


@require_safe
@requires("secrecy.read")
def reading_log(request: AgentRequest) -> HttpResponse:
    """Show who has opened confidential cases, for those who review access."""
    client = chosen_client(request, "secrecy.read")
    return listed(
        request,
        "readings",
        here="setup_readings",
        title=_("Readings of confidential cases"),
        about=_("Who opened what is hidden, and when. The latest 500."),
        rows=readings(client.pk),
        tabs=client_tabs(request, "secrecy.read", "setup_readings", client),
        explained=_(
            "The number of a case and the reason stand here only for those on its access list."
        ),
    )


def _list_or_404(request: AgentRequest, access_id: int) -> AccessList:
    within = clients_within(request, "secrecy.write")
    lists = AccessList.objects.select_related("client").filter(client__in=within)
    return get_object_or_404(lists, pk=access_id)
