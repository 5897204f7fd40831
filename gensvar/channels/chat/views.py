"""The widget's doors: the script, its page, and what its page sends and asks.

Nobody is signed in here. Whoever has a chat's key is let into that chat, and into nothing else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from gensvar.channels.chat import wire
from gensvar.channels.chat.actions import beginning, ending, talking
from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.queries import chat_behind, chat_hours, chat_queue, settings_of
from gensvar.channels.chat.telling import news
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.forms import checked_files
from gensvar.foundation.files.rules import ACCEPTED
from gensvar.foundation.integrations.limiting import admits
from gensvar.foundation.people.access import Reach, public, seeing_as
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import Attached
from gensvar.operations.contacts.models import MessageFile
from gensvar.ui import formats

LOADER = Path(__file__).parent / "chatt.js"
# A minute: chats begun and wrong keys from one place; lines, and all other requests, of one chat.
MOST_BEGUN, MOST_STRANGERS, MOST_LINES, MOST_ASKED = 20, 30, 30, 240
MOST_FILE_BYTES = 10 * 2**20


class NoSuchChat(Refused):
    message = gettext_lazy("This chat is no longer open. Begin a new one; what was said is kept.")
    status = 404


class MovedApart(Refused):
    message = gettext_lazy(
        "The matter is now handled where only few may read it, so the chat ends here. We contact "
        "you, or you call us."
    )
    status = 410


class TooMuch(Refused):
    message = gettext_lazy(
        "That went too fast for us. What you wrote is still here. Wait a minute."
    )
    status = 429


class FileNotTaken(Refused):
    message = gettext_lazy("%(why)s")
    status = 422


@public
@require_safe
def loader(_request: HttpRequest) -> HttpResponse:
    """Hand out the one script that a site carries; the same for all, so that it may be kept."""
    response = HttpResponse(LOADER.read_bytes(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "public, max-age=300"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@public
@xframe_options_exempt
@require_safe
def frame(request: HttpRequest, code: str) -> HttpResponse:
    """Show the chat's page, alone or in the frame of a site that the client has named."""
    client = get_object_or_404(Client, code=code)
    at = now()
    language = request.GET.get("sprak", "")
    with seeing_as(Reach(clients=frozenset({client.pk}))):
        decided = settings_of(client)
        hours = chat_hours(client, at=at)
        is_on = decided.is_on and chat_queue(client) is not None
    with translation.override(language if language in wire.LANGUAGES else "sv"):
        is_english = translation.get_language() == "en"
        context = {
            "client": client,
            "accent": client.accent,
            "is_on": is_on,
            "is_open": hours.is_open,
            "opens": _opens(hours.opens_at, at=at),
            "greeting": decided.greeting_en if is_english else decided.greeting,
            "is_framed": request.GET.get("ram") == "1",
            "stream": f"{_live_url(request)}chatt/",
            "accepted": ",".join(f".{ending}" for ending in ACCEPTED),
            "ask": _ask_address(client),
        }
        response = render(request, "chat/frame.html", context, status=200 if is_on else 404)
    response["Cache-Control"] = "no-store"
    response._csp_replace = {"frame-ancestors": ["'self'", *decided.sites]}  # type: ignore[attr-defined]
    return response


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a chat, or leave a message where `is_left`; the same key once more begins nothing."""
    client, at = get_object_or_404(Client, code=code), now()
    given = wire.sent(request)
    key, is_left = wire.key_in(request), wire.flag_in(given, "is_left")
    if not key:
        raise wire.Malformed(what="Authorization")
    kind, address = wire.address_in(given, is_needed=is_left)
    wanted = beginning.Beginning(
        key=key,
        mark=wire.mark_in(given),
        text=wire.text_in(given),
        language=wire.language_in(given),
        name=wire.line_in(given, "name", 120),
        kind=kind,
        address=address,
    )
    if not _admits(f"chat-begin:{_place(request)}", MOST_BEGUN, at):
        raise TooMuch
    with seeing_as(Reach(clients=frozenset({client.pk}))):
        open_one = beginning.leave_message if is_left else beginning.begin
        chat = open_one(client, wanted, at=at)
        return JsonResponse(news(chat, after=0, at=at), status=201)


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def say(request: HttpRequest) -> HttpResponse:
    given = wire.sent(request)
    text, mark, after = wire.text_in(given), wire.mark_in(given), wire.number_in(given, "after")
    at = now()
    with _chat(request, at=at, is_line=True) as chat:
        talking.write(chat, text, mark=mark, at=at)
        return JsonResponse(news(_again(chat), after=after, at=at))


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def ask(request: HttpRequest) -> HttpResponse:
    """Say what is new, and hear that the browser is there, writes, has read, or goes."""
    given = wire.sent(request)
    after, read = wire.number_in(given, "after"), wire.number_in(given, "read")
    is_typing, is_leaving = wire.flag_in(given, "typing"), wire.flag_in(given, "leaving")
    at = now()
    with _chat(request, at=at) as chat:
        if chat.ended_at is None:
            talking.note_heard(chat, read_upto=read, is_leaving=is_leaving, at=at)
            if is_typing:
                talking.note_typing(chat, is_ours=False, at=at)
        return JsonResponse(news(_again(chat), after=after, at=at))


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def send_file(request: HttpRequest) -> HttpResponse:
    given: dict[str, Any] = {"mark": request.POST.get("mark"), "after": 0}
    mark, at = wire.mark_in(given), now()
    checked = checked_files(request.FILES.getlist("file")[:1], room=MOST_FILE_BYTES, places=1)
    if checked.faults:
        raise FileNotTaken(why=checked.faults[0])
    if not checked.files:
        raise wire.Malformed(what="file")
    name, content = checked.files[0]
    with _chat(request, at=at, is_line=True) as chat:
        if chat.ended_at is not None:
            raise talking.ChatIsOver
        attached = Attached(file=store_file(content, at=at), name=name)
        talking.write(chat, "", mark=mark, files=[attached], at=at)
        return JsonResponse(news(_again(chat), after=0, at=at))


@public
@require_safe
@wire.answered_as_json
def file(request: HttpRequest, file_id: int) -> HttpResponseBase:
    """Hand out a file of the chat to whoever has its key."""
    with _chat(request, at=now()) as chat:
        found = MessageFile.objects.filter(message__contact=chat.contact_id, pk=file_id)
        held = found.select_related("file").first()
        if held is None:
            raise Http404
        return download(held.file, name=held.name)


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def copy(request: HttpRequest) -> HttpResponse:
    """Send a copy by mail, now or when the chat is over."""
    given = wire.sent(request)
    kind, address = wire.address_in(given, is_needed=True)
    if kind != "mail":
        raise wire.NoAddress
    at = now()
    with _chat(request, at=at) as chat:
        is_sent = ending.ask_for_copy(chat, address=address, at=at)
        said = (
            _("A copy is on its way to %(address)s.")
            if is_sent
            else _("You get a copy at %(address)s when the chat is over.")
        )
        return JsonResponse({"said": said % {"address": address}})


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def switch(request: HttpRequest) -> HttpResponse:
    """Be answered by mail or phone instead."""
    given = wire.sent(request)
    kind, address = wire.address_in(given, is_needed=True)
    after, at = wire.number_in(given, "after"), now()
    with _chat(request, at=at) as chat:
        ending.switch(chat, way=kind, address=address, by=None, at=at)
        return JsonResponse(news(_again(chat), after=after, at=at))


@csrf_exempt
@require_POST
@public
@wire.answered_as_json
def end(request: HttpRequest) -> HttpResponse:
    given = wire.sent(request)
    after, at = wire.number_in(given, "after"), now()
    with _chat(request, at=at) as chat:
        ending.end(chat, how=Chat.EndedBy.CUSTOMER, at=at)
        return JsonResponse(news(_again(chat), after=after, at=at))


@contextmanager
def _chat(request: HttpRequest, *, at: datetime, is_line: bool = False) -> Iterator[Chat]:
    """Open the chat that the request's key opens, and see its client's rows meanwhile."""
    key = wire.key_in(request)
    behind = chat_behind(key, at=at) if key else None
    if behind is None:
        if not _admits(f"chat-key:{_place(request)}", MOST_STRANGERS, at):
            raise TooMuch
        raise NoSuchChat
    if behind.is_over:
        raise NoSuchChat
    if behind.is_hidden:
        raise MovedApart
    most = MOST_LINES if is_line else MOST_ASKED
    if not _admits(f"chat-{'line' if is_line else 'ask'}:{behind.chat_id}", most, at):
        raise TooMuch
    with seeing_as(Reach(clients=frozenset({behind.client_id}))):
        yield _with_all(behind.chat_id)


def _with_all(chat_id: int) -> Chat:
    return Chat.objects.select_related("case__agent", "case__client", "contact").get(pk=chat_id)


def _again(chat: Chat) -> Chat:
    return _with_all(chat.pk)


def _admits(key: str, limit: int, at: datetime) -> bool:
    return admits(key, limit=limit, minute=int(at.timestamp()) // 60)


def _place(request: HttpRequest) -> str:
    return str(get_adapter().get_client_ip(request))


def _ask_address(client: Client) -> str:
    """Return where questions are asked without a chat."""
    return f"/hos/{client.code}/fraga/"


def _opens(opens_at: datetime | None, *, at: datetime) -> str:
    if opens_at is None:
        return ""
    words = formats.language(translation.get_language() or "sv")
    opens = timezone.localtime(opens_at)
    day = formats.day_in_full(opens.date(), today=timezone.localtime(at).date(), words=words)
    return _("The chat opens %(day)s at %(clock)s.") % {"day": day, "clock": f"{opens:%H:%M}"}


def _live_url(request: HttpRequest) -> str:
    host = request.get_host()
    name = host.rpartition(":")[0] if ":" in host.rpartition("]")[2] else host
    return settings.LIVE_URL or f"http://{name}:{settings.LIVE_PORT}/live/"
