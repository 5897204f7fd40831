"""Where do I turn? The ways to reach us, and when."""

from datetime import timedelta
from urllib.parse import quote

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
    JsonResponse,
)
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from gensvar.channels.mail.texts import standard_text
from gensvar.foundation.agreements.models import StandardText
from gensvar.foundation.people.access import public
from gensvar.operations.knowledge.queries import public_areas
from gensvar.screens.portal import hours
from gensvar.screens.portal.views.frame import Portal, draw, page

LANGUAGE_KEPT = timedelta(days=365)


@page
@require_safe
def start(request: HttpRequest, portal: Portal) -> HttpResponse:
    areas = public_areas(portal.client)
    ways = hours.ways(portal.client, at=now())
    greeting = standard_text(
        portal.client, StandardText.Use.GREETING, language=get_language() or "sv", at=now()
    )
    words = greeting.body if greeting else ""
    return draw(request, portal, "start.html", areas=areas, ways=ways, greeting=words)


@page
@require_safe
def published_hours(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Hours and deviations as JSON; never kept by anybody longer than they are true."""
    answer = JsonResponse(hours.as_json(portal.client, at=now()))
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@page
@require_safe
def accessibility(request: HttpRequest, portal: Portal) -> HttpResponse:
    return draw(request, portal, "accessibility.html")


@page
@require_safe
def privacy(request: HttpRequest, portal: Portal) -> HttpResponse:
    return draw(request, portal, "privacy.html")


@page
@require_safe
def language(request: HttpRequest, portal: Portal, wanted: str) -> HttpResponse:
    """Show the pages in another language from now on."""
    if wanted not in dict(settings.LANGUAGES):
        raise Http404
    back = request.GET.get("till", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = portal.at("start")
    response = HttpResponseRedirect(quote(back, safe="/?=&%"))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        wanted,
        max_age=LANGUAGE_KEPT,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
    return response


@public
@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Keep search engines to the pages that are for everybody."""
    closed = ("/fraga/", "/folj/", "/hos/*/fraga/", "/hos/*/folj/", "/handlaggare/", "/konto/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
@require_safe
def security(_request: HttpRequest) -> HttpResponse:
    """Say where holes are reported (RFC 9116)."""
    contact = settings.SECURITY_CONTACT or f"{settings.BASE_URL}/fraga/"
    contact = contact if "://" in contact else f"mailto:{contact}"
    expires = (now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires}",
        "Preferred-Languages: sv, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    return HttpResponsePermanentRedirect(static("ui/icon.svg"))
