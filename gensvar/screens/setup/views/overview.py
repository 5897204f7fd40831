from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.events.queries import last_drill
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.attention import last_backup, matters
from gensvar.screens.setup.history import WORDS, changes
from gensvar.screens.setup.listing import listed


@require_safe
@requires("setup.read")
def overview(request: AgentRequest) -> HttpResponse:
    at = now()
    return listed(
        request,
        "overview",
        here="setup",
        title=_("What needs attention"),
        matters=matters(request, at=at),
        backup=last_backup(),
        drill=last_drill(),
        history=changes(WORDS, {}, most=20),
    )
