"""The national block register (NIX): which list is in use, and a newer one, tried before it is."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.blocking import import_register, planned
from gensvar.operations.contacts.models import BlockRegister
from gensvar.operations.contacts.rules import register_ends_on
from gensvar.screens.setup.changing import Kind, Proposal, propose, tried_lines
from gensvar.screens.setup.consequences import blocking as consequences
from gensvar.screens.setup.forms.blocking import RegisterForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client

MOST_SHOWN = 40
# So many days before it can no longer be asked its age is warned of.
WARNED_DAYS = 14


@require_safe
@requires("setup.read")
def registers(request: AgentRequest) -> HttpResponse:
    client, today = chosen_client(request, "setup.read"), localdate()
    rows = list(
        BlockRegister.objects.filter(client=client)
        .select_related("by")
        .order_by("-pk")[:MOST_SHOWN]
    )
    ends_on = register_ends_on(rows[0].version_on) if rows else None
    left = (ends_on - today).days if ends_on else 0
    url = f"{reverse('setup_import_block_register')}?client={client.code}"
    return listed(
        request,
        "block_registers",
        here="setup_block_registers",
        title=_("Block register (NIX)"),
        about=_("Asked before every call to sell or to raise funds. Without it there are none."),
        tabs=client_tabs(request, "setup.read", "setup_block_registers", client),
        client=client,
        rows=[(one, register_ends_on(one.version_on)) for one in rows],
        ends_on=ends_on,
        age_days=(today - rows[0].version_on).days if rows else 0,
        is_over=ends_on is not None and left <= 0,
        is_old=ends_on is not None and left <= WARNED_DAYS,
        acts=[(_("Bring a register in"), url, "plus")],
        history=changes(("contacts.block-register-imported",), {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Read a register without changing anything, show what it would do, then bring it in."""
    client = chosen_client(request, "setup.write")
    form = RegisterForm(request.POST or None, request.FILES or None)
    back = f"{reverse('setup_block_registers')}?client={client.code}"
    tried = tried_lines(
        request, form, lambda given: planned(client, form.wish(given)).refused, most=MOST_SHOWN
    )
    return propose(
        request,
        Proposal(
            here="setup_block_registers",
            title=_("Bring a block register in to %(client)s") % {"client": client.public_name},
            crumb=(_("Block register (NIX)"), back),
            form=form,
            kind=Kind.CREATE,
            verb=_("Bring it in"),
            is_rehearsed=False,
            effects=lambda given: consequences.of_register(
                planned(client, form.wish(given)), version_on=given["version_on"]
            ),
            save=lambda given: import_register(client, form.wish(given), by=request.user, at=now()),
            then=back,
            done=_("The register is in use from now on."),
            template="setup/import_block_register.html",
            more={"client": client, **tried},
        ),
    )
