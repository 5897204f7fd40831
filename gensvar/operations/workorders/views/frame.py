"""What every page about orders carries, and how an act leads back."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.views import opened
from gensvar.operations.workorders.models import WorkOrder
from gensvar.operations.workorders.queries.listing import orders_of
from gensvar.operations.workorders.queries.shown import kronor

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
Made = TypeVar("Made")


def draw(request: AgentRequest, template: str, **context: Any) -> HttpResponse:
    """Draw a page of orders; one with faults in what was written says so in its status, too."""
    is_wrong = any(isinstance(one, BaseForm) and one.errors for one in context.values())
    context |= {"may": request.identity.may, "kronor": kronor, "tone_of": tone_of}
    return render(request, f"workorders/{template}.html", context, status=422 if is_wrong else 200)


def tone_of(order: WorkOrder) -> tuple[str, str | None]:
    """Return the icon of an order's stage, and its tone."""
    return {
        "ordered": ("list", None),
        "started": ("play", "info"),
        "paused": ("pause", "warn"),
        "done": ("check-circle", "good"),
        "cancelled": ("no", None),
    }[order.stage]


def order_or_404(request: AgentRequest, order_id: int) -> WorkOrder:
    """Return the order, or say that there is none: to whom may not see it, it does not exist."""
    if order_id >= 2**63:
        raise Http404
    return get_object_or_404(orders_of().select_related("rule"), pk=order_id)


def case_or_404(request: AgentRequest, number: str) -> Case:
    """Return the case; a confidential one must have been opened with a reason."""
    if len(number) > 12:
        raise Http404
    rows = Case.objects.select_related("client", "customer")
    return opened(request, get_object_or_404(rows, number=number))


def case_of(request: AgentRequest, order: WorkOrder) -> Case | None:
    """Return the case of an order to those who may see cases."""
    if not request.identity.may("cases.read", client_id=order.client_id):
        return None
    found = Case.objects.select_related("client").filter(pk=order.case_id).first()
    return opened(request, found) if found is not None else None


def posted(request: AgentRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


def kept(form: BaseForm, act: Callable[[], Made]) -> Made | None:
    """Do what a form says, if it is whole; what is refused is said with what was written."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act()
    except Refused as refusal:
        form.add_error(None, refusal.words())
        return None


def attempt(
    request: AgentRequest, act: Callable[[], object], *, done: str, to: str
) -> HttpResponse:
    """Do what needs no words, or say why not, and lead on."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.words())
        return HttpResponseRedirect(to)
    return lead_on(request, done, to=to)


def lead_on(request: AgentRequest, done: str, *, to: str) -> HttpResponse:
    messages.success(request, done)
    return HttpResponseRedirect(to)
