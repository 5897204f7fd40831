"""Which clients a page is about, from the roles of whoever asks."""

from dataclasses import replace
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from gensvar.channels.sms.queries import can_text
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, Identity, reach
from gensvar.foundation.people.rules import GROUP_BOUND
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.story import Story, story_of
from gensvar.operations.cases.views import opened
from gensvar.operations.contacts.models import Channel
from gensvar.operations.customers.models import Customer
from gensvar.screens.desk.timeline import reachable_at


def only_client(identity: Identity, permission: str = "cases.read") -> int | None:
    """Return the one client whose rows the permission opens, where it is exactly one."""
    holding = [grant for grant in identity.grants if grant.allows(permission)]
    clients = {grant.client_id for grant in holding}
    if any(grant.role in GROUP_BOUND for grant in holding) or len(clients) != 1:
        return None
    return clients.pop()


def clients_of(identity: Identity, permission: str) -> list[int]:
    """Return the clients for which the permission is held."""
    held = {grant.client_id for grant in identity.grants if grant.allows(permission)}
    if None in held:
        return list(Client.objects.order_by("pk").values_list("pk", flat=True))
    return sorted(client for client in held if client is not None)


def is_at_desk(request: AgentRequest) -> bool:
    """Say whether somebody works at the desk, or acted from there."""
    came_from = urlsplit(request.META.get("HTTP_REFERER", "")).path
    desk = reverse("desk_start")
    return (came_from if request.method == "POST" else request.path).startswith(desk)


def clients_written_for(identity: Identity) -> frozenset[int]:
    """Return the clients whose contacts may be registered: a group sees cases, but owns none."""
    return reach(identity, "contacts.write").clients


def posted(request: AgentRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


def hides_addresses(request: AgentRequest, customer: Customer | None) -> bool:
    """Say whether it is not for this agent to see how a customer is reached."""
    return (
        customer is not None
        and customer.protected
        and not request.identity.may("customers.read_protected", client_id=customer.client_id)
    )


def story_for(request: AgentRequest, case: Case) -> Story:
    """Return the story of a case, without the addresses of a customer whose identity is protected.

    What they wrote from stands in their own letters, for whoever may read the case.
    """
    story = story_of(case)
    return replace(story, addresses=()) if hides_addresses(request, case.customer) else story


def case_or_404(request: AgentRequest, number: str, cases: QuerySet[Case] | None = None) -> Case:
    """Return the case, or say that there is none: to whom may not see it, it does not exist.

    A confidential one must have been opened with a reason.
    """
    return opened(request, unopened_case(number, cases))


def unopened_case(number: str, cases: QuerySet[Case] | None = None) -> Case:
    """Return the case for the page that asks why, where it is confidential."""
    if len(number) > 12:
        raise Http404
    found = Case.objects.all() if cases is None else cases
    return get_object_or_404(found.select_related("client"), number=number)


def answerable_at(case: Case, story: Story) -> list[str]:
    """Return where an answer may go: mail addresses and numbers, first as the customer came."""
    mails = list(reachable_at(story))
    numbers = [value for kind, value in story.addresses if kind == "phone"]
    if not numbers or not can_text(case.client):
        return mails
    return numbers + mails if case.channel == Channel.SMS else mails + numbers


def channel_to(address: str, case: Case) -> str:
    """Return the channel in which an answer to this address leaves."""
    if address.startswith("+"):
        return Channel.SMS
    return Channel.MAIL if address or case.channel != Channel.WEB else Channel.WEB
