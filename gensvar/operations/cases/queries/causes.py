"""Which cases a disruption has caused, and which it may have."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from gensvar.operations.cases.models import Case, CaseCause, State
from gensvar.operations.contacts.models import Contact, Direction
from gensvar.operations.customers.models import Address
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
    has_mail = Exists(Address.objects.filter(customer=OuterRef("customer"), kind="mail"))
    cases = CaseCause.objects.filter(disruption=disruption)
    came = Contact.objects.filter(cases__in=cases.values("case"), direction=Direction.IN).distinct()
    return Counted(
        cases=cases.count(),
        contacts=came.count(),
        followers=followers.count(),
        reachable=followers.filter(has_mail).count(),
        told=followers.filter(outcome=Follower.Outcome.TOLD).count(),
        missed=followers.filter(outcome=Follower.Outcome.NO_ADDRESS).count(),
    )


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
