"""Fill the town for the sign-in journeys. Reads JSON from standard input; run as the owner."""

import json
import sys
from datetime import UTC, datetime
from typing import Any

import django

django.setup()

from gensvar.foundation.agreements.models import Client  # noqa: E402
from gensvar.foundation.people.models import Agent, RoleGrant, SignInProvider  # noqa: E402
from gensvar.foundation.people.signin.providers import seal_secret  # noqa: E402

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def seed(town: dict[str, Any]) -> None:
    client, _new = Client.objects.get_or_create(
        code="exempelby",
        defaults={
            "name": "Kommunledningen",
            "public_name": "Exempelby kommun",
            "created_at": LONG_AGO,
        },
    )
    for email, name, role, password in town["agents"]:
        agent = Agent.objects.create_user(email, password, name=name, created_at=LONG_AGO)
        whole = client if role != "administrator" else None
        RoleGrant.objects.create(agent=agent, role=role, client=whole, since=LONG_AGO)
    for provider in town["providers"]:
        secret = provider.pop("secret", "")
        SignInProvider.objects.create(
            client=client,
            secret_sealed=seal_secret(secret) if secret else "",
            created_at=LONG_AGO,
            **provider,
        )


seed(json.load(sys.stdin))
