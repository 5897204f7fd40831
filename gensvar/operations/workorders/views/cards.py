"""Faults that come back: the cards, and what came of each."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.forms import SettleForm
from gensvar.operations.workorders.models import PreventionCard
from gensvar.operations.workorders.queries.cards import orders_of_card
from gensvar.operations.workorders.queries.listing import WITH, with_costs
from gensvar.operations.workorders.views.frame import GET_AND_POST, draw, kept, lead_on, posted

MOST_SETTLED = 50


@require_safe
@requires("workorders.read")
def cards(request: AgentRequest) -> HttpResponse:
    rows = PreventionCard.objects.select_related("place", "service", "settled_by")
    return draw(
        request,
        "cards",
        waiting=list(rows.filter(settled_at=None).order_by("opened_at")),
        settled=list(rows.exclude(settled_at=None).order_by("-settled_at")[:MOST_SETTLED]),
    )


@require_safe
@requires("workorders.read")
def card(request: AgentRequest, card_id: int) -> HttpResponse:
    return _page(request, _found(card_id))


@GET_AND_POST
@requires("workorders.write")
def settle(request: AgentRequest, card_id: int) -> HttpResponse:
    found = _found(card_id)
    form = SettleForm(posted(request))

    def act() -> PreventionCard:
        return actions.settle_card(found, by=request.user, at=now(), **form.cleaned_data)

    if kept(form, act):
        done = _("The outcome is kept. Faults are counted anew from now.")
        return lead_on(request, done, to=reverse("workorders_card", args=[found.pk]))
    return _page(request, found, settling=form)


def _found(card_id: int) -> PreventionCard:
    rows = PreventionCard.objects.select_related("place", "service", "settled_by")
    return get_object_or_404(rows, pk=min(card_id, 2**63 - 1))


def _page(
    request: AgentRequest, card: PreventionCard, *, settling: SettleForm | None = None
) -> HttpResponse:
    orders = with_costs(orders_of_card(card).select_related(*WITH))
    return draw(
        request,
        "card",
        card=card,
        orders=list(orders),
        may_write=request.identity.may("workorders.write", client_id=card.client_id),
        settling=settling or SettleForm(),
        at=now(),
    )
