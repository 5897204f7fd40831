"""Customers in a table: shown what it would do, brought in, taken out again."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.tables import Fault
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.actions import import_customers, undo_import
from gensvar.operations.customers.models import Customer, Import
from gensvar.operations.customers.queries import ImportPlan, planned_import
from gensvar.screens.desk.customer_forms import TableForm
from gensvar.screens.desk.reaching import clients_of, posted

MOST_SHOWN = 100
WORDS = {
    "cells": _("The line has more cells than there are headings."),
    "column": _("There is no such column. Take it out, or call it as below."),
    "column-twice": _("The column stands twice."),
    "empty": _("The name is missing."),
    "heading": _("The first line needs a heading for the name."),
    "kind": _("“%(value)s” is neither person nor organisation."),
    "language": _("“%(value)s” is no language code: write sv, en, ar."),
    "long": _("Longer than %(value)s letters."),
    "mail": _("“%(value)s” is not a mail address."),
    "phone": _("“%(value)s” is not a phone number."),
    "preferred_channel": _("“%(value)s” is no channel: phone, sms, mail, letter or visit."),
    "rows": _("A table has at most %(value)s customers. Divide it."),
    "table": _("This is not a table that can be read (%(value)s)."),
    "twice": _("The same address stands on line %(value)s."),
    "type": _("“%(value)s” is no customer type."),
}
COLUMNS = {
    "name": _("Name"),
    "kind": _("Kind"),
    "type": _("Customer type"),
    "language": _("Language"),
    "preferred_channel": _("Wanted channel"),
    "mail": _("E-mail"),
    "phone": _("Phone"),
    "post": _("Postal address"),
    "cost_centre": _("Cost centre"),
}


def _in_words(faults: Sequence[Fault]) -> list[tuple[int, str, str]]:
    return [
        (
            fault.number,
            str(COLUMNS.get(fault.column, fault.column)),
            str(WORDS[fault.kind]) % {"value": fault.value},
        )
        for fault in faults[:MOST_SHOWN]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.import")
def importing(request: AgentRequest) -> HttpResponse:
    """Read a table without changing anything, show what it would do, then bring it in."""
    client = _client(request)
    form = TableForm(posted(request), request.FILES or None)
    context: dict[str, Any] = {"client": client, "form": form, "names": COLUMNS.values()}
    context |= {"plan": None, "refusal": ""}
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/import.html", context, status=422 if form.is_bound else 200)
    table = form.cleaned_data["table"]
    plan = planned_import(client, table)
    if "bring" in request.POST:
        try:
            brought = import_customers(client, table, by=request.user, at=now())
        except Refused as refusal:
            context["refusal"] = refusal.words()
        else:
            said = ngettext(
                "%(count)s customer is brought in. You can undo it below.",
                "%(count)s customers are brought in. You can undo it below.",
                brought.added,
            )
            messages.success(request, said % {"count": brought.added})
            return HttpResponseRedirect(reverse("desk_customers"))
    context |= _shown(plan, table)
    return render(request, "desk/import.html", context, status=422 if plan.faults else 200)


def _shown(plan: ImportPlan, table: str) -> dict[str, Any]:
    return {
        "table": table,
        "plan": plan,
        "faults": _in_words(plan.faults),
        "new": plan.new[:MOST_SHOWN],
        "known": plan.known[:MOST_SHOWN],
        "type_names": dict(Customer.Type.choices),
    }


def _client(request: AgentRequest) -> Client:
    """Return the client whose customers come in: the one asked for, else the first of one's own."""
    among = clients_of(request.identity, "customers.import")
    rows = Client.objects.filter(pk__in=among).order_by("-kind", "pk")
    asked = request.POST.get("client") or request.GET.get("uppdragsgivare", "")
    chosen = (rows.filter(code=asked) if asked else rows).first()
    if chosen is None:
        raise PermissionDenied("customers.import")
    return chosen


@require_POST
@requires("customers.import")
def undo(request: AgentRequest, brought: int) -> HttpResponse:
    """Take out again whom an import brought; whoever something hangs on stays."""
    undone = undo_import(get_object_or_404(Import, pk=brought), by=request.user, at=now())
    said = _now(
        "The import is undone: %(removed)s removed, %(kept)s stay because something hangs on them."
    )
    removed = undone.added - undone.kept
    messages.success(request, said % {"removed": removed, "kept": undone.kept})
    return HttpResponseRedirect(reverse("desk_customers"))
