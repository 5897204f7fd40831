"""Whoever runs the system can open ways to what customers have said, but not unseen.

A token that reads cases, a role that reads them, a link that sets somebody's password: each is in
the record, and those who answer for the client, and the person, are told by mail. What is done on
the machine itself has nobody's name (`by` is none) and is told to nobody: who has the machine has
the data.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.db.models import Q
from django.utils import translation

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.events import TokenMade
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.people.events import PasswordLinkMade, RoleGiven
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import (
    OPENING_CONTENT,
    TOLD_OF_ACCESS,
    Role,
    opens_content,
    permissions_in_scopes,
    permissions_of,
)
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Channel
from gensvar.screens.setup import letters
from gensvar.screens.setup.models import AccessTold

Words = Callable[[], letters.Written]


@action
def tell_of_token(event: TokenMade, *, record_id: int, at: datetime) -> None:
    """Tell those who answer for the clients whose content a new token opens."""
    if event.agent_id is None or not opens_content(permissions_in_scopes(event.scopes)):
        return
    by, token = Agent.objects.get(pk=event.agent_id), Token.objects.get(pk=event.token_id)
    if _is_told(record_id, at=at):
        return
    for client, person in answering_for(_clients(event.client_id), at=at, but=(by,)):
        _write(client, person, partial(letters.of_token, token, client=client, by=by), at=at)


@action
def tell_of_role(event: RoleGiven, *, record_id: int, at: datetime) -> None:
    """Tell those who answer for the clients whose content a new role opens."""
    if event.agent_id is None or not opens_content(permissions_of([Role(event.role)])):
        return
    by, whom = Agent.objects.get(pk=event.agent_id), Agent.objects.get(pk=event.whom_id)
    grant = RoleGrant.objects.get(pk=event.grant_id)
    if _is_told(record_id, at=at):
        return
    for client, person in answering_for(_clients(event.client_id), at=at, but=(by, whom)):
        _write(client, person, partial(letters.of_role, grant, client=client, by=by), at=at)


@action
def tell_of_link(event: PasswordLinkMade, *, record_id: int, at: datetime) -> None:
    """Tell the person whose password can be chosen anew, and those who answer for the clients."""
    if event.agent_id is None or event.agent_id == event.whom_id:
        return
    by, whom = Agent.objects.get(pk=event.agent_id), Agent.objects.get(pk=event.whom_id)
    if _is_told(record_id, at=at):
        return
    held = list(RoleGrant.objects.in_force(at=at).filter(agent=whom).order_by("pk"))
    here = next((grant.client_id for grant in held if grant.client_id), None)
    first = _clients(here)[0]
    _write(first, whom, partial(letters.of_own_link, by=by), at=at)
    opening = [grant.client_id for grant in held if grant.role in OPENING_CONTENT]
    clients = {client.pk: client for client_id in opening for client in _clients(client_id)}
    for client, person in answering_for(clients.values(), at=at, but=(by, whom)):
        _write(client, person, partial(letters.of_link, whom, client=client, by=by), at=at)


def answering_for(
    clients: Iterable[Client], *, at: datetime, but: Iterable[Agent] = ()
) -> list[tuple[Client, Agent]]:
    """Return the managers and data protection officers of these clients, each person once."""
    found: dict[int, tuple[Client, Agent]] = {}
    skipped = {agent.pk for agent in but}
    for client in clients:
        held = RoleGrant.objects.in_force(at=at).filter(
            Q(client=client) | Q(client=None), role__in=TOLD_OF_ACCESS
        )
        people = Agent.objects.filter(pk__in=held.values("agent"), is_active=True)
        for person in people.exclude(pk__in=skipped).order_by("pk"):
            found.setdefault(person.pk, (client, person))
    return list(found.values())


def _clients(client_id: int | None) -> list[Client]:
    rows = Client.objects.order_by("pk")
    return list(rows if client_id is None else rows.filter(pk=client_id))


def _is_told(record_id: int, *, at: datetime) -> bool:
    _told, is_new = AccessTold.objects.get_or_create(record_id=record_id, defaults={"at": at})
    return not is_new


def _write(client: Client, person: Agent, words: Words, *, at: datetime) -> None:
    with translation.override(person.language):
        written = words()
    draft = Draft(
        text=written.text,
        subject=written.subject,
        recipients=[person.email],
        purpose="access",
        is_automatic=True,
    )
    request_message(client, draft, channel=Channel.MAIL, customer=None, by=None, at=at)
