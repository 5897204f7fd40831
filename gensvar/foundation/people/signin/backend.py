from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from gensvar.foundation.people.models import Agent


class AgentBackend(BaseBackend):
    """Know an agent by mail address and password, and read one with what a request needs."""

    def authenticate(
        self,
        request: HttpRequest | None,
        email: str | None = None,
        password: str | None = None,
        **_other: Any,
    ) -> Agent | None:
        if not email or not password:
            return None
        agent = Agent.objects.filter(
            email=email.strip().lower(), is_active=True, is_service=False
        ).first()
        if agent is None:
            # As slow as a wrong password, so that nobody learns which accounts exist.
            Agent().set_password(password)
            return None
        return agent if agent.check_password(password) else None

    def get_user(self, user_id: int) -> Agent | None:
        agent = Agent.objects.with_access(user_id)
        return agent if agent is not None and agent.is_active else None
