from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gensvar.channels.sms.actions.arriving import client_behind, keep
from gensvar.channels.sms.models import Arrival
from gensvar.channels.sms.queries import sink_texts
from gensvar.foundation.integrations.limiting import admits
from gensvar.foundation.people.access import Reach, public, seeing_as

MOST_BYTES = 65_536
# A minute: calls that carry no right key, from one place; calls to one number.
MOST_STRANGERS, MOST_CALLS = 30, 1_200


@csrf_exempt
@require_POST
@public
def message(request: HttpRequest, number_id: int, key: str) -> HttpResponse:
    """Take a provider's call about a message that a customer has sent."""
    return _keep(request, number_id, key, Arrival.Kind.MESSAGE)


@csrf_exempt
@require_POST
@public
def report(request: HttpRequest, number_id: int, key: str) -> HttpResponse:
    """Take a provider's call about how a message of ours fared."""
    return _keep(request, number_id, key, Arrival.Kind.REPORT)


@public
def inbox(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    return render(request, "sms/inbox.html", {"texts": sink_texts(most=50)})


def _keep(request: HttpRequest, number_id: int, key: str, kind: str) -> HttpResponse:
    at = now()
    minute = int(at.timestamp()) // 60
    client_id = client_behind(number_id, key)
    if client_id is None:
        place = request.META.get("REMOTE_ADDR", "")
        if not admits(f"sms:{place}", limit=MOST_STRANGERS, minute=minute):
            return _said("Too many calls with a wrong key. Wait a minute.", 429)
        return _said("There is no number with this key. Nothing was kept.", 404)
    if not admits(f"sms:{number_id}", limit=MOST_CALLS, minute=minute):
        return _said("Too many calls in this minute. Call again.", 429)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return _said("The call is larger than 64 kB. Nothing was kept.", 413)
    about = request.GET.get("utskick", "")
    with seeing_as(Reach(clients=frozenset({client_id}))):
        keep(
            number_id,
            kind,
            request.body,
            client_id=client_id,
            about=int(about) if about.isdecimal() and len(about) < 19 else None,
            at=at,
        )
    # An empty answer: 46elks sends any words in it to the customer.
    return HttpResponse(status=204)


def _said(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
