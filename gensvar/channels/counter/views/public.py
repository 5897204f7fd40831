"""What visitors see: the kiosk where a number is drawn, and the display that calls it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.counter.actions.tickets import draw
from gensvar.channels.counter.models import Errand, Hall, Ticket
from gensvar.channels.counter.queries import ahead_of, called_now, client_of_key, visiting_hours
from gensvar.foundation.integrations.limiting import admits
from gensvar.foundation.people.access import Reach, public, seeing_as
from gensvar.foundation.refusals import Refused

# Numbers that a kiosk draws in a minute; more is somebody who plays with it.
MOST_DRAWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
@public
def kiosk(request: HttpRequest, key: str) -> HttpResponse:
    """Choose an errand and get a number; nothing is asked of who one is."""
    hall_id, client_id = _behind(key)
    at, refusal = now(), ""
    with seeing_as(Reach(clients=frozenset({client_id}))):
        hall = Hall.objects.select_related("client").get(pk=hall_id)
        errands = list(Errand.objects.filter(hall=hall, retired_at=None).order_by("letter"))
        if request.method == "POST":
            asked = request.POST.get("errand", "")
            chosen = next((one for one in errands if str(one.pk) == asked), None)
            minute = int(at.timestamp()) // 60
            if chosen is not None and admits(f"kiosk:{key}", limit=MOST_DRAWN, minute=minute):
                try:
                    ticket = draw(chosen, at=at)
                except Refused as refused:
                    refusal = refused.words()
                else:
                    return HttpResponseRedirect(reverse("counter:ticket", args=[key, ticket.pk]))
            else:
                refusal = "again" if chosen is None else "many"
        hours = visiting_hours(hall.client, at=at)
        context = {
            "hall": hall,
            "errands": errands,
            "is_open": hours.is_open(at),
            "opens": hours.next_opening(at),
            "refusal": refusal,
            "organisation": hall.client.public_name,
        }
        return render(request, "counter/kiosk.html", context, status=422 if refusal else 200)


@require_safe
@public
def ticket(request: HttpRequest, key: str, ticket_id: int) -> HttpResponse:
    """The number that was drawn, to remember or print."""
    hall_id, client_id = _behind(key)
    with seeing_as(Reach(clients=frozenset({client_id}))):
        rows = Ticket.objects.select_related("hall__client", "errand")
        found = get_object_or_404(rows, pk=min(ticket_id, 2**63 - 1), hall=hall_id)
        context = {
            "ticket": found,
            "hall": found.hall,
            "ahead": ahead_of(found),
            "organisation": found.hall.client.public_name,
        }
        return render(request, "counter/ticket.html", context)


@require_safe
@public
def display(request: HttpRequest, key: str) -> HttpResponse:
    """The numbers that are called now; asked again every other second by the page itself."""
    hall_id, client_id = _behind(key)
    with seeing_as(Reach(clients=frozenset({client_id}))):
        hall = Hall.objects.select_related("client").get(pk=hall_id)
        context = {"hall": hall, "key": key, "called": called_now(hall_id, at=now())}
        template = "_called" if request.htmx else "display"  # type: ignore[attr-defined]
        return render(request, f"counter/{template}.html", context)


def _behind(key: str) -> tuple[int, int]:
    found = client_of_key(key)
    if found is None:
        raise Http404
    return found
