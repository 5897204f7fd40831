"""Who waits to be called back, in which place, and how well it was kept."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.channels.voice.actions.regaining import call_back_lost
from gensvar.channels.voice.actions.settling import settle_callback
from gensvar.channels.voice.calling_back import callbacks_waiting, calls_lost, kept_in
from gensvar.channels.voice.models import Call
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.screens.desk.calling import who_calls
from gensvar.screens.desk.reaching import clients_of, clients_written_for

DAYS = 7


@require_safe
@requires("contacts.read")
def callbacks(request: AgentRequest) -> HttpResponse:
    """List who waits for a callback, and tell how those of a week were kept."""
    clients, at = clients_of(request.identity, "contacts.read"), now()
    day = localdate(at) - timedelta(days=DAYS - 1)
    since = datetime.combine(day, time(), tzinfo=get_current_timezone())
    context = {
        "rows": [(one, who_calls(one.call)[0]) for one in callbacks_waiting(clients, at=at)],
        "lost": [(one, who_calls(one)[0]) for one in calls_lost(clients, at=at)],
        "kept": kept_in(clients, since=since, until=at),
        "days": DAYS,
        "at": at,
        "writable": clients_written_for(request.identity),
        "has_clients": len(clients) > 1,
    }
    return render(request, "desk/callbacks.html", context)


@require_POST
@requires("contacts.write")
def settle(request: AgentRequest, call_id: int) -> HttpResponse:
    """Make a callback no more, since it is not needed."""
    done = _("The callback is not made. Their place goes to the next.")
    return _act(request, call_id, settle_callback, done=done)


@require_POST
@requires("contacts.write")
def regain(request: AgentRequest, call_id: int) -> HttpResponse:
    """Let whoever was lost wait to be called back."""
    done = _("They wait to be called back, in the place they had.")
    return _act(request, call_id, call_back_lost, done=done)


def _act(
    request: AgentRequest, call_id: int, act: Callable[..., object], *, done: str
) -> HttpResponse:
    writable = clients_written_for(request.identity)
    call = get_object_or_404(Call, pk=min(call_id, 2**63 - 1), client__in=writable)
    try:
        act(call, by=request.user, at=now())
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, refusal.words())
    return HttpResponseRedirect(reverse("desk_callbacks"))
