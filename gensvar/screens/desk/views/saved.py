"""Lists under names of one's own."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import SavedView
from gensvar.operations.cases.queries.conditions import Conditions
from gensvar.screens.desk.lists import read_saved
from gensvar.screens.desk.views.cases import dialog

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_AND_POST
@requires("cases.read")
def save(request: AgentRequest) -> HttpResponse:
    """Keep the list one looks at under a name."""
    asked = (
        request.POST.get("conditions", "") if request.method == "POST" else request.GET.urlencode()
    )
    conditions = Conditions.read(QueryDict(asked[:2000]).dict())[0]
    if request.method == "POST":
        name = request.POST.get("name", "").replace("\0", "")
        if _done(
            request, lambda: actions.save_view(conditions.kept(), name=name, owner=request.user)
        ):
            return _to_list(conditions)
    context = {"conditions": conditions.address(), "view": None}
    return dialog(request, "desk/_save_view.html", context)


@GET_AND_POST
@requires("cases.read")
def change(request: AgentRequest, view: int) -> HttpResponse:
    """Give one's view another name, or remove it."""
    found = get_object_or_404(SavedView, pk=view, owner=request.user.pk)
    if request.method == "POST" and "remove" in request.POST:
        actions.remove_view(found)
        messages.success(request, _("The view is removed. The cases in it are as they were."))
        return _to_list(Conditions())
    if request.method == "POST":
        name = request.POST.get("name", "").replace("\0", "")
        if _done(request, lambda: actions.rename_view(found, name=name)):
            return _to_list(read_saved(found))
    context = {"view": found, "conditions": read_saved(found).address()}
    return dialog(request, "desk/_save_view.html", context)


def _done(request: AgentRequest, act: Callable[[], object]) -> bool:
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.words())
        return False
    messages.success(request, _("The view is saved. Only you see it."))
    return True


def _to_list(conditions: Conditions) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('desk_cases')}?{conditions.address()}".rstrip("?"))
