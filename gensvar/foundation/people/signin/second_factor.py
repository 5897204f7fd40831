"""What the sign-in library asks us about authenticator apps and passkeys."""

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.files import vault
from gensvar.foundation.people.models import Agent

PURPOSE = "second-factor"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seal the secrets, and name things as a person would."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is wrong or too old. Wait for the next one and try again."),
        "cannot_generate_recovery_codes": _(
            "Connect an authenticator app or save a passkey first; then you get recovery codes."
        ),
    }

    def encrypt(self, text: str) -> str:
        return vault.seal_text(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return vault.unseal_text(encrypted_text, purpose=PURPOSE)

    def get_totp_issuer(self) -> str:
        return "Gensvar"

    def generate_authenticator_name(self, user: Agent, type: str) -> str:
        from allauth.mfa.models import Authenticator

        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        told: dict[str, str] = super().get_public_key_credential_rp_entity()
        return told | {"name": "Gensvar"}
