"""Whom customers were referred to: the log that a manager reads, and takes out as a file."""

from datetime import date
from typing import Any, cast
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export, rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import NeedOutcome
from gensvar.operations.cases.queries.need import authorities
from gensvar.operations.cases.queries.need import referrals as referred
from gensvar.screens.desk.reaching import clients_of

PAGE = 100


@require_safe
@requires("cases.approve")
def referrals(request: AgentRequest) -> HttpResponse:
    """List the referrals of a time and to an authority, the newest first."""
    clients = clients_of(request.identity, "cases.approve")
    asked = _asked(request)
    rows = referred(clients, **asked)
    before = request.GET.get("fore", "")
    older = rows.filter(pk__lt=int(before)) if before.isdigit() and len(before) < 19 else rows
    shown = list(older[: PAGE + 1])
    kept = {"fran": asked["since"], "till": asked["until"], "till_vem": asked["authority"]}
    address = urlencode({name: value for name, value in kept.items() if value})
    context: dict[str, Any] = {
        "rows": shown[:PAGE],
        "after": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "count": rows.count(),
        "authorities": [(one, one) for one in authorities(clients)],
        "asked": asked,
        "address": address,
        "has_clients": len(clients) > 1,
        "may_export": request.identity.may("cases.export"),
    }
    return render(request, "desk/referrals.html", context)


def _asked(request: AgentRequest) -> dict[str, Any]:
    """Return the conditions of an address; what is no day is no condition."""
    return {
        "since": _day(request.GET.get("fran", "")),
        "until": _day(request.GET.get("till", "")),
        "authority": request.GET.get("till_vem", "").replace("\0", "")[:80],
    }


def _day(text: str) -> date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and 2000 <= day.year <= 2999 else None


COLUMNS: tuple[Column[NeedOutcome], ...] = (
    Column("number", lambda row: row.case.number, _("Number")),
    Column("at", lambda row: row.at, _("When")),
    Column("client", lambda row: row.client.public_name, _("Client")),
    Column("subject", lambda row: row.case.subject.name if row.case.subject else "", _("Subject")),
    Column("authority", lambda row: row.authority, _("Referred to")),
    Column("is_sent", lambda row: row.outgoing_id is not None, _("Sent in writing")),
    Column("by", lambda row: row.by.name if row.by else "", _("By")),
)


# The rows are streamed after this view has returned, in a transaction of their own.
@require_GET
@transaction.non_atomic_requests
def exported(request: HttpRequest, format: str) -> HttpResponseBase:
    with transaction.atomic():
        return _exported(cast(AgentRequest, request), format)


@requires("cases.export")
def _exported(request: AgentRequest, format: str) -> HttpResponseBase:
    if format not in set(Format):
        raise Http404
    at = now()
    rows = referred(clients_of(request.identity, "cases.export"), **_asked(request))
    note_export("referral", format=format, agent_id=request.user.pk, at=at)
    seen = rows_seen_by(request.identity, "cases.export", rows)
    name = f"hanvisningar-{localdate(at).isoformat()}"
    return export(seen, COLUMNS, format, name=name, semicolon=request.LANGUAGE_CODE == "sv")


exported.permission = "cases.export"  # type: ignore[attr-defined]
