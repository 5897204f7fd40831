"""What the palette finds: cases, customers, and the lists of one's own."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import SavedView
from gensvar.operations.search.queries import find
from gensvar.screens.desk import lists
from gensvar.screens.desk.words import state_looks


@require_POST
@requires("search.read")
def found(request: AgentRequest) -> HttpResponse:
    """Answer the palette: {"items": [{"group", "label", "hint", "icon", "url"}]}.

    What is typed may name a person, so it never stands in an address.
    """
    typed = request.POST.get("q", "")[:200]
    matches = find(typed)
    looks = state_looks()
    items: list[dict[str, Any]] = [
        {
            "group": _("Cases that resemble it") if matches.is_near else _("Cases"),
            "label": case.title,
            "hint": " · ".join(filter(None, [case.number, case.customer, looks[case.state].label])),
            "icon": looks[case.state].icon,
            "url": reverse("desk_case", args=[case.number]),
        }
        for case in matches.cases
    ]
    items += [
        {
            "group": _("Customers that resemble it") if matches.is_near else _("Customers"),
            "label": customer.name or customer.number,
            "hint": customer.number,
            "icon": "user",
            "url": reverse("desk_customer", args=[customer.number]),
        }
        for customer in matches.customers
    ]
    return JsonResponse({"items": items + _lists(request, typed)})


def _lists(request: AgentRequest, typed: str) -> list[dict[str, Any]]:
    """Return the lists, everybody's and one's own, whose names contain what was typed."""
    base = reverse("desk_cases")
    everybody = [
        (str(v.label), v.icon, v.conditions.address()) for v in (*lists.MINE, *lists.GROUPS)
    ]
    own = SavedView.objects.filter(owner=request.user.pk).order_by("name")
    named = [
        *everybody,
        *((view.name, "filter", lists.read_saved(view).address()) for view in own),
    ]
    words = typed.lower().split()
    return [
        {
            "group": _("Lists"),
            "label": name,
            "hint": "",
            "icon": icon,
            "url": f"{base}?{asked}".rstrip("?"),
        }
        for name, icon, asked in named
        if words and all(word in name.lower() for word in words)
    ]
