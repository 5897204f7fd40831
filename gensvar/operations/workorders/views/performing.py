"""The performer's phone: today's orders, and one order from start to sign-off.

Works without script; every act is a form of its own that leads back to the order.
"""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.files.forms import checked_files
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.forms import (
    MaterialForm,
    PauseForm,
    PhotoForm,
    SignOffForm,
    TimeForm,
)
from gensvar.operations.workorders.models import WorkOrder
from gensvar.operations.workorders.queries.listing import in_view, orders_of
from gensvar.operations.workorders.rules.orders import WorkStage
from gensvar.operations.workorders.views.frame import attempt, draw, kept, lead_on

MOST_DONE = 10
# Several forms on one page: each names its fields by itself.
OWN_IDS = "{}_%s"


@require_safe
@requires("workorders.perform")
def mine(request: AgentRequest) -> HttpResponse:
    """List one's own orders and one's groups', those of today and before first."""
    at, today = now(), localdate()
    rows = orders_of().performed_by(request.user)
    waiting = list(in_view(rows, "oppna", at=at))
    soon = [one for one in waiting if not one.planned_start or _day(one) <= today]
    return draw(
        request,
        "mine",
        today=soon,
        later=[one for one in waiting if one not in soon],
        done=list(rows.filter(stage=WorkStage.DONE).order_by("-finished_at")[:MOST_DONE]),
        at=at,
    )


@require_safe
@requires("workorders.perform")
def perform(request: AgentRequest, order_id: int) -> HttpResponse:
    return _page(request, _own(request, order_id))


@require_POST
@requires("workorders.perform")
def start(request: AgentRequest, order_id: int) -> HttpResponse:
    order = _own(request, order_id)
    return attempt(
        request,
        lambda: actions.start(order, by=request.user, at=now()),
        done=_("Begun."),
        to=_address(order),
    )


@require_POST
@requires("workorders.perform")
def pause(request: AgentRequest, order_id: int) -> HttpResponse:
    return _fill(request, order_id, "pausing", PauseForm, actions.pause, _("Paused."))


@require_POST
@requires("workorders.perform")
def add_time(request: AgentRequest, order_id: int) -> HttpResponse:
    return _fill(request, order_id, "timing", TimeForm, actions.add_time, _("The time is kept."))


@require_POST
@requires("workorders.perform")
def add_material(request: AgentRequest, order_id: int) -> HttpResponse:
    done = _("The material is kept.")
    return _fill(request, order_id, "using", MaterialForm, actions.add_material, done)


@require_POST
@requires("workorders.perform")
def sign_off(request: AgentRequest, order_id: int) -> HttpResponse:
    done = _("Signed off. The desk tells the customer.")
    return _fill(request, order_id, "signing", SignOffForm, actions.sign_off, done)


@require_POST
@requires("workorders.perform")
def add_photo(request: AgentRequest, order_id: int) -> HttpResponse:
    order = _own(request, order_id)
    checked = checked_files(request.FILES.getlist("photo"), places=1)
    form = PhotoForm(request.POST, request.FILES, auto_id=OWN_IDS.format("picturing"))
    for fault in checked.faults:
        form.add_error("photo", fault)
    if form.errors or not checked.files:
        return _page(request, order, picturing=form)
    name, content = checked.files[0]
    return attempt(
        request,
        lambda: actions.add_photo(order, content, name=name, by=request.user, at=now()),
        done=_("The picture is kept."),
        to=_address(order),
    )


def _fill(
    request: AgentRequest,
    order_id: int,
    part: str,
    form_type: type[Form],
    act: Callable[..., object],
    done: str,
) -> HttpResponse:
    """Do what a form says; what was written stays where something is wrong with it."""
    order = _own(request, order_id)
    form = form_type(request.POST, auto_id=OWN_IDS.format(part))
    if kept(form, lambda: act(order, by=request.user, at=now(), **form.cleaned_data)):
        return lead_on(request, done, to=_address(order))
    return _page(request, order, **{part: form})


def _address(order: WorkOrder) -> str:
    return reverse("workorders_perform", args=[order.pk])


def _own(request: AgentRequest, order_id: int) -> WorkOrder:
    rows = orders_of().performed_by(request.user)
    found = rows.filter(pk=order_id).first() if order_id < 2**63 else None
    if found is None:
        raise Http404
    return found


def _day(order: WorkOrder) -> Any:
    return localdate(order.planned_start)


def _page(request: AgentRequest, order: WorkOrder, **forms: Form) -> HttpResponse:
    shown = {
        "pausing": PauseForm(auto_id=OWN_IDS.format("pausing")),
        "timing": TimeForm(auto_id=OWN_IDS.format("timing")),
        "using": MaterialForm(auto_id=OWN_IDS.format("using")),
        "picturing": PhotoForm(auto_id=OWN_IDS.format("picturing")),
        "signing": SignOffForm(
            auto_id=OWN_IDS.format("signing"), initial={"name": request.user.name}
        ),
        **forms,
    }
    return draw(
        request,
        "perform",
        order=order,
        times=list(order.times.order_by("pk")),
        materials=list(order.materials.order_by("pk")),
        photos=list(order.photos.select_related("file").order_by("pk")),
        signed=getattr(order, "sign_off", None),
        at=now(),
        **shown,
    )
