"""A table of places: tried without changing anything, then brought in."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.integrations.tables import Fault
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.register.actions import import_places
from gensvar.operations.register.queries.importing import planned_import
from gensvar.operations.register.rules.tables import HEADINGS, HOURS
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import register as consequences
from gensvar.screens.setup.forms.catalogue import ImportForm
from gensvar.screens.setup.listing import client_tabs
from gensvar.screens.setup.reaching import chosen_client
from gensvar.screens.setup.sections import sections
from gensvar.screens.setup.views.register import GET_AND_POST, crumb, list_of

MOST_SHOWN = 100
WORDS = {
    "cells": _("The line has more cells than there are headings."),
    "column": _("There is no such column, or no such service. Take it out, or rename it."),
    "column-twice": _("The column stands twice."),
    "date": _("“%(value)s” is no day. Write it as 2026-05-04."),
    "empty": _("The cell is empty and must not be."),
    "ends-before": _("%(value)s is not after the day on which it begins."),
    "group": _("There is no open group with the code “%(value)s”."),
    "heading": _("The first line needs this heading."),
    "kind": _("“%(value)s” is no kind: property, building, room, installation or product."),
    "long": _("Longer than %(value)s letters."),
    "parent": _("There is no place with the code “%(value)s”, here or in the register."),
    "rows": _("A table has at most %(value)s places. Divide it."),
    "table": _("This is not a table that can be read (%(value)s)."),
    "twice": _("The same code stands on line %(value)s."),
    "within-itself": _("“%(value)s” would lie within itself."),
}


def _in_words(faults: Sequence[Fault]) -> list[tuple[int, str, str]]:
    return [
        (fault.number, _column(fault.column), str(WORDS[fault.kind]) % {"value": fault.value})
        for fault in faults[:MOST_SHOWN]
    ]


def _column(key: str) -> str:
    """Return what a column is called in the file."""
    service, _space, hours = key.rpartition(" ")
    if hours in HOURS:
        return f"{service} {HOURS[hours][0]}".strip()
    return HEADINGS[key][1] if key in HEADINGS else key


@GET_AND_POST
@requires("register.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Read a table without changing anything, show what it would do, then bring it in."""
    client = chosen_client(request, "register.write")
    form = ImportForm(request.POST or None, request.FILES or None)
    more = {"client": client, "table": "", "new": (), "known": ()}
    proposal = Proposal(
        here="setup_places",
        title=_("Import places to %(client)s") % {"client": client.public_name},
        crumb=crumb(),
        form=form,
        kind=Kind.CREATE,
        verb=_("Bring it in"),
        is_rehearsed=False,
        effects=lambda given: consequences.of_import(planned_import(client, given["table"])),
        save=lambda given: import_places(client, given["table"], by=request.user, at=now()),
        then=list_of(client),
        done=_("The table is brought in."),
        template="setup/import_places.html",
        more=more,
    )
    if request.method == "POST" and form.is_valid():
        plan = planned_import(client, form.cleaned_data["table"])
        if plan.faults:
            context = {
                "title": proposal.title,
                "crumb": proposal.crumb,
                "sections": sections(request, here="setup_places"),
                "tabs": client_tabs(request, "register.write", "setup_import_places", client),
                "faults": _in_words(plan.faults),
                "total": len(plan.faults),
                "again": request.get_full_path(),
            }
            return render(request, "setup/import_place_faults.html", context, status=422)
        table = form.cleaned_data["table"]
        more |= {"table": table, "new": plan.new[:MOST_SHOWN], "known": plan.known[:MOST_SHOWN]}
    return propose(request, proposal)
