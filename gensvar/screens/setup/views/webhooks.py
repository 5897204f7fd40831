from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.integrations.actions import (
    add_webhook,
    change_webhook,
    end_webhook,
    rotate_secret,
    send_again,
    try_webhook,
)
from gensvar.foundation.integrations.models import Webhook
from gensvar.foundation.integrations.queries import deliveries_of, webhooks_for
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import programs as consequences
from gensvar.screens.setup.forms.programs import WebhookForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import clients_within, is_everywhere
from gensvar.screens.setup.views.tokens import shown_once

EVENTS = (
    "integrations.webhook-added",
    "integrations.webhook-changed",
    "integrations.webhook-ended",
)
MOST_SHOWN = 50


def _crumb() -> tuple[str, str]:
    return _("Webhooks"), reverse("setup_webhooks")


def _found(request: AgentRequest, webhook_id: int) -> Webhook:
    return get_object_or_404(webhooks_for(request.identity), pk=webhook_id)


@require_safe
@requires("integrations.read")
def webhooks(request: AgentRequest) -> HttpResponse:
    return listed(
        request,
        "webhooks",
        here="setup_webhooks",
        title=_("Webhooks"),
        about=_("Addresses that are told what happens, in numbers and signed."),
        rows=webhooks_for(request.identity).order_by("-pk"),
        acts=[(_("New webhook"), reverse("setup_new_webhook"), "plus")],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("integrations.write")
def new_webhook(request: AgentRequest) -> HttpResponse:
    form = WebhookForm(
        request.POST or None,
        clients=clients_within(request, "integrations.write"),
        is_everywhere=is_everywhere(request, "integrations.write"),
    )
    return propose(
        request,
        Proposal(
            here="setup_webhooks",
            title=_("New webhook"),
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the webhook"),
            effects=lambda given: consequences.of_webhook(
                given["client"], given["events"], at=now()
            ),
            save=lambda given: add_webhook(by=request.user, at=now(), **given),
            then=lambda made: shown_once(
                request,
                here="setup_webhooks",
                crumb=_crumb(),
                title=made[0].url,
                label=_("Secret"),
                secret=made[1],
                told=_("The webhook is added"),
            ),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("integrations.write")
def webhook(request: AgentRequest, webhook_id: int) -> HttpResponse:
    found = _found(request, webhook_id)
    form = WebhookForm(
        request.POST or None,
        clients=clients_within(request, "integrations.write"),
        is_everywhere=True,
        initial={"client": found.client_id, "url": found.url, "events": found.events},
    )
    # Whose events are told is decided when the webhook is made.
    del form.fields["client"]
    return propose(
        request,
        Proposal(
            here="setup_webhooks",
            title=found.url,
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_webhook(found.client, given["events"], at=now()),
            save=lambda given: change_webhook(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"webhook_id": found.pk}),
            template="setup/webhook.html",
            more={"webhook": found, "deliveries": deliveries_of(found)[:MOST_SHOWN]},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("integrations.write")
def ending_webhook(request: AgentRequest, webhook_id: int) -> HttpResponse:
    found = _found(request, webhook_id)
    return propose(
        request,
        Proposal(
            here="setup_webhooks",
            title=_("End the webhook"),
            crumb=(found.url, reverse("setup_webhook", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End it"),
            is_dangerous=True,
            effects=lambda given: consequences.of_ending_webhook(found),
            save=lambda given: end_webhook(found, by=request.user, at=now()),
            then=reverse("setup_webhooks"),
            done=_("The webhook is ended."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("integrations.write")
def new_secret(request: AgentRequest, webhook_id: int) -> HttpResponse:
    found = _found(request, webhook_id)
    back = (found.url, reverse("setup_webhook", args=[found.pk]))
    return propose(
        request,
        Proposal(
            here="setup_webhooks",
            title=_("New secret"),
            crumb=back,
            form=Nothing(request.POST or None),
            # Made once from one page: pressing twice must not outdate what was just shown.
            kind=Kind.CREATE,
            verb=_("Make a new secret"),
            effects=lambda given: consequences.of_new_secret(),
            save=lambda given: rotate_secret(found, by=request.user, at=now()),
            then=lambda secret: shown_once(
                request,
                here="setup_webhooks",
                crumb=back,
                title=found.url,
                label=_("Secret"),
                secret=secret,
                told=_("Both secrets sign for 24 hours"),
            ),
        ),
    )


@require_POST
@requires("integrations.write")
def trying_webhook(request: AgentRequest, webhook_id: int) -> HttpResponse:
    found = _found(request, webhook_id)
    try_webhook(found, by=request.user, at=now())
    return HttpResponseRedirect(reverse("setup_webhook", args=[found.pk]) + "#deliveries")


@require_POST
@requires("integrations.write")
def repetition(request: AgentRequest, webhook_id: int, delivery_id: int) -> HttpResponse:
    found = _found(request, webhook_id)
    send_again(get_object_or_404(deliveries_of(found), pk=delivery_id), at=now())
    return HttpResponseRedirect(reverse("setup_webhook", args=[found.pk]) + "#deliveries")
