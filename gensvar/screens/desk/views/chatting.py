"""The agent's side of a chat: pieces of the case's page, and what is done with them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.channels.chat.actions import ending, talking
from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.rules import LONGEST_TEXT
from gensvar.channels.chat.wire import LineTooLong, NoAddress
from gensvar.foundation.files.actions import upload_file
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import use_canned_text
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import wording
from gensvar.operations.contacts.actions import Enclosure
from gensvar.operations.contacts.models import Channel
from gensvar.operations.customers.rules import normal_mail, normal_phone
from gensvar.operations.routing.models import Queue
from gensvar.screens.desk.chatting import chat_of, own_chats, shown
from gensvar.screens.desk.reaching import case_or_404
from gensvar.screens.desk.views.acts import back

TO_CHAT = "#write-chat"


@require_POST
@requires("cases.answer")
def pulse(request: AgentRequest, number: str) -> HttpResponse:
    """Say what is new in a chat since the page was drawn; nothing where nothing is."""
    chat = _any_chat(case_or_404(request, number))
    at = now()
    after = _number(request.POST.get("after", ""))
    stands = shown(chat, to=request.user, at=at, after=after)
    if stands.is_mine and stands.newest and chat.ended_at is None:
        talking.note_read(chat, upto=stands.newest, at=at)
    if not stands.lines and request.POST.get("mark_of_state") == stands.state_mark:
        return HttpResponse(status=204)
    return _pieces(request, chat, after=after)


@require_POST
@requires("cases.answer")
def say(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    chat, at = _any_chat(case), now()
    text = request.POST.get("text", "").replace("\0", "").replace("\r\n", "\n").strip()
    mark = request.POST.get("mark", "")[:64]
    try:
        if len(text) > LONGEST_TEXT:
            raise LineTooLong(count=len(text), most=LONGEST_TEXT)
        talking.reply(
            chat, text, mark=mark, by=request.user, at=at, enclosures=_enclosures(request)
        )
    except Refused as refusal:
        if request.htmx:  # type: ignore[attr-defined]
            return _pieces(request, chat, refusal=refusal.words())
        messages.error(request, refusal.words())
        return back(request, case, asked=TO_CHAT)
    if request.htmx:  # type: ignore[attr-defined]
        return _pieces(request, chat, after=_number(request.POST.get("after", "")), is_said=True)
    return back(request, case, asked=TO_CHAT)


@require_POST
@requires("cases.answer")
def words(request: AgentRequest, number: str) -> HttpResponse:
    """Put ready words after what stands in the composer."""
    case = case_or_404(request, number)
    chat = _any_chat(case)
    key = request.POST.get("canned", "")
    found = wording.canned_texts(case.client_id).filter(pk=_number(key)).first()
    text = request.POST.get("text", "").replace("\0", "")
    if found is not None:
        ready = use_canned_text(case, found, by=request.user, at=now())
        text = f"{text.rstrip()}\n\n{ready}".lstrip()
    if request.htmx:  # type: ignore[attr-defined]
        return _pieces(request, chat, text=text)
    messages.info(request, text)
    return back(request, case, asked=TO_CHAT)


@require_POST
@requires("cases.answer")
def typing(request: AgentRequest, number: str) -> HttpResponse:
    """Let the customer see that somebody writes."""
    chat = chat_of(case_or_404(request, number))
    if chat is not None and chat.case.agent_id == request.user.pk:
        talking.note_typing(chat, is_ours=True, at=now())
    return HttpResponse(status=204)


@require_POST
@requires("cases.answer")
def take(request: AgentRequest, number: str) -> HttpResponse:
    return _do(
        request,
        number,
        lambda chat: talking.take(chat, by=request.user, at=now()),
        done=_("The chat is yours. The customer sees that you answer."),
    )


@require_POST
@requires("cases.answer")
def hand_on(request: AgentRequest, number: str) -> HttpResponse:
    """Let the chat wait for somebody else, in its old place."""
    case = case_or_404(request, number)
    queues = Queue.objects.in_use().filter(client=case.client_id, channel=Channel.CHAT)
    queue = get_object_or_404(queues, pk=_number(request.POST.get("queue", "")))
    return _do(
        request,
        number,
        lambda chat: ending.hand_to(chat, queue=queue, by=request.user, at=now()),
        done=_("The chat waits for somebody else, first by when it came."),
    )


@require_POST
@requires("cases.answer")
def switch(request: AgentRequest, number: str) -> HttpResponse:
    """Answer by mail or phone instead; the text stays and the promise is told in the chat."""

    def act(chat: Chat) -> None:
        way, address = _way(request.POST.get("address", ""))
        ending.switch(chat, way=way, address=address, by=request.user, at=now())

    return _do(
        request,
        number,
        act,
        done=_("The chat is over. The customer has been told by when we answer."),
    )


@require_POST
@requires("cases.answer")
def end(request: AgentRequest, number: str) -> HttpResponse:
    return _do(
        request,
        number,
        lambda chat: ending.end(chat, how=Chat.EndedBy.AGENT, by=request.user, at=now()),
        done=_("The chat is over. The case is still yours."),
    )


@require_safe
@requires("cases.answer")
def chats(request: AgentRequest) -> HttpResponse:
    """Draw the list of one's own chats; a part of any page of the desk."""
    found = own_chats(request.user, at=now())
    return render(request, "desk/_chats.html", {"chats": found, "is_part": True})


def _do(
    request: AgentRequest, number: str, act: Callable[[Chat], object], *, done: str
) -> HttpResponse:
    case = case_or_404(request, number)
    chat = chat_of(case)
    if chat is None:
        messages.error(request, talking.ChatIsOver().words())
        return back(request, case)
    try:
        act(chat)
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, refusal.words())
    return back(request, case)


def _any_chat(case: Case) -> Chat:
    """Return the chat of a case, also one that has just ended."""
    chats = Chat.objects.filter(case=case).select_related("contact__client", "case__agent")
    found = chat_of(case) or chats.order_by("-pk").first()
    if found is None:
        raise Http404
    return found


def _pieces(
    request: AgentRequest,
    chat: Chat,
    *,
    after: int | None = None,
    refusal: str = "",
    text: str | None = None,
    is_said: bool = False,
) -> HttpResponse:
    """Draw what is other: new lines after one, how it stands, and the composer where it changes."""
    since = after if after is not None else 2**62
    again = Chat.objects.select_related("contact__client", "case__agent").get(pk=chat.pk)
    context: dict[str, Any] = {
        "case": again.case,
        "chat": shown(again, to=request.user, at=now(), after=since),
        "has_lines": after is not None,
        "refusal": refusal,
        "words": "" if is_said else text,
    }
    return render(request, "desk/_chat_news.html", context)


def _enclosures(request: AgentRequest) -> list[Enclosure]:
    at = now()
    uploads = [
        upload_file(file.read(), name=file.name or "fil", by=request.user, at=at)
        for file in request.FILES.getlist("files")[:5]
    ]
    return [Enclosure(upload.file, upload.name) for upload in uploads]


def _way(written: str) -> tuple[str, str]:
    """Return how the customer is reached instead."""
    if "@" in written:
        mail = normal_mail(written)
        try:
            validate_email(mail)
        except ValidationError:
            mail = None
        if mail:
            return "mail", mail
    elif phone := normal_phone(written):
        return "phone", phone
    raise NoAddress


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 19 else 0
