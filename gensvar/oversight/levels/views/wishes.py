"""The wishes of a quarter for the line, and what it decides about each."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.exports import rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.levels import actions
from gensvar.oversight.levels.columns import wish_columns
from gensvar.oversight.levels.forms import WishForm
from gensvar.oversight.levels.queries.rights import (
    check_level,
    clients_of,
    on_level,
    opens_cases,
)
from gensvar.oversight.levels.queries.wishes import (
    decision_of,
    wish_list,
    wish_numbered,
    wishes_in,
)
from gensvar.oversight.levels.rules import Level, Quarter, quarter_named, quarter_of
from gensvar.oversight.levels.views.frame import (
    GET_AND_POST,
    ask,
    asked,
    client_named,
    draw,
    file_of,
    files_at,
    posted,
)


@require_safe
@requires("levels.read")
def wishes(request: AgentRequest) -> HttpResponse:
    """Show the wishes of a quarter to the line, with what it has decided."""
    client, quarter = _asked_for(request)
    return draw(
        request,
        "wishes",
        client,
        here="wishes",
        found=wish_list(client, quarter),
        has_next=quarter.ends_on <= localdate(),
        opens_cases=opens_cases(request.identity, client.pk),
        files=files_at("levels:wishes_file", query=_query(client, quarter)),
    )


@require_safe
@requires("levels.read")
def wishes_file(request: AgentRequest, kind: str) -> HttpResponseBase:
    client, quarter = _asked_for(request)
    columns = wish_columns(with_titles=opens_cases(request.identity, client.pk))
    rows = rows_seen_by(request.identity, "levels.read", wishes_in(client, quarter))
    called = _("wishes")
    name = f"{client.code}-{called}-{quarter}"
    return file_of(request, rows, columns, kind, what="wishes", name=name)


@GET_AND_POST
@requires("levels.write")
def wish(request: AgentRequest, number: str) -> HttpResponse:
    """Decide about one wish."""
    case = get_object_or_404(wish_numbered(clients_of(request.identity), number))
    check_level(request.identity, Level.TACTICAL, case.client_id)
    held = decision_of(case)
    known = {"outcome": held.outcome, "words": held.words} if held else {}
    there = reverse("levels:wishes") + _query(case.client, quarter_of(localdate(case.opened_at)))
    return ask(
        request,
        WishForm(posted(request), initial=known),
        lambda given: actions.decide_wish(case, by=request.user, at=now(), **given),
        client=case.client,
        back=(_("Wishes and new needs"), there),
        then=lambda _done: there,
        here="wishes",
        title=_("Decide about the wish %(number)s") % {"number": case.number},
        verb=_("Write it down"),
        about=case.title if opens_cases(request.identity, case.client_id) else "",
    )


def _asked_for(request: AgentRequest) -> tuple[Client, Quarter]:
    client = on_level(request.identity, Level.TACTICAL, client=client_named(request))
    return client, quarter_named(request.GET.get("kvartal", "")) or quarter_of(localdate())


def _query(client: Client, quarter: Quarter) -> str:
    return f"{asked(client)}&kvartal={quarter}"
