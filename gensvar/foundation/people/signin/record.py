"""Write into the record what the sign-in library tells only by its own signals."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.db import transaction
from django.utils.timezone import now

from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.events import Event
from gensvar.foundation.people.events import PasswordChanged, SecondFactorChanged, SignInFailed
from gensvar.foundation.people.models import Agent


def listen() -> None:
    account.password_changed.connect(_password_changed)
    mfa.authentication_failed.connect(_second_factor_failed)
    mfa.authenticator_added.connect(_added)
    mfa.authenticator_removed.connect(_removed)
    mfa.authenticator_reset.connect(_reset)


def _password_changed(user: Agent, **_more: Any) -> None:
    _announce(PasswordChanged(agent_id=user.pk))


def _second_factor_failed(user: Agent, authenticator: Any, **_more: Any) -> None:
    _announce(SignInFailed(whom_id=user.pk, way=str(authenticator.type)))


def _added(user: Agent, authenticator: Any, **_more: Any) -> None:
    _announce(_changed(user, authenticator, "added"))


def _removed(user: Agent, authenticator: Any, **_more: Any) -> None:
    _announce(_changed(user, authenticator, "removed"))


def _reset(user: Agent, authenticator: Any, **_more: Any) -> None:
    _announce(_changed(user, authenticator, "reset"))


def _changed(user: Agent, authenticator: Any, change: str) -> SecondFactorChanged:
    return SecondFactorChanged(agent_id=user.pk, kind=str(authenticator.type), change=change)


def _announce(event: Event) -> None:
    with transaction.atomic():
        announce(event, at=now())
