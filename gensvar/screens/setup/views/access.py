from datetime import timedelta

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.people.actions import review_access
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.queries import COLUMNS, AccessLine, access_list, last_review
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import people as consequences
from gensvar.screens.setup.forms.people import ReviewForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import is_everywhere

REVIEWED_EVERY = timedelta(days=182)


def _value(name: str):  # type: ignore[no-untyped-def]
    return lambda line: getattr(line, name)


FILE: list[Column[AccessLine]] = [
    Column(name, _value(name), title) for name, title in COLUMNS.items()
]


def _lines(request: AgentRequest) -> list[AccessLine]:
    """Return the lines that a reviewer may see: of one client, only the roles there."""
    lines = access_list(at=now())
    if is_everywhere(request, "people.review"):
        return lines
    clients = reach(request.identity, "people.review").clients
    seen = set(RoleGrant.objects.filter(client__in=clients).values_list("pk", flat=True))
    return [line for line in lines if line.grant_id in seen]


@require_safe
@never_cache
@requires("people.review")
def access(request: AgentRequest) -> HttpResponse:
    lines = _lines(request)
    review = last_review()
    whole = is_everywhere(request, "people.review")
    acts = [
        ("CSV", reverse("setup_access_file", args=["csv"]), "download"),
        ("XLSX", reverse("setup_access_file", args=["xlsx"]), "download"),
    ]
    if whole:
        acts.insert(0, (_("I have reviewed this…"), reverse("setup_review"), "check"))
    return listed(
        request,
        "access",
        here="setup_access",
        title=_("Who may do what"),
        lines=lines,
        people=len({line.agent_id for line in lines}),
        review=review,
        is_due=review is None or now() - review.at > REVIEWED_EVERY,
        soon=now() + timedelta(days=14),
        long_ago=now() - timedelta(days=90),
        may_change=request.identity.may("people.write"),
        acts=acts,
        history=changes(("people.access-reviewed",), {}),
    )


@require_safe
@never_cache
@requires("people.review")
def access_file(request: AgentRequest, kind: str) -> HttpResponseBase:
    if kind not in set(Format):
        raise Http404
    note_export("people.access", format=kind, agent_id=request.user.pk, at=now())
    name = f"behorigheter-{now():%Y-%m-%d}"
    return export(_lines(request), FILE, kind, name=name, semicolon=True)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("people.review")
def review(request: AgentRequest) -> HttpResponse:
    if not is_everywhere(request, "people.review"):
        raise Http404
    return propose(
        request,
        Proposal(
            here="setup_access",
            title=_("I have reviewed who may do what"),
            crumb=(_("Who may do what"), reverse("setup_access")),
            form=ReviewForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Confirm the review"),
            effects=lambda given: consequences.of_review(_lines(request)),
            save=lambda given: review_access(by=request.user, at=now(), remarks=given["remarks"]),
            then=reverse("setup_access"),
            done=_("The review is kept, with the list as it stood."),
        ),
    )
