"""Two customers side by side: make them one, with a choice for each field, or tell them apart."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers import actions
from gensvar.operations.customers.models import Customer, Merge
from gensvar.operations.customers.queries import customer_at
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.customers import back, customer_or_404, language_named

NAMES = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "type": gettext_lazy("Customer type"),
    "language": gettext_lazy("Language"),
    "preferred_channel": gettext_lazy("Wants to be reached by"),
    "cost_centre": gettext_lazy("Cost centre"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@requires("customers.merge")
def choose(request: AgentRequest, number: str) -> HttpResponse:
    """Choose whom to merge into this customer, then field by field what is right."""
    target = customer_or_404(number)
    asked = request.POST.get("source", request.GET.get("med", ""))
    asked = asked.replace("\0", "").strip().upper()
    source = customer_at(asked) if asked else None
    refusal = _("There is no such customer that you may see.") if asked and not source else ""
    if request.method == "POST" and source is not None and "merge" in request.POST:
        taken = [name for name in actions.CHOSEN if request.POST.get(name) == "source"]
        try:
            actions.merge(target, source=source, from_source=taken, by=request.user, at=now())
        except Refused as error:
            refusal = error.words()
        else:
            said = _("%(number)s lives on as this customer. You can undo it below.")
            messages.success(request, said % {"number": source.number})
            return back(target)
    context = {
        "customer": target,
        "source": source,
        "asked": asked,
        "refusal": refusal,
        "fields": _fields(target, source) if source is not None else [],
    }
    return dialog(request, "desk/_merge_customers.html", context, status=422 if refusal else 200)


def _fields(target: Customer, source: Customer) -> list[dict[str, Any]]:
    """Return the fields in which the two differ, as they are shown; the fuller one is chosen."""
    fields = []
    for name in actions.CHOSEN:
        one, other = getattr(target, name), getattr(source, name)
        if one != other:
            fields.append(
                {
                    "name": name,
                    "label": NAMES[name],
                    "target": _shown(target, name),
                    "source": _shown(source, name),
                    "chosen": "source" if other and not one else "target",
                }
            )
    return fields


def _shown(customer: Customer, name: str) -> str:
    if name == "language":
        return language_named(customer.language)
    display = getattr(customer, f"get_{name}_display", None)
    return str(display() if display else getattr(customer, name)) or "–"


@require_POST
@requires("customers.merge")
def apart(request: AgentRequest, number: str) -> HttpResponse:
    """Say that two customers are not the same."""
    found = customer_or_404(number)
    other = customer_at(request.POST.get("other", ""))
    if other is None:
        raise Http404
    actions.tell_apart(found, other=other, by=request.user, at=now())
    messages.success(request, _("Noted. The two are not suggested again."))
    return back(found)


@require_POST
@requires("customers.merge")
def undo(request: AgentRequest, number: str, merged: int) -> HttpResponse:
    """Part two customers again."""
    found = customer_or_404(number)
    rows = Merge.objects.filter(target=found).select_related("source", "target")
    chosen = get_object_or_404(rows, pk=merged)
    actions.part(chosen, by=request.user, at=now())
    said = _("Undone. %(number)s is a customer of its own again, with all that was theirs.")
    messages.success(request, said % {"number": chosen.source.number})
    return back(found)
