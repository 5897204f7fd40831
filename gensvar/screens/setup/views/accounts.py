"""A client's accounts in social networks."""

from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.social.actions.accounts import (
    add_account,
    address_for,
    change_account,
    secret_of,
)
from gensvar.channels.social.models import Account, Connection
from gensvar.channels.social.networks import network_named
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import accounts as consequences
from gensvar.screens.setup.forms.accounts import AccountForm, NewAccountForm, initial_of
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = (
    "social.social-account-changed",
    "social.social-account-joined",
    "social.social-account-left",
)


def _crumb() -> tuple[str, str]:
    return _("Social media"), reverse("setup_accounts")


@require_safe
@requires("setup.read")
def accounts(request: AgentRequest) -> HttpResponse:
    within = clients_within(request, "setup.read")
    rows = Account.objects.filter(client__in=within).select_related("client", "group", "connection")
    client = within.first()
    code = client.code if client else ""
    return listed(
        request,
        "accounts",
        here="setup_accounts",
        title=_("Social media"),
        rows=rows.annotate(newest=Max("intakes__at")).order_by("client", "network", "handle"),
        acts=[(_("New account"), f"{reverse('setup_new_account')}?client={code}", "plus")],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_account(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    form = NewAccountForm(request.POST or None, client=client, initial={"keep_days": 730})
    return propose(
        request,
        Proposal(
            here="setup_accounts",
            title=_("New account for %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the account"),
            effects=consequences.of_new_account,
            save=lambda given: add_account(client, by=request.user, at=now(), **given),
            then=reverse("setup_accounts"),
            done=_("The account is added. Open it for the address that programs call."),
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def account(request: AgentRequest, account_id: int) -> HttpResponse:
    rows = Account.objects.select_related("client", "group", "subject")
    within = clients_within(request, "setup.write")
    found = get_object_or_404(rows.filter(client__in=within), pk=min(account_id, 2**63 - 1))
    form = AccountForm(request.POST or None, client=found.client, initial=initial_of(found))
    return propose(
        request,
        Proposal(
            here="setup_accounts",
            title=f"{found.get_network_display()} {found.handle}",
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_changed_account(found, given),
            save=lambda given: change_account(found, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"account_id": found.pk}),
            template="setup/account.html",
            more={
                "account": found,
                "address": address_for(found),
                "secret": secret_of(found),
                "connection": Connection.objects.filter(account=found).first(),
                "can_join": network_named(found.network) is not None,
            },
        ),
    )
