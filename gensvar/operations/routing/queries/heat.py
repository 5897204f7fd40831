"""Heated contacts: whose turn it is to say something about them, and how many came in a row."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q

from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Contact, Direction
from gensvar.operations.routing.models import Heated, Taken

# So long a pause is offered, and so long whoever leads is told.
OFFERED = timedelta(hours=1)
TOLD = timedelta(hours=24)
# Contacts of one working day; what was before the night is not in a row.
SAME_DAY = timedelta(hours=12)


def is_handled_by(contact: Contact, agent: Agent) -> bool:
    """Say whether an agent had a contact: accepted it, wrote it down, or took its case."""
    if contact.agent_id == agent.pk:
        return True
    return Taken.objects.filter(agent=agent, case__contacts=contact).exists()


def heated_in_a_row(agent: Agent, *, before: Contact, at: datetime) -> int:
    """Count how many of an agent's latest contacts, one after the other, were heated."""
    own = Contact.objects.filter(
        Q(agent=agent) | Q(heated__agent=agent),
        direction=Direction.IN,
        started_at__gt=at - SAME_DAY,
    ).exclude(pk=before.pk)
    in_a_row = 0
    for heated in own.order_by("-started_at", "-pk").values_list("heated__pk", flat=True):
        if heated is None:
            break
        in_a_row += 1
    return in_a_row


def pause_offered(agent: Agent, *, at: datetime) -> Heated | None:
    """Return the heated contact after which an agent has not yet said whether they pause."""
    unanswered = Heated.objects.filter(agent=agent, answered_at=None, at__gt=at - OFFERED)
    return unanswered.order_by("-at", "-pk").first()


def unheard(clients: Collection[int], *, me: Agent, at: datetime) -> list[Heated]:
    """Return the heated contacts of others that nobody who leads has heard of."""
    found = Heated.objects.filter(client__in=clients, heard_at=None, at__gt=at - TOLD)
    return list(found.exclude(agent=me).select_related("agent").order_by("at", "pk"))


def heated_lately(clients: Collection[int], *, at: datetime) -> list[Heated]:
    """Return the heated contacts of the last day and night, the latest first."""
    found = Heated.objects.filter(client__in=clients, at__gt=at - TOLD)
    return list(found.select_related("agent", "heard_by").order_by("-at", "-pk"))
