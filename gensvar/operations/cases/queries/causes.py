"""Which cases a disruption has caused, and which it may have."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case, CaseCause, State
from gensvar.operations.cases.queries.correspondence import own_texts
from gensvar.operations.contacts.models import Channel, Contact, Direction, OptOut, Suppression
from gensvar.operations.contacts.texting import can_text
from gensvar.operations.customers.models import Address
from gensvar.operations.customers.models.customer import AddressQuerySet
from gensvar.operations.customers.rules import is_mobile
from gensvar.operations.disruptions.models import Disruption, Follower
from gensvar.operations.disruptions.queries import possible_causes
from gensvar.operations.disruptions.rules import NOTICED_BEFORE, places

MOST_LIKELY = 50


@dataclass(frozen=True)
class Counted:
    """How much came of one cause: each case and contact counted, and whom its end is told to."""

    cases: int
    contacts: int
    followers: int
    reachable: int
    told: int
    missed: int


def counted(disruption: Disruption) -> Counted:
    followers = Follower.objects.filter(disruption=disruption)
    cases = CaseCause.objects.filter(disruption=disruption)
    came = Contact.objects.filter(cases__in=cases.values("case"), direction=Direction.IN).distinct()
    return Counted(
        cases=cases.count(),
        contacts=came.count(),
        followers=followers.count(),
        reachable=_reachable(followers, disruption.client),
        told=followers.filter(outcome=Follower.Outcome.TOLD).count(),
        missed=followers.filter(outcome=Follower.Outcome.NO_ADDRESS).count(),
    )


def way_to(follower: Follower, case: Case | None) -> tuple[str, str]:
    """Return the channel and the address at which a follower hears; both empty if there is none.

    By mail, or by text message to whoever wrote so in their case or has but a mobile phone.
    Nothing of a confidential case goes to a phone, which others may see.
    """
    client, customer = follower.client, follower.customer_id
    mail = _mails(client).filter(customer=customer).first()
    phones = _phones(client).filter(customer=customer).values_list("value", flat=True)
    numbers = [value for value in phones if is_mobile(value)]
    if case is not None:
        numbers = [] if case.is_confidential and not follower.has_asked else numbers
        written_from = own_texts(case).values_list("sender_address", flat=True).first()
        if written_from in numbers:
            return Channel.SMS, written_from
    if mail is not None:
        return Channel.MAIL, mail.value
    return (Channel.SMS, numbers[0]) if numbers else ("", "")


def _reachable(followers: QuerySet[Follower], client: Client) -> int:
    has_mail = Exists(_mails(client).filter(customer=OuterRef("customer")))
    others = followers.exclude(has_mail).values("customer")
    phones = _phones(client).filter(customer__in=others).values_list("customer", "value")
    by_phone = {customer for customer, value in phones if is_mobile(value)}
    return followers.filter(has_mail).count() + len(by_phone)


def _mails(client: Client) -> AddressQuerySet:
    stopped = Suppression.objects.filter(client=client, lifted_at=None)
    known = Address.objects.current().filter(kind=Address.Kind.MAIL)
    return known.exclude(value__in=stopped.values("address"))


def _phones(client: Client) -> AddressQuerySet:
    """Return phones that may be written to: never somebody's whose identity is protected."""
    known = Address.objects.current().filter(kind=Address.Kind.PHONE, customer__protected=False)
    if not can_text(client):
        return known.none()
    stopped = Suppression.objects.filter(client=client, lifted_at=None)
    refusing = OptOut.objects.filter(client=client, ended_at=None)
    known = known.exclude(value__in=stopped.values("address"))
    return known.exclude(value__in=refusing.values("number"))


def cases_of(disruption: Disruption) -> QuerySet[Case]:
    """Return the cases that it caused, as far as they may be seen, the newest first."""
    rows = Case.objects.filter(cause__disruption=disruption).select_related("customer")
    return rows.order_by("-opened_at", "-pk")


def likely_cases(disruption: Disruption) -> list[Case]:
    """Return open cases of its subject or naming its places, and of no cause yet."""
    if disruption.is_over:
        return []
    alike = Q()
    if disruption.subject_id:
        alike |= Q(subject=disruption.subject_id)
    for place in places(disruption.area):
        alike |= Q(title__icontains=place)
    if not alike:
        return []
    rows = Case.objects.filter(
        alike,
        client=disruption.client_id,
        cause=None,
        opened_at__gte=disruption.started_at - NOTICED_BEFORE,
    ).exclude(state=State.CLOSED)
    return list(rows.select_related("customer").order_by("-opened_at", "-pk")[:MOST_LIKELY])


def causes_of(case: Case, *, at: datetime) -> tuple[CaseCause | None, list[Disruption]]:
    """Return the case's cause or, while it is open, the disruptions that may be it.

    Costs no query for a cause that was read with the case (`cause__disruption`).
    """
    cause: CaseCause | None = getattr(case, "cause", None)
    if cause or case.is_closed:
        return cause, []
    possible = possible_causes(case.client_id, subject_id=case.subject_id, text=case.title, at=at)
    return None, possible
