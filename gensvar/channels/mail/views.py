from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gensvar.channels.mail.queries import sink_mail, sink_mails, sink_source
from gensvar.foundation.people.access import public

PAGE = 50


@public
def inbox(request: HttpRequest) -> HttpResponse:
    _only_in_demo()
    wanted = request.GET.get("to", "").strip()[:320]
    return render(
        request, "mail/inbox.html", {"mails": sink_mails(to=wanted, most=PAGE), "wanted": wanted}
    )


@public
def letter(request: HttpRequest, number: int) -> HttpResponse:
    _only_in_demo()
    found = sink_mail(number)
    if found is None:
        raise Http404
    return render(request, "mail/letter.html", {"mail": found})


@public
def source(request: HttpRequest, number: int) -> HttpResponse:
    """Show a mail to the byte as it was sent, headers and all."""
    _only_in_demo()
    content = sink_source(number)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type="text/plain; charset=utf-8")


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
