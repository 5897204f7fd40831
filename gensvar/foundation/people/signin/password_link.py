"""A link by which an agent chooses a password: for a new account, or a forgotten password.

It is handed over by an administrator who knows whom it is for; it works once, for three days.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.actions import AccountHasEnded
from gensvar.foundation.people.events import PasswordLinkMade
from gensvar.foundation.people.models import Agent


@transaction.atomic
def password_link(agent: Agent, *, by: Agent | None, at: datetime) -> str:
    """Return a new link for an agent; whoever follows it chooses the password."""
    if not agent.is_active or agent.is_service:
        raise AccountHasEnded(name=agent.name)
    announce(PasswordLinkMade(agent_id=by.pk if by else None, whom_id=agent.pk), at=at)
    path = reverse(
        "people_choose_password",
        kwargs={
            "uidb64": urlsafe_base64_encode(force_bytes(agent.pk)),
            "token": default_token_generator.make_token(agent),
        },
    )
    return f"{settings.BASE_URL}{path}"
