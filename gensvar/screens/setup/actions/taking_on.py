"""Take on a client with the services agreed on: each brings the case type that it begins with."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.actions import add_client
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import Identity, reach, see_as
from gensvar.foundation.people.models import Agent
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.knowledge.actions import add_standard_areas


@action
def take_on_client(
    code: str,
    *,
    name: str,
    services: Sequence[str],
    with_areas: bool,
    identity: Identity,
    by: Agent,
    at: datetime,
    **settings: Any,
) -> Client:
    """Take on a client; the first service becomes the type of cases that nothing is said of."""
    client = add_client(code, name=name, by=by, at=at, **settings)
    # Whoever reaches every client reaches this one from now on.
    see_as(reach(identity, "setup.write"))
    for service in services:
        add_type(client, service, by=by, at=at)
    if with_areas:
        add_standard_areas(client, by=by, at=at)
    return client
