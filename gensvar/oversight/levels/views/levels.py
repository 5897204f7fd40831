"""A level for one client: the faults that stand out and its issues, or how it goes."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.exports import rows_seen_by
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.levels.columns import ISSUES
from gensvar.oversight.levels.models import LevelName
from gensvar.oversight.levels.queries.issues import clusters, issues_on, trend
from gensvar.oversight.levels.queries.rights import client_asked, levels_of, on_level
from gensvar.oversight.levels.rules import Level
from gensvar.oversight.levels.views.frame import asked, client_named, draw, file_of, files_at


@require_safe
@requires("levels.read")
def start(request: AgentRequest) -> HttpResponse:
    """Lead to the highest level that is one's own."""
    name = client_named(request)
    client = client_asked(request.identity, name, may=lambda _pk: True)
    highest = levels_of(request.identity, client.pk)[-1]
    to = reverse("levels:level", args=[highest.value])
    return HttpResponseRedirect(to + (asked(client) if name else ""))


@require_safe
@requires("levels.read")
def level(request: AgentRequest, name: str) -> HttpResponse:
    chosen = level_named(name)
    client = on_level(request.identity, chosen, client=client_named(request))
    today = localdate()
    is_strategic = chosen is Level.STRATEGIC
    return draw(
        request,
        "level",
        client,
        here=f"level-{chosen}",
        level=chosen,
        title=_("%(level)s level") % {"level": LevelName(chosen).label},
        clusters=[] if is_strategic else clusters(client, today=today),
        issues=list(issues_on(client, chosen)),
        # The highest level sees how it goes, never where or what.
        trend=trend(client, today=today) if is_strategic else [],
        files=files_at("levels:issues_file", chosen.value, query=asked(client)),
    )


@require_safe
@requires("levels.read")
def issues_file(request: AgentRequest, name: str, kind: str) -> HttpResponseBase:
    """Give the issues of a level with their decisions, to take along."""
    chosen = level_named(name)
    client = on_level(request.identity, chosen, client=client_named(request))
    rows = rows_seen_by(request.identity, "levels.read", issues_on(client, chosen))
    return file_of(request, rows, ISSUES, kind, what="issues", name=f"{client.code}-{chosen}")


def level_named(name: str) -> Level:
    if name not in set(Level):
        raise Http404
    return Level(name)
