from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gensvar.channels.mail.queries import sink_mail, sink_mails
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


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
