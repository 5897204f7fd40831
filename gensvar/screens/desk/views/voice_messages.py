"""What callers said after the tone, heard on the page of its case."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from gensvar.channels.voice.actions.messages import hear_message
from gensvar.channels.voice.models import VoiceMessage
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.desk.identity import must_identify
from gensvar.screens.desk.reaching import case_or_404

BIGGEST = 2**63 - 1


@require_safe
@requires("cases.read")
def sound(request: AgentRequest, number: str, message_id: int) -> HttpResponse:
    """Let a message be heard; that it was stands in the record."""
    case = case_or_404(request, number)
    if must_identify(request, case, at=now()):
        raise Http404
    rows = VoiceMessage.objects.filter(call__contact__cases=case).exclude(file=None)
    found = get_object_or_404(rows, pk=min(message_id, BIGGEST))
    heard = hear_message(found, by=request.user, at=now())
    assert heard.file is not None
    answer = HttpResponse(read_file(heard.file), content_type="audio/wav")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
