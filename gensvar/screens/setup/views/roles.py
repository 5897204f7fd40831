from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.actions import give_role, take_role
from gensvar.foundation.people.models import ROLE_NAMES, RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import people as consequences
from gensvar.screens.setup.forms.people import RoleForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.reaching import clients_within, is_everywhere, person_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.write", recent_sign_in=True)
def giving_role(request: AgentRequest, agent_id: int) -> HttpResponse:
    found = person_or_404(request, "people.write", agent_id)
    form = RoleForm(
        request.POST or None,
        clients=clients_within(request, "people.write"),
        is_everywhere=is_everywhere(request, "people.write"),
    )
    return propose(
        request,
        Proposal(
            here="setup_people",
            title=_("Give %(name)s a role") % {"name": found.name},
            crumb=(found.name, reverse("setup_person", args=[found.pk])),
            form=form,
            kind=Kind.CREATE,
            verb=_("Give the role"),
            effects=lambda given: consequences.of_role(found, given),
            save=lambda given: give_role(
                found,
                role=Role(given["role"]),
                client=given["client"],
                until=form.until,
                department=given["department"],
                by=request.user,
                at=now(),
            ),
            then=reverse("setup_person", args=[found.pk]),
            done=_("The role is given."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.write", recent_sign_in=True)
def taking_role(request: AgentRequest, grant_id: int) -> HttpResponse:
    grants = RoleGrant.objects.in_force(at=now()).select_related("agent", "client")
    grant = get_object_or_404(grants, pk=grant_id)
    found = person_or_404(request, "people.write", grant.agent_id)
    role = str(ROLE_NAMES[Role(grant.role)])
    return propose(
        request,
        Proposal(
            here="setup_people",
            title=_("Take the role %(role)s from %(name)s") % {"role": role, "name": found.name},
            crumb=(found.name, reverse("setup_person", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take the role"),
            is_dangerous=True,
            effects=lambda given: consequences.of_losing_role(grant, at=now()),
            save=lambda given: take_role(grant, by=request.user, at=now()),
            then=reverse("setup_person", args=[found.pk]),
            done=_("The role is taken."),
        ),
    )
