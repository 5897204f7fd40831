"""An agent's phone: which one they have, and the one in the browser, in a window of its own."""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.voice.actions import asking, own_phone
from gensvar.channels.voice.models import Account
from gensvar.channels.voice.queries import call_with
from gensvar.channels.voice.rules.calls import Event, State
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.screens.desk.calling import call_shown

Kind = Account.Kind
# The agent has said that they answer: the phone lifts itself.
LIFTS = {State.PICKING_UP, State.DIALLING_AGENT, State.RETURNING}
KEYS = "123456789*0#"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("routing.take")
def own(request: AgentRequest) -> HttpResponse:
    """Choose between the phone on the desk and the one in the browser."""
    refusal, opened = "", None
    kind, phone = own_phone.phone_chosen(request.user)
    chosen = request.POST.get("kind", kind)
    if request.method == "POST":
        try:
            if chosen not in Kind.values:
                raise own_phone.NoSuchPhone
            opened = own_phone.choose_phone(request.user, kind=chosen, at=now())
        except Refused as refused:
            refusal = refused.words()
    if opened is not None and chosen == Kind.BROWSER:
        messages.success(
            request, _("You are rung in the browser. Open the phone, and keep it open.")
        )
        return HttpResponseRedirect(request.path)
    if opened is not None:
        kind, phone = own_phone.phone_chosen(request.user)
    context = {
        "kind": kind,
        "chosen": chosen,
        "phone": phone,
        "refusal": refusal,
        "opened": opened,
        "may_have": own_phone.may_have_phone(request.user),
        "has_browser": bool(settings.SIP_URL),
        "is_played": not settings.ARI_URL,
    }
    return render(request, "desk/own_phone.html", context, status=422 if refusal else 200)


@require_safe
@never_cache
@requires("routing.take")
def window(request: AgentRequest) -> HttpResponse:
    """Draw the phone; no other page may speak with the telephone system."""
    kind, _phone = own_phone.phone_chosen(request.user)
    is_here = kind == Kind.BROWSER and bool(settings.SIP_URL)
    answer = render(request, "desk/phone.html", {"is_here": is_here, "keys": KEYS})
    if is_here:
        answer._csp_update = {"connect-src": [settings.SIP_URL]}  # type: ignore[attr-defined]
    answer.headers["Permissions-Policy"] = "microphone=(self), speaker-selection=(self)"
    return answer


@require_POST
@never_cache
@requires("routing.take")
def signing_in(request: AgentRequest) -> HttpResponse:
    """Hand out what the phone signs in with, in the body and nowhere else."""
    try:
        opened = own_phone.sign_in(request.user, at=now())
    except Refused as refused:
        return JsonResponse({"message": refused.words()}, status=409)
    call = call_with(request.user)
    return JsonResponse(
        {
            "server": settings.SIP_URL,
            "login": opened.account.login,
            "password": opened.password,
            # A call that this phone has lost, if its page was reloaded.
            "is_in_call": call is not None and call.state in {State.TALKING, State.HELD},
            **_ways(request),
        }
    )


@require_POST
@never_cache
@requires("routing.take")
def staying(request: AgentRequest) -> HttpResponse:
    """Hear that the phone is there; 410 tells it to sign in anew."""
    if not own_phone.keep_signed_in(request.user, at=now()):
        return HttpResponse(status=410)
    return JsonResponse(_ways(request))


def _ways(request: AgentRequest) -> dict[str, list[dict[str, Any]]]:
    """Tell a browser its servers, in the words that browsers have for them."""
    found = own_phone.ways_for_sound(request.user, at=now())
    return {
        "iceServers": [
            {name: value for name, value in asdict(one).items() if value} for one in found
        ]
    }


@require_POST
@requires("routing.take")
def ringing_again(request: AgentRequest) -> HttpResponse:
    """Ring a phone that is back in the call that it was in."""
    call = call_with(request.user)
    if call is None:
        return HttpResponse(status=410)
    try:
        asking.ask(call, Event.RING_AGAIN, by=request.user, at=now())
    except Refused as refused:
        return JsonResponse({"message": refused.words()}, status=409)
    return HttpResponse(status=204)


@require_safe
@never_cache
@requires("routing.take")
def call(request: AgentRequest) -> HttpResponse:
    """Draw the call in the phone: with whom, how it stands, what the centre does with it."""
    shown = call_shown(request.user, at=now())
    lifts = shown is not None and State(shown.call.state) in LIFTS
    return render(request, "desk/_phone_call.html", {"call": shown, "lifts": lifts})


def phone_address(request: AgentRequest) -> str:
    """Return where the phone of somebody's browser is; nothing if they have another."""
    if not settings.SIP_URL:
        return ""
    kind, _phone = own_phone.phone_chosen(request.user)
    return reverse("desk_phone") if kind == Kind.BROWSER else ""
