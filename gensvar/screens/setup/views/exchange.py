"""Logs of another exchange: what was brought in, and one more, tried before it is."""

from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.exchange.actions import import_log, planned
from gensvar.operations.exchange.queries import half_days, imports_of
from gensvar.screens.setup.changing import Kind, Proposal, propose, tried_lines
from gensvar.screens.setup.consequences import exchange as consequences
from gensvar.screens.setup.forms.exchange import LogForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client

MOST_SHOWN, LOOKED_BACK = 100, timedelta(days=400)


@require_safe
@requires("setup.read")
def logs(request: AgentRequest) -> HttpResponse:
    client, today = chosen_client(request, "setup.read"), localdate()
    begins = today - LOOKED_BACK
    return listed(
        request,
        "logs",
        here="setup_logs",
        title=_("Calls of another exchange"),
        about=_("Brought in from its log, they count as ours do and are marked as imported."),
        tabs=client_tabs(request, "setup.read", "setup_logs", client),
        client=client,
        rows=imports_of(client)[:MOST_SHOWN],
        half_days=half_days(client, since=begins, until=today + timedelta(days=1)),
        acts=[(_("Bring in a log"), f"{reverse('setup_import_log')}?client={client.code}", "plus")],
        history=changes(("exchange.log-import-made",), {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Read a log without changing anything, show what it would do, then bring it in."""
    client = chosen_client(request, "setup.write")
    form = LogForm(request.POST or None, request.FILES or None)
    back = f"{reverse('setup_logs')}?client={client.code}"
    tried = tried_lines(
        request,
        form,
        lambda given: [
            (one.number, consequences.in_words(one))
            for one in planned(client, form.wish(given)).refused
        ],
        most=MOST_SHOWN,
    )
    return propose(
        request,
        Proposal(
            here="setup_logs",
            title=_("Bring a log in to %(client)s") % {"client": client.public_name},
            crumb=(_("Calls of another exchange"), back),
            form=form,
            kind=Kind.CREATE,
            verb=_("Bring it in"),
            is_rehearsed=False,
            effects=lambda given: consequences.of_log(planned(client, form.wish(given))),
            save=lambda given: import_log(client, form.wish(given), by=request.user, at=now()),
            then=back,
            done=_("The log is brought in. Measures count it within minutes."),
            template="setup/import_log.html",
            more={"client": client, **tried},
        ),
    )
