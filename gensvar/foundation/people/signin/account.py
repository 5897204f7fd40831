"""What the sign-in library asks us about accounts."""

import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import VOUCHED
from gensvar.foundation.people.events import SignedIn, SignedOut
from gensvar.foundation.people.models import Agent, SignInProvider
from gensvar.foundation.people.signin.lockout import (
    Attempt,
    count_failure,
    door_is_closed,
    forget_failures,
)

# What is said after an act, by the library's name for it; about the rest we are silent.
TOLD = {
    "account/messages/password_changed.txt": _(
        "Your password is changed. You are signed out everywhere else."
    ),
    "account/messages/logged_out.txt": _("You are signed out."),
    "mfa/messages/totp_activated.txt": _("The authenticator app is connected."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app is disconnected."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "You have new recovery codes. The old ones no longer work."
    ),
    "mfa/messages/webauthn_added.txt": _("The passkey is saved."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No self sign-up, doors that close after wrong passwords, and a record of who came."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "The mail address or the password is wrong. Check both and try again."
        ),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "incorrect_code": _("The code is wrong or too old. Wait for the next one and try again."),
        "too_many_login_attempts": _(
            "Too many wrong tries. Wait 15 minutes and try again, or ask an administrator."
        ),
        "rate_limited": _("Too many wrong tries. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if words := message or TOLD.get(message_template or ""):
            messages.add_message(request, level, words, extra_tags=extra_tags)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Agent | None:
        with transaction.atomic():
            agent: Agent | None = super().authenticate(request, **credentials)
            if agent is not None:
                forget_failures(self._attempt(request, credentials))
            return agent

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if door_is_closed(self._attempt(request, credentials), at=now()):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        count_failure(self._attempt(request, credentials), way="password", at=now())

    def _attempt(self, request: HttpRequest, credentials: dict[str, Any]) -> Attempt:
        return Attempt(account=credentials.get("email", ""), address=self.get_client_ip(request))

    def is_reauthentication_required(self, *, app: str, **_more: Any) -> bool:
        """Ask again only when the last sign-in or confirmation was a while ago."""
        records = get_authentication_records(context.request, context.request.user)
        latest = max((record["at"] for record in records), default=0)
        return bool(time.time() - latest > REAUTHENTICATION_TIMEOUT)

    def post_login(self, request: HttpRequest, user: Agent, **how: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **how)
        record_sign_in(request, user)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            user.language,
            max_age=settings.SESSION_COOKIE_AGE,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response

    def logout(self, request: HttpRequest) -> None:
        agent_id = request.user.pk
        super().logout(request)
        if agent_id is not None:
            with transaction.atomic():
                announce(SignedOut(agent_id=agent_id), at=now())


@transaction.atomic
def record_sign_in(request: HttpRequest, agent: Agent) -> None:
    """Announce who signed in and how, and remember if the provider asked for two factors."""
    records = get_authentication_records(request, agent)
    providers = [record["provider"] for record in records if "provider" in record]
    if SignInProvider.objects.filter(slug__in=providers, counts_as_second_factor=True).exists():
        request.session[VOUCHED] = True
    announce(SignedIn(agent_id=agent.pk, way=" ".join(map(_way, records))), at=now())


def _way(record: dict[str, Any]) -> str:
    if record.get("passwordless"):
        return "passkey"
    if record["method"] == "socialaccount":
        return f"provider:{record['provider']}"
    return str(record.get("type", record["method"]))
