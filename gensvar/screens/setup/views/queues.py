from django.db.models import Count, Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.routing import actions
from gensvar.operations.routing.explaining import span
from gensvar.operations.routing.models import REASON_NAMES, AwayReason, Queue, Skill
from gensvar.operations.routing.queries.measured import Handled, plans_now, usual_handling
from gensvar.operations.routing.rules.presence import AS_WORK, CHOSEN
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import routing as consequences
from gensvar.screens.setup.forms.routing import (
    AwayReasonForm,
    HandlingForm,
    NewQueueForm,
    QueueForm,
    SkillForm,
    initial_of,
    minutes_written,
)
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, row_or_404

QUEUE_EVENTS = ("routing.queue-set", "routing.queue-ended")
REASON_EVENTS = ("routing.away-reason-added", "routing.away-reason-ended")
# As most centres begin.
USUAL = {
    "goal": 2,
    "goal_unit": "60",
    "level": "1",
    "offer_seconds": 20,
    "wrap_up_seconds": 0,
    "last_agent_seconds": 0,
    "language_seconds": 60,
    "vulnerable_seconds": 0,
}


def _crumb() -> tuple[str, str]:
    return _("Queues"), reverse("setup_queues")


@require_safe
@requires("setup.read")
def queues(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    waiting = Count("waits", filter=Q(waits__left_at=None, waits__id__isnull=False), distinct=True)
    rows = (
        Queue.objects.in_use()
        .filter(client=client)
        .annotate(waiting=waiting, subject_count=Count("about", distinct=True))
        .prefetch_related("steps__skill")
    )
    return listed(
        request,
        "queues",
        here="setup_queues",
        title=_("Queues"),
        rows=[(row, span(row.goal_seconds)) for row in rows.order_by("channel", "name")],
        tabs=client_tabs(request, "setup.read", "setup_queues", client),
        acts=[
            (_("Who comes first"), f"{reverse('setup_first_needs')}?client={client.code}", "users"),
            (_("New queue"), f"{reverse('setup_new_queue')}?client={client.code}", "plus"),
        ],
        explained=_(
            "Cases that nobody has wait in a queue. They are offered, one at a time, to whoever is "
            "ready, knows the subject and has room. Without a queue they wait in the lists."
        ),
        history=changes(QUEUE_EVENTS, {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_queue(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    form = NewQueueForm(request.POST or None, client=client, initial=USUAL)
    return propose(
        request,
        Proposal(
            here="setup_queues",
            title=_("New queue at %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Make the queue"),
            effects=lambda given: consequences.of_queue(client, given),
            save=lambda _given: actions.set_queue(client, form.wish(), by=request.user, at=now()),
            then=reverse("setup_queues"),
            done=_("The queue is made."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def queue(request: AgentRequest, queue_id: int) -> HttpResponse:
    rows = Queue.objects.in_use().select_related("client")
    found = row_or_404(request, "setup.write", rows, queue_id)
    form = QueueForm(request.POST or None, client=found.client, initial=initial_of(found))
    return propose(
        request,
        Proposal(
            here="setup_queues",
            title=f"{found.name} · {found.get_channel_display()}",
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_queue(found.client, given, found),
            save=lambda _given: actions.set_queue(
                found.client, form.wish(found), queue=found, by=request.user, at=now()
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(QUEUE_EVENTS, {"queue_id": found.pk}),
            template="setup/queue.html",
            more={"queue": found},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("routing.plan")
def handling(request: AgentRequest, queue_id: int) -> HttpResponse:
    """Plan how long a contact takes; also for those who change nothing else of a queue."""
    found = row_or_404(request, "routing.plan", Queue.objects.in_use(), queue_id)
    midnight = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    usual = usual_handling(today=midnight).get(found.pk, Handled())
    planned = minutes_written(plans_now().get(found.pk))
    form = HandlingForm(request.POST or None, usual=usual, initial={"planned": planned})
    crumb = (_("Right now"), f"{reverse('floor:now')}?queue={found.pk}")
    if request.identity.may("setup.write"):
        crumb = (found.name, reverse("setup_queue", args=[found.pk]))
    return propose(
        request,
        Proposal(
            here="setup_queues",
            title=_("Planned handling time of %(queue)s")
            % {"queue": f"{found.name} · {found.get_channel_display()}"},
            crumb=crumb,
            form=form,
            effects=lambda _given: consequences.of_handling(usual, form.seconds()),
            save=lambda _given: actions.plan_handling(
                found, form.seconds(), by=request.user, at=now()
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(("routing.handling-planned",), {"queue_id": found.pk}),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def ending_queue(request: AgentRequest, queue_id: int) -> HttpResponse:
    found = row_or_404(request, "setup.write", Queue.objects.in_use(), queue_id)
    return propose(
        request,
        Proposal(
            here="setup_queues",
            title=_("End the queue %(name)s") % {"name": found.name},
            crumb=(found.name, reverse("setup_queue", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End the queue"),
            is_dangerous=True,
            effects=lambda _given: consequences.of_ending(found),
            save=lambda _given: actions.end_queue(found, by=request.user, at=now()),
            then=reverse("setup_queues"),
            done=_("The queue is ended."),
        ),
    )


@require_safe
@requires("setup.read")
def skills(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    able = Count("agents", filter=Q(agents__level__gte=1), distinct=True)
    return listed(
        request,
        "skills",
        here="setup_skills",
        title=_("Skills"),
        rows=Skill.objects.filter(client=client).annotate(able=able).order_by("name"),
        tabs=client_tabs(request, "setup.read", "setup_skills", client),
        acts=[(_("New skill"), f"{reverse('setup_new_skill')}?client={client.code}", "plus")],
        history=(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_skill(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_skills",
            title=_("New skill at %(client)s") % {"client": client.public_name},
            crumb=(_("Skills"), reverse("setup_skills")),
            form=SkillForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Add the skill"),
            effects=consequences.of_skill,
            save=lambda given: actions.add_skill(client, name=given["name"]),
            then=reverse("setup_skills"),
            done=_("Saved."),
        ),
    )


@require_safe
@requires("setup.read")
def away_reasons(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    usual = [(REASON_NAMES[one], one in AS_WORK) for one in REASON_NAMES if one in CHOSEN]
    return listed(
        request,
        "away_reasons",
        here="setup_away_reasons",
        title=_("Reasons for being away"),
        usual=usual,
        rows=AwayReason.objects.filter(client=client, ended_at=None).order_by("name"),
        tabs=client_tabs(request, "setup.read", "setup_away_reasons", client),
        acts=[
            (_("New reason"), f"{reverse('setup_new_away_reason')}?client={client.code}", "plus")
        ],
        history=changes(REASON_EVENTS, {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_away_reason(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return propose(
        request,
        Proposal(
            here="setup_away_reasons",
            title=_("New reason at %(client)s") % {"client": client.public_name},
            crumb=(_("Reasons for being away"), reverse("setup_away_reasons")),
            form=AwayReasonForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Add the reason"),
            effects=consequences.of_reason,
            save=lambda given: actions.add_away_reason(client, by=request.user, at=now(), **given),
            then=reverse("setup_away_reasons"),
            done=_("Saved."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def ending_away_reason(request: AgentRequest, reason_id: int) -> HttpResponse:
    rows = AwayReason.objects.filter(ended_at=None)
    found = row_or_404(request, "setup.write", rows, reason_id)
    return propose(
        request,
        Proposal(
            here="setup_away_reasons",
            title=_("End the reason %(name)s") % {"name": found.name},
            crumb=(_("Reasons for being away"), reverse("setup_away_reasons")),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End the reason"),
            is_dangerous=True,
            effects=lambda _given: consequences.of_ending_reason(),
            save=lambda _given: actions.end_away_reason(found, by=request.user, at=now()),
            then=reverse("setup_away_reasons"),
            done=_("Saved."),
        ),
    )
