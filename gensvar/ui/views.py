from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from gensvar.ui.states import states_context


def states(request: HttpRequest) -> HttpResponse:
    """Draw every component in every state. Only reachable while developing."""
    return render(request, "ui/states.html", states_context(at=now()))


# Access lies above the look, so its mark is set by hand: nothing here is anybody's.
states.permission = "public"  # type: ignore[attr-defined]
