from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.sms.actions.numbers import (
    account_of,
    add_number,
    address_for,
    change_number,
)
from gensvar.channels.sms.models import Number
from gensvar.channels.sms.providers import (
    NotNow,
    RefusedForGood,
    Text,
    Unsure,
    provider_named,
)
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import numbers as consequences
from gensvar.screens.setup.forms.numbers import NewNumberForm, NumberForm, initial_of
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = ("sms.number-changed",)


def _crumb() -> tuple[str, str]:
    return _("Text messages"), reverse("setup_numbers")


def _found(request: AgentRequest, number_id: int) -> Number:
    rows = Number.objects.select_related("client", "group", "subject")
    within = clients_within(request, "setup.write")
    return get_object_or_404(rows.filter(client__in=within), pk=number_id)


@require_safe
@requires("setup.read")
def numbers(request: AgentRequest) -> HttpResponse:
    within = clients_within(request, "setup.read")
    rows = Number.objects.filter(client__in=within).select_related("client", "group")
    client = within.first()
    return listed(
        request,
        "numbers",
        here="setup_numbers",
        title=_("Text messages"),
        rows=rows.annotate(newest=Max("arrivals__received_at")).order_by("client", "number"),
        acts=[
            (
                _("New number"),
                f"{reverse('setup_new_number')}?client={client.code if client else ''}",
                "plus",
            )
        ],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_number(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    form = NewNumberForm(request.POST or None, client=client, initial={"sends_receipts": True})
    return propose(
        request,
        Proposal(
            here="setup_numbers",
            title=_("New number for %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the number"),
            effects=consequences.of_new_number,
            save=lambda given: add_number(client, by=request.user, at=now(), **form.settings()),
            then=reverse("setup_numbers"),
            done=_("The number is added. Open it for the address that 46elks shall call."),
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def number(request: AgentRequest, number_id: int) -> HttpResponse:
    found = _found(request, number_id)
    form = NumberForm(request.POST or None, client=found.client, initial=initial_of(found))
    return propose(
        request,
        Proposal(
            here="setup_numbers",
            title=found.number,
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_changed_number(found, given),
            save=lambda given: change_number(found, by=request.user, at=now(), **form.settings()),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"number_id": found.pk}),
            template="setup/number.html",
            more={"number": found, "address": address_for(found, "in")},
        ),
    )


@requires("setup.write")
def _to_try(request: AgentRequest, number_id: int) -> Number | HttpResponse:
    return _found(request, number_id)


@require_POST
@transaction.non_atomic_requests
def trying(request: AgentRequest, number_id: int) -> HttpResponse:
    """Ask the provider, now, whether it would take a message; none is sent."""
    with transaction.atomic():
        found = _to_try(request, number_id)
    if isinstance(found, HttpResponse):
        return found
    if problem := _problem_with(found):
        messages.error(request, problem)
    else:
        messages.success(request, _("It works: 46elks lets us in. No message was sent."))
    return HttpResponseRedirect(reverse("setup_number", args=[number_id]))


trying.permission = _to_try.permission  # type: ignore[attr-defined]


def _problem_with(number: Number) -> str:
    text = Text(sender=number.number, recipient=number.number, words="Prov", report_to="")
    try:
        provider_named(number.provider).send(account_of(number), text, is_try=True)
    except RefusedForGood as refusal:
        return _("46elks does not take it: %(words)s") % {"words": refusal.words[:200]}
    except (NotNow, Unsure) as trouble:
        return _("46elks could not be reached: %(words)s") % {"words": str(trouble)[:200]}
    return ""
