from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.events.queries import dead_job, dead_jobs, record_state, waiting_jobs
from gensvar.foundation.events.upkeep import ask_for_check, give_up_job, retry_job
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.attention import last_backup
from gensvar.screens.setup.changing import Kind, Proposal, propose, told
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed

EVENTS = ("events.job-tried-again", "events.job-given-up")


@require_safe
@requires("setup.read")
def jobs(request: AgentRequest) -> HttpResponse:
    return listed(
        request,
        "jobs",
        here="setup_jobs",
        title=_("Failed jobs"),
        about=_("Work in the background that was tried many times and is not tried any more."),
        rows=dead_jobs(),
        waiting=waiting_jobs(),
        history=changes(EVENTS, {}),
    )


@require_POST
@requires("setup.write")
def trying_job(request: AgentRequest, job_id: int) -> HttpResponse:
    retry_job(job_id, agent_id=request.user.pk, at=now())
    messages.success(request, _("The job is tried again now."))
    return HttpResponseRedirect(reverse("setup_jobs"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def giving_up_job(request: AgentRequest, job_id: int) -> HttpResponse:
    found = dead_job(job_id)
    if found is None:
        raise Http404
    return propose(
        request,
        Proposal(
            here="setup_jobs",
            title=_("Give up %(task)s") % {"task": found.task},
            crumb=(_("Failed jobs"), reverse("setup_jobs")),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Give it up"),
            is_dangerous=True,
            effects=lambda given: [
                told(_("<b>It is never done.</b> What it should have led to does not happen.")),
                told(_("<b>1 job</b> leaves the list; the record says who gave it up.")),
            ],
            save=lambda given: give_up_job(job_id, agent_id=request.user.pk, at=now()),
            then=reverse("setup_jobs"),
            done=_("The job is given up."),
        ),
    )


@require_safe
@requires("setup.read")
def record(request: AgentRequest) -> HttpResponse:
    state = record_state()
    template = "_record" if getattr(request, "htmx", False) else "record"
    return listed(
        request,
        template,
        here="setup_record",
        title=_("The record"),
        about=_("Everything that anybody has done, in a chain that shows if it is changed."),
        state=state,
        backup=last_backup(),
        may_check=request.identity.may("setup.write"),
        history=changes(("events.record-checked", *EVENTS), {}),
    )


@require_POST
@requires("setup.write")
def checking(request: AgentRequest) -> HttpResponse:
    ask_for_check(agent_id=request.user.pk, at=now())
    return HttpResponseRedirect(reverse("setup_record"))
