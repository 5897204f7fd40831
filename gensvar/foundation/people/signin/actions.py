"""Add, change and end the houses whose sign-in we trust."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.events import ProviderAdded, ProviderChanged, ProviderEnded
from gensvar.foundation.people.models import Agent, SignInProvider
from gensvar.foundation.people.signin.providers import seal_secret
from gensvar.foundation.refusals import Refused


class ProviderTaken(Refused):
    message = _("There is, or was, already a provider with the short name %(slug)s.")


class ProviderIncomplete(Refused):
    message = _(
        "With OpenID Connect we need the issuer's address and what they call us; with SAML their "
        "entity id, where one signs in, and their certificate."
    )
    status = 422


class ProviderHasEnded(Refused):
    message = _("That provider has been ended.")


@transaction.atomic
def add_provider(
    slug: str, *, kind: str, by: Agent, at: datetime, secret: str = "", **settings: Any
) -> SignInProvider:
    """Let people sign in at another house from now on."""
    provider = SignInProvider(slug=slug, kind=kind, created_at=at, **settings)
    provider.secret_sealed = seal_secret(secret) if secret else ""
    _check(provider)
    try:
        with transaction.atomic():
            provider.save()
    except IntegrityError:
        raise ProviderTaken(slug=slug) from None
    announce(ProviderAdded(**_about(provider, by)), at=at)
    return provider


@transaction.atomic
def change_provider(
    provider: SignInProvider, *, by: Agent, at: datetime, secret: str = "", **settings: Any
) -> None:
    """Change how another house is asked; a secret left empty stays as it is."""
    provider = _current(provider)
    changed = [key for key, value in settings.items() if getattr(provider, key) != value]
    for key in changed:
        setattr(provider, key, settings[key])
    if secret:
        provider.secret_sealed = seal_secret(secret)
        changed.append("secret")
    if not changed:
        return
    _check(provider)
    provider.save()
    announce(ProviderChanged(fields=tuple(changed), **_about(provider, by)), at=at)


@transaction.atomic
def end_provider(provider: SignInProvider, *, by: Agent, at: datetime) -> None:
    """Trust another house's sign-in no more."""
    provider = _current(provider)
    provider.ended_at = at
    provider.save(update_fields=["ended_at"])
    announce(ProviderEnded(**_about(provider, by)), at=at)


def _current(provider: SignInProvider) -> SignInProvider:
    found = SignInProvider.objects.select_for_update().get(pk=provider.pk)
    if found.ended_at is not None:
        raise ProviderHasEnded
    return found


def _check(provider: SignInProvider) -> None:
    told = provider.settings
    idp = told.get("idp", {})
    if provider.kind == SignInProvider.Kind.SAML:
        needed = [idp.get(key) for key in ("entity_id", "sso_url", "x509cert")]
    else:
        needed = [told.get("server_url"), provider.identifier]
    if not all(needed):
        raise ProviderIncomplete


def _about(provider: SignInProvider, by: Agent) -> dict[str, Any]:
    return {"agent_id": by.pk, "client_id": provider.client_id, "provider_id": provider.pk}
