from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.actions import (
    change_account,
    create_agent,
    end_account,
    take_second_factors,
)
from gensvar.foundation.people.models import Agent, Membership, RoleGrant
from gensvar.foundation.people.signin.password_link import password_link
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import people as consequences
from gensvar.screens.setup.forms.people import NewPersonForm, PersonForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import people_within, person_or_404
from gensvar.screens.setup.sections import sections

EVENTS = (
    "people.account-opened",
    "people.account-changed",
    "people.account-ended",
    "people.password-link-made",
    "people.second-factor-taken-away",
    "people.role-given",
    "people.role-taken",
    "people.put-in-group",
    "people.taken-out-of-group",
)
SHOWN = ("active", "no-role", "no-group", "ended")


def _crumb() -> tuple[str, str]:
    return _("People and roles"), reverse("setup_people")


@require_safe
@never_cache
@requires("people.write")
def people(request: AgentRequest) -> HttpResponse:
    shown = request.GET.get("show", "active")
    shown = shown if shown in SHOWN else "active"
    within = people_within(request, "people.write")
    at = now()
    in_force = RoleGrant.objects.in_force(at=at).select_related("client").order_by("since", "pk")
    current = Membership.objects.filter(until=None).select_related("group").order_by("group__code")
    has_role = Exists(in_force.filter(agent=OuterRef("pk")))
    has_group = Exists(current.filter(agent=OuterRef("pk")))
    active = within.filter(is_active=True)
    views = {
        "active": active,
        "no-role": active.filter(~has_role),
        "no-group": active.filter(~has_group),
        "ended": within.filter(is_active=False),
    }
    names = {
        "active": _("In use"),
        "no-role": _("Without a role"),
        "no-group": _("Without a group"),
        "ended": pgettext("accounts", "Ended"),
    }
    rows = (
        views[shown]
        .order_by("name")
        .prefetch_related(
            Prefetch("grants", queryset=in_force, to_attr="roles_now"),
            Prefetch("memberships", queryset=current, to_attr="groups_now"),
        )
    )
    return listed(
        request,
        "people",
        here="setup_people",
        title=_("People and roles"),
        rows=rows,
        tabs=[
            (names[key], f"?show={key}", views[key].count(), None, key == shown) for key in SHOWN
        ],
        acts=[(_("New person"), reverse("setup_new_person"), "plus")],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("people.write")
def new_person(request: AgentRequest) -> HttpResponse:
    def link_of(agent: Agent) -> HttpResponse:
        return _show_link(request, agent, is_new=True)

    return propose(
        request,
        Proposal(
            here="setup_people",
            title=_("New person"),
            crumb=_crumb(),
            form=NewPersonForm(request.POST or None, initial={"language": "sv"}),
            kind=Kind.CREATE,
            verb=_("Open the account"),
            effects=consequences.of_new_person,
            save=lambda given: create_agent(by=request.user, at=now(), **given),
            then=link_of,
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("people.write")
def person(request: AgentRequest, agent_id: int) -> HttpResponse:
    found = person_or_404(request, "people.write", agent_id)
    initial = {name: getattr(found, name) for name in PersonForm.base_fields}
    initial["manager"] = found.manager_id
    grants = RoleGrant.objects.in_force(at=now()).filter(agent=found)
    return propose(
        request,
        Proposal(
            here="setup_people",
            title=found.name,
            crumb=_crumb(),
            form=PersonForm(request.POST or None, initial=initial, person=found),
            effects=lambda given: [],
            save=lambda given: change_account(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"whom_id": found.pk}),
            template="setup/person.html",
            more={
                "person": Agent.objects.with_access(found.pk),
                "grants": grants.select_related("client", "given_by").order_by("since", "pk"),
                "memberships": Membership.objects.filter(agent=found, until=None)
                .select_related("group")
                .order_by("group__code"),
                "is_oneself": found.pk == request.user.pk,
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("people.write", recent_sign_in=True)
def link(request: AgentRequest, agent_id: int) -> HttpResponse:
    found = person_or_404(request, "people.write", agent_id)
    return propose(
        request,
        Proposal(
            here="setup_people",
            title=_("Password link for %(name)s") % {"name": found.name},
            crumb=(found.name, reverse("setup_person", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Make the link"),
            effects=lambda given: consequences.of_link(found),
            save=lambda given: found,
            then=lambda agent: _show_link(request, agent, is_new=False),
        ),
    )


def _show_link(request: AgentRequest, agent: Agent, *, is_new: bool) -> HttpResponse:
    context = {
        "sections": sections(request, here="setup_people"),
        "person": agent,
        "is_new": is_new,
        "secret": password_link(agent, by=request.user, at=now()),
        "here": reverse("setup_people"),
    }
    return render(request, "setup/password_link.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.write", recent_sign_in=True)
def ending(request: AgentRequest, agent_id: int) -> HttpResponse:
    found = person_or_404(request, "people.write", agent_id)
    return propose(
        request,
        Proposal(
            here="setup_people",
            title=_("End the account of %(name)s") % {"name": found.name},
            crumb=(found.name, reverse("setup_person", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End the account"),
            is_dangerous=True,
            effects=lambda given: consequences.of_ending(found, at=now()),
            save=lambda given: end_account(found, by=request.user, at=now()),
            then=reverse("setup_people"),
            done=_("The account of %(name)s is ended.") % {"name": found.name},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.write", recent_sign_in=True)
def resetting(request: AgentRequest, agent_id: int) -> HttpResponse:
    found = person_or_404(request, "people.write", agent_id)
    return propose(
        request,
        Proposal(
            here="setup_people",
            title=_("Take away the second factor of %(name)s") % {"name": found.name},
            crumb=(found.name, reverse("setup_person", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take it away"),
            is_dangerous=True,
            effects=lambda given: consequences.of_losing_factor(found),
            save=lambda given: take_second_factors(found, by=request.user, at=now()),
            then=reverse("setup_person", args=[found.pk]),
            done=_("%(name)s sets up a new second factor at the next sign-in.")
            % {"name": found.name},
        ),
    )
