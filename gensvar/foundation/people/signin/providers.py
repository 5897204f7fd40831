"""Sign-in done elsewhere: which providers there are, and which agent somebody is.

An agent is known by the subject that the provider has told before, or by a checked mail address
in a domain that the provider answers for. Nobody else comes in, unless the provider is set to
open accounts, and then only with the one role named there.
"""

import os
from datetime import datetime
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.timezone import now

from gensvar.foundation.events.actions import announce
from gensvar.foundation.files import vault
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.people.actions import create_agent, give_role, link_subject
from gensvar.foundation.people.events import SignInFailed
from gensvar.foundation.people.models import Agent, SignInProvider
from gensvar.foundation.people.rules import Role

PURPOSE = "sign-in-provider"


def seal_secret(secret: str) -> str:
    """Return a provider's secret as `SignInProvider.secret_sealed` keeps it."""
    return vault.seal_text(secret, purpose=PURPOSE)


def offered_providers() -> list[SignInProvider]:
    """Return the providers to show on the sign-in page: those this installation can speak with."""
    return [provider for provider in SignInProvider.objects.offered() if _can_speak(provider.kind)]


def _can_speak(kind: str) -> bool:
    return apps.is_installed(f"allauth.socialaccount.providers.{kind}")


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Read the providers from our own table, and decide which agent has come."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        found = [app_for(row) for row in offered_providers()]
        return [
            app
            for app in found
            if provider in {None, app.provider, app.provider_id}
            and client_id in {None, app.client_id}
        ]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> Agent:
        """Take the name, for an account that may be opened; the rest is not ours to copy."""
        parts = (data.get("first_name"), data.get("last_name"))
        name = data.get("name") or " ".join(part for part in parts if part)
        agent: Agent = sociallogin.user
        agent.name = str(name)[:120]
        return agent

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        provider = SignInProvider.objects.offered().get(slug=sociallogin.account.provider)
        # Nothing of what the provider tells about a person is kept, but the subject.
        if sociallogin.account.pk:
            sociallogin.account.extra_data = {}
            sociallogin.account.save(update_fields=["extra_data"])
        agent = sociallogin.user if sociallogin.is_existing else _found(provider, sociallogin)
        if agent is None or not agent.is_active or agent.is_service:
            raise ImmediateHttpResponse(_nobody(request, provider, agent))
        sociallogin.user = agent
        sociallogin.state["process"] = "login"


def app_for(row: SignInProvider) -> SocialApp:
    """Return a provider in the form that the sign-in library knows."""
    is_saml = row.kind == SignInProvider.Kind.SAML
    return SocialApp(
        provider=row.kind,
        provider_id=row.slug,
        name=row.name,
        client_id=row.slug if is_saml else row.identifier,
        secret=_secret(row),
        settings=_saml_settings(row.settings) if is_saml else _oidc_settings(row.settings),
    )


def _secret(row: SignInProvider) -> str:
    if row.secret_variable:
        return os.environ.get(row.secret_variable, "")
    return vault.unseal_text(row.secret_sealed, purpose=PURPOSE) if row.secret_sealed else ""


def _oidc_settings(told: dict[str, Any]) -> dict[str, Any]:
    return {"oauth_pkce_enabled": True} | told


def _saml_settings(told: dict[str, Any]) -> dict[str, Any]:
    advanced = {"want_assertion_signed": True} | told.get("advanced", {})
    # Not for an administrator to loosen: signatures are always checked, and only an answer to our
    # own question is taken.
    fixed = {"strict": True, "reject_idp_initiated_sso": True}
    if settings.DEBUG or settings.DEMO:
        fixed["allow_single_label_domains"] = True
    return told | {"advanced": advanced | fixed}


@transaction.atomic
def _found(provider: SignInProvider, sociallogin: SocialLogin) -> Agent | None:
    at = now()
    address = _trusted_address(provider, sociallogin)
    if address is None:
        return None
    agent = Agent.objects.filter(email=address).first()
    if agent is None and provider.first_role:
        agent = _newcomer(provider, address, sociallogin.user.name, at)
    if agent is None or not agent.is_active or agent.is_service:
        return agent
    link_subject(agent, provider=provider, subject=sociallogin.account.uid, by=None, at=at)
    return agent


def _newcomer(provider: SignInProvider, address: str, name: str, at: datetime) -> Agent:
    assert provider.client is not None, "kept so by first_role_needs_client"
    # What happens to a client is written by somebody who may see that client.
    with seeing_as(Reach(clients=frozenset({provider.client.pk}))):
        agent = create_agent(address, name=name or address.partition("@")[0], by=None, at=at)
        give_role(agent, role=Role(provider.first_role), client=provider.client, by=None, at=at)
    return agent


def _trusted_address(provider: SignInProvider, sociallogin: SocialLogin) -> str | None:
    for told in sociallogin.email_addresses:
        address = str(told.email).strip().lower()
        in_domain = address.rpartition("@")[2] in {d.lower() for d in provider.email_domains}
        if in_domain and (told.verified or provider.vouches_for_email):
            return address
    return None


def _nobody(request: HttpRequest, provider: SignInProvider, agent: Agent | None) -> Any:
    with transaction.atomic():
        announce(
            SignInFailed(whom_id=agent.pk if agent else None, way=f"provider:{provider.slug}"),
            at=now(),
        )
    return render(request, "people/no_account.html", {"provider": provider}, status=403)
