"""When calls are recorded and what for, and the subjects of which no call ever is."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.channels.voice.actions import tapes
from gensvar.channels.voice.models import NotRecorded, RecordingPlan
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import recording as consequences
from gensvar.screens.setup.forms.recording import RecordingPlanForm, SubjectForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = (
    "voice.recording-planned",
    "voice.recording-plan-ended",
    "voice.subject-not-recorded",
)
BIGGEST = 2**63 - 1
USUAL = timedelta(days=14)


def _at_client(name: str, code: str) -> str:
    return f"{reverse(name)}?client={code}"


def _crumb() -> tuple[str, str]:
    return _("Recording of calls"), reverse("setup_recording")


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.read")
def recording(request: AgentRequest) -> HttpResponse:
    """List the plans, and the subjects of which nothing is recorded; take one more of those."""
    client, at = chosen_client(request, "setup.read"), now()
    is_writable = request.identity.may("setup.write", client_id=client.pk)
    form = SubjectForm(request.POST or None, client=client)
    if request.method == "POST" and is_writable and form.is_valid():
        tapes.forbid_subject(
            form.cleaned_data["subject"], is_forbidden=True, by=request.user, at=at
        )
        messages.success(request, _("Calls about it are never recorded from now on."))
        return HttpResponseRedirect(_at_client("setup_recording", client.code))
    plans = RecordingPlan.objects.filter(client=client).select_related("queue", "by")
    answer = listed(
        request,
        "recording",
        here="setup_recording",
        title=_("Recording of calls"),
        about=_("Off, unless you say what for and until when. Callers are told, and may say no."),
        tabs=client_tabs(request, "setup.read", "setup_recording", client),
        client=client,
        form=form if is_writable else None,
        rows=plans.order_by("-begins_at", "-pk"),
        at=at,
        subjects=NotRecorded.objects.filter(client=client)
        .select_related("subject", "by")
        .order_by("subject__name"),
        acts=[(_("Record calls"), _at_client("setup_new_recording", client.code), "plus")],
        history=changes(EVENTS, {}),
    )
    answer.status_code = 422 if form.errors else 200
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_recording(request: AgentRequest) -> HttpResponse:
    client, at = chosen_client(request, "setup.write"), now()
    # From tomorrow, so that those who are recorded can be told before.
    begins = localtime(at + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    initial = {"begins_at": begins, "ends_at": begins + USUAL, "kept_days": 30}
    form = RecordingPlanForm(request.POST or None, client=client, initial=initial)
    return propose(
        request,
        Proposal(
            here="setup_recording",
            title=_("Record calls at %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Record these calls"),
            effects=consequences.of_new_plan,
            save=lambda given: tapes.plan_recording(
                client, tapes.PlanWish(**given), by=request.user, at=now()
            ),
            then=_at_client("setup_recording", client.code),
            done=_("The next caller of that queue is told, and may say no."),
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def ending_recording(request: AgentRequest, plan_id: int) -> HttpResponse:
    rows = RecordingPlan.objects.filter(client__in=clients_within(request, "setup.write"))
    found = get_object_or_404(rows.select_related("queue", "client"), pk=min(plan_id, BIGGEST))
    return propose(
        request,
        Proposal(
            here="setup_recording",
            title=_("Record %(queue)s no more") % {"queue": found.queue.name},
            crumb=_crumb(),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Record no more"),
            is_dangerous=True,
            effects=lambda given: consequences.of_ending_plan(found),
            save=lambda given: tapes.end_plan(found, by=request.user, at=now()),
            then=_at_client("setup_recording", found.client.code),
            done=_("Calls of that queue are recorded no more."),
        ),
    )


@require_POST
@requires("setup.write")
def allowing_subject(request: AgentRequest, subject_id: int) -> HttpResponse:
    """Let calls about a subject be recorded again."""
    rows = Subject.objects.filter(client__in=clients_within(request, "setup.write"))
    found = get_object_or_404(rows.select_related("client"), pk=min(subject_id, BIGGEST))
    tapes.forbid_subject(found, is_forbidden=False, by=request.user, at=now())
    messages.success(request, _("Calls about it may be recorded again."))
    return HttpResponseRedirect(_at_client("setup_recording", found.client.code))
