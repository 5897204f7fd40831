"""One order, as the desk sees it: how it goes, what it costs, and what is told of it."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.files.downloads import download
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.forms import OrderForm, ReasonForm, ReportForm, known
from gensvar.operations.workorders.models import Photo, ReportBack, WorkOrder
from gensvar.operations.workorders.queries.listing import orders_of, with_costs
from gensvar.operations.workorders.rules.money import variance
from gensvar.operations.workorders.views.frame import (
    GET_AND_POST,
    case_of,
    draw,
    kept,
    lead_on,
    order_or_404,
    posted,
)


def address_of(order: WorkOrder) -> str:
    return reverse("workorders_order", args=[order.pk])


@require_safe
@requires("workorders.read")
def order(request: AgentRequest, order_id: int) -> HttpResponse:
    return _page(request, order_or_404(request, order_id))


@GET_AND_POST
@requires("workorders.write")
def change(request: AgentRequest, order_id: int) -> HttpResponse:
    """Plan it otherwise, or give it to somebody else."""
    shown, at = order_or_404(request, order_id), now()
    form = OrderForm(posted(request), client=shown.client, at=at, initial=known(shown))

    def act() -> WorkOrder:
        return actions.change_order(shown, by=request.user, at=at, **vars(form.wanted()))

    if kept(form, act):
        return lead_on(request, _("Changed."), to=address_of(shown))
    return draw(request, "order_form", form=form, order=shown, case=None, back=address_of(shown))


@GET_AND_POST
@requires("workorders.write")
def cancel(request: AgentRequest, order_id: int) -> HttpResponse:
    shown = order_or_404(request, order_id)
    form = ReasonForm(posted(request))
    if kept(form, lambda: actions.cancel(shown, by=request.user, at=now(), **form.cleaned_data)):
        done = _("Cancelled. The performer no longer has it.")
        return lead_on(request, done, to=address_of(shown))
    return _page(request, shown, cancelling=form)


@GET_AND_POST
@requires("workorders.write")
def report_back(request: AgentRequest, order_id: int) -> HttpResponse:
    """Tell customer and desk."""
    shown = order_or_404(request, order_id)
    form = ReportForm(posted(request))

    def act() -> ReportBack:
        return actions.report_back(shown, by=request.user, at=now(), **form.cleaned_data)

    if kept(form, act):
        return lead_on(request, _("Customer and desk have been told."), to=address_of(shown))
    return _page(request, shown, reporting=form)


@require_safe
@requires("workorders.read")
def photo(request: AgentRequest, photo_id: int) -> HttpResponseBase:
    """Hand out a picture, to be saved rather than opened in the page."""
    rows = Photo.objects.select_related("file")
    found = get_object_or_404(rows, pk=min(photo_id, 2**63 - 1))
    order_or_404(request, found.order_id)
    return download(found.file, name=found.name, to=request.identity)


def _page(
    request: AgentRequest,
    order: WorkOrder,
    *,
    cancelling: ReasonForm | None = None,
    reporting: ReportForm | None = None,
) -> HttpResponse:
    priced = with_costs(orders_of()).get(pk=order.pk)
    return draw(
        request,
        "order",
        order=priced,
        case=case_of(request, order),
        variance=variance(priced.estimated or 0, priced.actual),
        stages=list(order.stages.select_related("by").order_by("pk")),
        times=list(order.times.select_related("by").order_by("pk")),
        materials=list(order.materials.order_by("pk")),
        photos=list(order.photos.select_related("file").order_by("pk")),
        signed=getattr(order, "sign_off", None),
        report=getattr(order, "report", None),
        survey=getattr(order, "survey", None),
        may_write=request.identity.may("workorders.write", client_id=order.client_id),
        cancelling=cancelling or ReasonForm(),
        reporting=reporting or ReportForm(),
        at=now(),
    )
