from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.knowledge.actions import import_catalogue
from gensvar.operations.knowledge.queries import planned_import
from gensvar.operations.knowledge.rules import Fault
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import catalogue as consequences
from gensvar.screens.setup.forms.catalogue import ImportForm
from gensvar.screens.setup.listing import client_tabs
from gensvar.screens.setup.reaching import chosen_client
from gensvar.screens.setup.sections import sections
from gensvar.screens.setup.views.catalogue import crumb

MOST_SHOWN = 100
WORDS = {
    "group": _("There is no open group with the code “%(value)s”."),
    "heading": _("The first line needs a heading for “%(value)s”."),
    "long": _("“%(value)s…” is longer than 120 letters."),
    "no-area": _("The service area is missing."),
    "no-name": _("The name of the subject is missing."),
    "public": _("“%(value)s” is neither yes nor no."),
    "retired": _("“%(value)s” is retired. Restore it first, or leave it out."),
    "rows": _("A table has at most %(value)s rows. Divide it."),
    "table": _("This is not a table that can be read (%(value)s)."),
    "tier": _("“%(value)s” is no tier: write 1, 2 or 3."),
    "twice": _("The same subject stands on line %(value)s."),
}
HEADINGS = {"name": _("Subject"), "area": _("Service area")}


def _in_words(faults: Sequence[Fault]) -> list[tuple[int, str]]:
    return [
        (fault.number, str(WORDS[fault.kind]) % {"value": HEADINGS.get(fault.value, fault.value)})
        for fault in faults[:MOST_SHOWN]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Read a table without changing anything, show what it would do, then bring it in."""
    client = chosen_client(request, "setup.write")
    form = ImportForm(request.POST or None, request.FILES or None)
    back = f"{reverse('setup_subjects')}?client={client.code}"
    more = {"client": client, "table": "", "new": (), "changed": ()}
    proposal = Proposal(
        here="setup_subjects",
        title=_("Import subjects to %(client)s") % {"client": client.public_name},
        crumb=crumb(),
        form=form,
        kind=Kind.CREATE,
        verb=_("Bring it in"),
        is_rehearsed=False,
        effects=lambda given: consequences.of_import(planned_import(client, given["table"])),
        save=lambda given: import_catalogue(client, given["table"], by=request.user, at=now()),
        then=back,
        done=_("The table is brought in."),
        template="setup/import.html",
        more=more,
    )
    if request.method == "POST" and form.is_valid():
        plan = planned_import(client, form.cleaned_data["table"])
        if plan.faults:
            context = {
                "title": proposal.title,
                "crumb": proposal.crumb,
                "sections": sections(request, here="setup_subjects"),
                "tabs": client_tabs(request, "setup.write", "setup_import", client),
                "faults": _in_words(plan.faults),
                "total": len(plan.faults),
                "again": request.get_full_path(),
            }
            return render(request, "setup/import_faults.html", context, status=422)
        more |= {"table": form.cleaned_data["table"], "new": plan.new, "changed": plan.changed}
    return propose(request, proposal)
