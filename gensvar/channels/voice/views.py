from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gensvar.channels.voice.models import Sound
from gensvar.channels.voice.queries import client_of_sound
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.people.access import Reach, public, seeing_as


@require_safe
@public
def sound(request: HttpRequest, key: str) -> HttpResponse:
    """Give the telephone system what callers hear; whoever calls the number hears it too."""
    client_id = client_of_sound(key)
    if client_id is None:
        raise Http404
    with seeing_as(Reach(clients=frozenset({client_id}))):
        found = Sound.objects.select_related("file").get(key=key)
    answer = HttpResponse(read_file(found.file), content_type="audio/wav")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    # What a key leads to never changes.
    answer.headers["Cache-Control"] = "public, max-age=86400, immutable"
    return answer
