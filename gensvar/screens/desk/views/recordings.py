"""What was recorded of calls: heard by the agent and their coach alone, deleted on demand."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.channels.voice.actions import tapes, taping
from gensvar.channels.voice.models import CallRecording
from gensvar.channels.voice.queries import call_with
from gensvar.channels.voice.recorded import HEAR, heard_by
from gensvar.channels.voice.rules.recordings import TapeEvent
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.screens.desk.calling import who_calls
from gensvar.screens.desk.reaching import clients_of
from gensvar.screens.desk.views.acts import lead_back

PAGE = 50
BIGGEST = 2**63 - 1


def _own(request: AgentRequest) -> Any:
    return heard_by(request.identity, clients_of(request.identity, HEAR))


def _one(request: AgentRequest, recording_id: int) -> CallRecording:
    found: CallRecording = get_object_or_404(_own(request), pk=min(recording_id, BIGGEST))
    return found


@require_safe
@requires("recordings.read")
def recordings(request: AgentRequest) -> HttpResponse:
    """List one's own recordings, and those of whom one coaches."""
    rows = _own(request).order_by("-began_at", "-pk").prefetch_related("listenings__by")
    page = Paginator(rows, PAGE).get_page(request.GET.get("sida"))
    shown = [(one, who_calls(one.call)[0], one.listenings.all()) for one in page]
    return render(request, "desk/recordings.html", {"rows": shown, "page": page})


@require_safe
@requires("recordings.read")
def sound(request: AgentRequest, recording_id: int) -> HttpResponse:
    """Let a recording be heard; that it was stands in the record."""
    found = tapes.hear_recording(_one(request, recording_id), by=request.user, at=now())
    assert found.file is not None
    answer = HttpResponse(read_file(found.file), content_type="audio/wav")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@require_POST
@requires("recordings.read")
def delete(request: AgentRequest, recording_id: int) -> HttpResponse:
    try:
        tapes.ask_to_delete(_one(request, recording_id), by=request.user, at=now())
        messages.success(request, _("The recording is deleted for ever."))
    except Refused as refusal:
        messages.error(request, refusal.words())
    return lead_back(request)


@require_POST
@requires("routing.take")
def tape(request: AgentRequest, event: str) -> HttpResponse:
    """Pause the recording of one's call, or let it go on."""
    call = call_with(request.user)
    if call is None or event not in {one.value for one in taping.OF_AGENTS}:
        raise Http404
    try:
        taping.ask_tape(call, TapeEvent(event), by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    return lead_back(request)
