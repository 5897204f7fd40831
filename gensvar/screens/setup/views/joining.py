"""A client's account is joined to its network, tried, and left."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.channels.social.actions.joining import (
    door_of,
    join,
    leave,
    note_failure,
    note_ourselves,
)
from gensvar.channels.social.models import Account, Connection
from gensvar.channels.social.networks import NotLetIn, Ourselves, Trouble, network_named
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import accounts as consequences
from gensvar.screens.setup.forms.accounts import JoinForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.reaching import clients_within


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def joining(request: AgentRequest, account_id: int) -> HttpResponse:
    found = _found(request, account_id)
    if network_named(found.network) is None:
        raise Http404
    known = Connection.objects.filter(account=found).first()
    initial = {"server": known.server if known else _guessed(found)}
    form = JoinForm(request.POST or None, initial=initial, has_token=known is not None)
    here = reverse("setup_account", args=[found.pk])
    return propose(
        request,
        Proposal(
            here="setup_accounts",
            title=_("Join %(account)s") % {"account": found.handle},
            crumb=(found.handle, here),
            form=form,
            kind=Kind.CHANGE if known else Kind.CREATE,
            verb=_("Join"),
            effects=lambda given: consequences.of_joining(found, known, given),
            save=lambda given: join(found, by=request.user, at=now(), **given),
            then=here,
            done=_("Saved. Try the connection."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def leaving(request: AgentRequest, account_id: int) -> HttpResponse:
    found = _found(request, account_id)
    known = get_object_or_404(Connection, account=found)
    here = reverse("setup_account", args=[found.pk])
    return propose(
        request,
        Proposal(
            here="setup_accounts",
            title=_("Leave %(account)s") % {"account": found.handle},
            crumb=(found.handle, here),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Fetch nothing more"),
            is_dangerous=True,
            effects=consequences.of_leaving,
            save=lambda given: leave(known, by=request.user, at=now()),
            then=here,
            done=_("Nothing more is fetched."),
        ),
    )


@requires("setup.write")
def _to_try(request: AgentRequest, account_id: int) -> Connection | HttpResponse:
    rows = Connection.objects.select_related("account")
    return get_object_or_404(rows, account=_found(request, account_id))


@require_POST
@transaction.non_atomic_requests
def trying(request: AgentRequest, account_id: int) -> HttpResponse:
    """Ask the network now who we are; no transaction waits for it."""
    with transaction.atomic():
        found = _to_try(request, account_id)
    if isinstance(found, HttpResponse):
        return found
    us = _asked(found)
    with transaction.atomic():
        # Asks again who is asking: what is noted stands under the same rules as any change.
        _to_try(request, account_id)
        if isinstance(us, Ourselves):
            note_ourselves(found, us, at=now())
            messages.success(request, _("It works: we are %(handle)s.") % {"handle": us.handle})
            if us.hides:
                messages.warning(
                    request,
                    _(
                        "The server keeps some of what is written to the account from us. "
                        "Accept all under Preferences, Notifications, at the server."
                    ),
                )
            if us.handle.lower() != found.account.handle.lower():
                messages.warning(
                    request,
                    _("The token opens another account than %(handle)s.")
                    % {"handle": found.account.handle},
                )
        else:
            note_failure(found, us, at=now())
            messages.error(request, _problem(us))
    return HttpResponseRedirect(reverse("setup_account", args=[account_id]))


trying.permission = _to_try.permission  # type: ignore[attr-defined]


def _asked(connection: Connection) -> Ourselves | Trouble:
    network = network_named(connection.account.network)
    assert network is not None, "only such an account can be joined"
    try:
        return network.ourselves(door_of(connection))
    except Trouble as trouble:
        return trouble


def _problem(trouble: Trouble) -> str:
    if isinstance(trouble, NotLetIn):
        words = _("The server does not let us in: %(words)s")
    else:
        words = _("The server could not be asked: %(words)s")
    return words % {"words": trouble.words[:200]}


def _found(request: AgentRequest, account_id: int) -> Account:
    within = clients_within(request, "setup.write")
    rows = Account.objects.filter(client__in=within)
    return get_object_or_404(rows, pk=min(account_id, 2**63 - 1))


def _guessed(account: Account) -> str:
    """Return the server that an account's whole name tells of."""
    host = account.handle.lstrip("@").partition("@")[2]
    return f"https://{host}" if host else ""
