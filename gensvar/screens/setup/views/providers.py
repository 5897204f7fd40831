from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import SignInProvider
from gensvar.foundation.people.signin.actions import add_provider, change_provider, end_provider
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import programs as consequences
from gensvar.screens.setup.forms.programs import NewProviderForm, ProviderForm, provider_initial
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import clients_within, is_everywhere

EVENTS = ("people.provider-added", "people.provider-changed", "people.provider-ended")


def _crumb() -> tuple[str, str]:
    return _("Sign-in elsewhere"), reverse("setup_providers")


def _found(request: AgentRequest, provider_id: int) -> SignInProvider:
    _for_all(request)
    return get_object_or_404(SignInProvider.objects.filter(ended_at=None), pk=provider_id)


def _for_all(request: AgentRequest) -> None:
    # Whoever decides who is let in decides for every client.
    if not is_everywhere(request, "setup.write"):
        raise PermissionDenied("setup.write")


@require_safe
@requires("setup.read")
def providers(request: AgentRequest) -> HttpResponse:
    may_add = is_everywhere(request, "setup.write")
    return listed(
        request,
        "providers",
        here="setup_providers",
        title=_("Sign-in elsewhere"),
        about=_("An organisation's own directory, or an e-ID broker, beside our own passwords."),
        rows=SignInProvider.objects.offered().select_related("client"),
        may_change=may_add,
        acts=[(_("New provider"), reverse("setup_new_provider"), "plus")] if may_add else [],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write", recent_sign_in=True)
def new_provider(request: AgentRequest) -> HttpResponse:
    _for_all(request)
    form = NewProviderForm(
        request.POST or None,
        clients=clients_within(request, "setup.write"),
        is_everywhere=True,
        initial={"kind": SignInProvider.Kind.OIDC},
    )
    return propose(
        request,
        Proposal(
            here="setup_providers",
            title=_("New provider"),
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the provider"),
            effects=consequences.of_provider,
            save=lambda given: add_provider(
                by=request.user, at=now(), **form.settings(given["kind"])
            ),
            then=reverse("setup_providers"),
            done=_("The provider is added. Try it in another browser before you sign out."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write", recent_sign_in=True)
def provider(request: AgentRequest, provider_id: int) -> HttpResponse:
    found = _found(request, provider_id)
    form = ProviderForm(
        request.POST or None,
        clients=clients_within(request, "setup.write"),
        is_everywhere=True,
        initial=provider_initial(found),
    )
    return propose(
        request,
        Proposal(
            here="setup_providers",
            title=found.name,
            crumb=_crumb(),
            form=form,
            effects=consequences.of_provider,
            save=lambda given: change_provider(
                found, by=request.user, at=now(), **form.settings(found.kind)
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"provider_id": found.pk}),
            template="setup/provider.html",
            more={"provider": found},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write", recent_sign_in=True)
def ending_provider(request: AgentRequest, provider_id: int) -> HttpResponse:
    found = _found(request, provider_id)
    return propose(
        request,
        Proposal(
            here="setup_providers",
            title=_("End sign-in by %(name)s") % {"name": found.name},
            crumb=(found.name, reverse("setup_provider", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End it"),
            is_dangerous=True,
            effects=lambda given: consequences.of_ending_provider(found),
            save=lambda given: end_provider(found, by=request.user, at=now()),
            then=reverse("setup_providers"),
            done=_("Nobody signs in so any more."),
        ),
    )
