import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import AgentRequest, public, signed_in
from gensvar.foundation.people.events import PasswordChanged
from gensvar.foundation.people.models import ROLE_NAMES, Agent, RoleGrant, SignInProvider
from gensvar.foundation.people.rules import Role
from gensvar.foundation.people.signin.providers import offered_providers
from gensvar.ui import navigation

logger = logging.getLogger(__name__)


class SignInView(LoginView):  # type: ignore[misc]
    """The door: mail address and password, a passkey, or another house's sign-in."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        next_url = self.request.GET.get("next", "")
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {
            "house": Client.objects.order_by("pk").first(),
            "next_url": next_url,
            "ways": [(provider.name, _way_in(provider, next_url)) for provider in _offered()],
            "session_hours": settings.SESSION_COOKIE_AGE // 3600,
        }


def _offered() -> list[SignInProvider]:
    return offered_providers()


def _way_in(provider: SignInProvider, next_url: str) -> str:
    if provider.kind == SignInProvider.Kind.SAML:
        url = reverse("saml_login", kwargs={"organization_slug": provider.slug})
    else:
        url = reverse("openid_connect_login", kwargs={"provider_id": provider.slug})
    return f"{url}?{urlencode({'next': next_url})}" if next_url else url


class ChoosePasswordView(PasswordResetConfirmView):
    """Follow a password link, once."""

    template_name = "people/choose_password.html"
    success_url = reverse_lazy("account_login")

    def get_user(self, uidb64: str) -> Agent | None:
        agent = super().get_user(uidb64)
        return agent if isinstance(agent, Agent) and agent.is_active else None

    def form_valid(self, form: "SetPasswordForm[Agent]") -> HttpResponse:
        with transaction.atomic():
            answer = super().form_valid(form)
            announce(PasswordChanged(agent_id=form.user.pk), at=now())
        messages.success(self.request, _("Your password is saved. Sign in with it."))
        return answer


def answered_far_away(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say so when a sign-in provider does not answer, instead of failing."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except OSError as failure:  # what both requests and urllib raise
            logger.warning("sign-in provider unreachable: %s", type(failure).__name__)
            return render(request, "people/provider_silent.html", status=502)

    return asked


sign_in = public(SignInView.as_view())
choose_password = public(ChoosePasswordView.as_view())


@require_safe
@never_cache
@signed_in
def home(request: AgentRequest) -> HttpResponse:
    """Lead to where one's work is: the first entry of one's menu."""
    mine = navigation.allowed(request.identity.may)
    work = [entry.url_name for entry in mine if entry.permission and entry.is_home]
    return redirect(work[0] if work else "people_account")


@require_safe
@never_cache
@signed_in
def account(request: AgentRequest) -> HttpResponse:
    """What I am called, what I may do, and how I come in."""
    grants = RoleGrant.objects.in_force(at=now()).filter(agent=request.user)
    held = grants.select_related("client").order_by("since", "pk")
    return render(
        request,
        "people/account.html",
        {
            "roles": [(ROLE_NAMES[Role(grant.role)], grant.client, grant.until) for grant in held],
            "groups": request.user.groups.filter(memberships__until=None).order_by("name"),
            "may_change_password": request.user.has_usable_password(),
        },
    )


@require_safe
@never_cache
@signed_in
def second_factor(request: AgentRequest) -> HttpResponse:
    """Say why nothing else opens yet, and lead to the two ways of setting one up."""
    return render(request, "people/second_factor.html", {})


@require_safe
@signed_in
def no_password(request: HttpRequest) -> HttpResponse:
    """Tell somebody who signs in elsewhere that there is no password to change here."""
    return render(request, "people/no_password.html", {})
