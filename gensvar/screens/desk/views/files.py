"""Files and mails as they came, handed out so that no browser runs what somebody sent us."""

import base64
import re

import nh3
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from gensvar.foundation.files.actions import read_file
from gensvar.foundation.files.downloads import download
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import CaseFile
from gensvar.operations.contacts.models import Message, MessageFile
from gensvar.screens.desk.reaching import case_or_404

PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
MOST_INLINE_BYTES = 8 * 2**20
CONTENT_ID = re.compile(r"""(<img\b[^>]*?\bsrc=")cid:([^"]{1,255})(")""", re.IGNORECASE)
# No script, no form, no request to anybody: pictures only those that came inside the mail.
MAIL_POLICY = "sandbox; default-src 'none'; img-src data:; frame-ancestors 'self'"


@require_GET
@requires("contacts.read")
def message_file(request: AgentRequest, number: str, file: int) -> HttpResponse:
    case = case_or_404(request, number)
    found = get_object_or_404(
        MessageFile.objects.filter(message__contact__cases=case).select_related("file"), pk=file
    )
    return download(found.file, name=found.name, to=request.identity)


@require_GET
@requires("cases.read")
def case_file(request: AgentRequest, number: str, file: int) -> HttpResponse:
    case = case_or_404(request, number)
    files = CaseFile.objects.filter(case=case, removed_at=None).select_related("file")
    found = get_object_or_404(files, pk=file)
    return download(found.file, name=found.name, to=request.identity)


@require_GET
@requires("contacts.write")
def raw_mail(request: AgentRequest, number: str, message: int) -> HttpResponse:
    """Hand out a mail as it reached us, byte for byte, to those who handle contacts."""
    found = _message(request, number, message)
    if found.raw is None:
        raise Http404
    return download(found.raw, name=f"{number}-{found.pk}.eml", to=request.identity)


@require_GET
@xframe_options_sameorigin
@requires("contacts.read")
def mail_as_sent(request: AgentRequest, number: str, message: int) -> HttpResponse:
    """Show a mail's own looks, alone in a frame where nothing of it can act."""
    found = _message(request, number, message)
    if not found.html:
        raise Http404
    cleaned = nh3.clean(
        _with_pictures(found),
        url_schemes={"http", "https", "mailto", "tel", "data"},
        link_rel="noopener noreferrer",
    )
    page = f'<!doctype html><meta charset="utf-8"><title>{number}</title>{cleaned}'
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = MAIL_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _message(request: AgentRequest, number: str, message: int) -> Message:
    case = case_or_404(request, number)
    messages = Message.objects.filter(contact__cases=case).select_related("raw")
    return get_object_or_404(messages, pk=message)


def _with_pictures(message: Message) -> str:
    """Put pictures that came inside the mail where it shows them; the frame may fetch nothing."""
    left = MOST_INLINE_BYTES
    pictures: dict[str, str] = {}
    for file in message.files.filter(is_inline=True, file__infection="").select_related("file"):
        if file.file.media_type in PICTURES and file.file.size <= left:
            left -= file.file.size
            content = base64.b64encode(read_file(file.file)).decode()
            pictures[file.content_id.strip("<>")] = f"data:{file.file.media_type};base64,{content}"

    def shown(found: re.Match[str]) -> str:
        return found[1] + pictures.get(found[2], "") + found[3]

    return CONTENT_ID.sub(shown, message.html)
