from datetime import date, timedelta

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.duty.models import Duty
from gensvar.foundation.duty.queries import rota_ahead
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.actions import put_in_group, take_out_of_group
from gensvar.foundation.people.groups import change_group, make_group
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.screens.setup.actions.closing_groups import close_and_move
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import groups as consequences
from gensvar.screens.setup.forms.duty import WEEKDAYS
from gensvar.screens.setup.forms.groups import ClosingForm, GroupForm, MemberForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, row_or_404

EVENTS = (
    "people.group-made",
    "people.group-changed",
    "people.group-closed",
    "people.put-in-group",
    "people.taken-out-of-group",
    "duty.put-on-duty",
    "duty.taken-off-duty",
)


def _crumb() -> tuple[str, str]:
    return _("Answer groups"), reverse("setup_groups")


@require_safe
@requires("setup.read")
def groups(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    in_force = Q(memberships__until=None, memberships__agent__is_active=True)
    is_open = ~Q(cases__state="closed") & Q(cases__isnull=False)
    rows = (
        Group.objects.filter(client=client)
        .select_related("manager")
        .annotate(member_count=Count("memberships", filter=in_force, distinct=True))
    )
    waiting = dict(
        Group.objects.filter(client=client)
        .annotate(waiting=Count("cases", filter=is_open))
        .values_list("pk", "waiting")
    )
    return listed(
        request,
        "groups",
        here="setup_groups",
        title=_("Answer groups"),
        rows=rows.order_by("closed_at", "-is_front", "code"),
        waiting=waiting,
        tabs=client_tabs(request, "setup.read", "setup_groups", client),
        acts=[(_("New group"), f"{reverse('setup_new_group')}?client={client.code}", "plus")],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_group(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=_("New group at %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=GroupForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Make the group"),
            effects=consequences.of_new_group,
            save=lambda given: make_group(client, by=request.user, at=now(), **given),
            then=reverse("setup_groups"),
            done=_("The group is made. Add its members."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def group(request: AgentRequest, group_id: int) -> HttpResponse:
    found = row_or_404(request, "setup.write", Group.objects.select_related("manager"), group_id)
    memberships = Membership.objects.filter(group=found, until=None).select_related("agent")
    initial = {name: getattr(found, name) for name in GroupForm.base_fields}
    initial["manager"] = found.manager_id
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=f"{found.code} · {found.name}",
            crumb=_crumb(),
            form=GroupForm(request.POST or None, initial=initial),
            effects=lambda given: consequences.of_changed_group(found, given),
            save=lambda given: change_group(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"group_id": found.pk}),
            template="setup/group.html",
            more={
                "group": found,
                "memberships": memberships.order_by("agent__name"),
                "duties": _duties(found),
                "ahead": rota_ahead(found, at=now()),
            },
        ),
    )


def _duties(group: Group) -> list[tuple[Duty, str, date | None]]:
    """Return the rows of the rota that hold now or later, with weekdays and last day in words."""
    today = localdate(now())
    names = {number: str(name)[:3].lower() for number, name in WEEKDAYS}
    rows = Duty.objects.filter(group=group).select_related("agent").order_by("is_deputy", "pk")
    return [
        (
            row,
            ", ".join(names[one] for one in row.weekdays),
            row.valid_until - timedelta(days=1) if row.valid_until else None,
        )
        for row in rows
        if row.valid_until is None or row.valid_until > today
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def closing(request: AgentRequest, group_id: int) -> HttpResponse:
    found = row_or_404(request, "setup.write", Group.objects.filter(closed_at=None), group_id)
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=_("Close %(group)s") % {"group": found.code},
            crumb=(f"{found.code} · {found.name}", reverse("setup_group", args=[found.pk])),
            form=ClosingForm(request.POST or None, group=found),
            kind=Kind.ACT,
            verb=_("Close the group"),
            is_dangerous=True,
            # Moving some thousand cases only to undo it would be a rehearsal too many.
            is_rehearsed=False,
            effects=lambda given: consequences.of_closing(found, given),
            save=lambda given: close_and_move(found, to=given["to"], by=request.user, at=now()),
            then=reverse("setup_groups"),
            done=_("The group %(group)s is closed.") % {"group": found.code},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.write")
def joining(request: AgentRequest, group_id: int) -> HttpResponse:
    found = row_or_404(request, "people.write", Group.objects.filter(closed_at=None), group_id)
    form = MemberForm(request.POST or None, client=found.client, group=found)
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=_("Add a member to %(group)s") % {"group": found.code},
            crumb=(f"{found.code} · {found.name}", reverse("setup_group", args=[found.pk])),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add"),
            effects=lambda given: consequences.of_joining(found, given),
            save=lambda given: put_in_group(given["agent"], group=found, by=request.user, at=now()),
            then=reverse("setup_group", args=[found.pk]),
            done=_("Saved."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.write")
def leaving(request: AgentRequest, group_id: int, agent_id: int) -> HttpResponse:
    found = row_or_404(request, "people.write", Group.objects.all(), group_id)
    member = get_object_or_404(
        Agent, pk=agent_id, memberships__group=found, memberships__until=None
    )
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=_("Take %(name)s out of %(group)s") % {"name": member.name, "group": found.code},
            crumb=(f"{found.code} · {found.name}", reverse("setup_group", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take out"),
            is_dangerous=True,
            effects=lambda given: consequences.of_leaving(found, member),
            save=lambda given: take_out_of_group(member, group=found, by=request.user, at=now()),
            then=reverse("setup_group", args=[found.pk]),
            done=_("Saved."),
        ),
    )
