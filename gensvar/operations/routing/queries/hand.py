"""What an agent has in hand: what they accepted, and what they took themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.models import Channel, Contact, Direction
from gensvar.operations.routing.models import Offer, OfferState, Taken, Waiting
from gensvar.operations.routing.queries.places import WRITTEN


@dataclass(frozen=True)
class Held:
    """A contact or a case in hand. A call has no case until somebody registers one."""

    channel: str
    since: datetime
    case: Case | None = None
    offer: Offer | None = None
    taken: Taken | None = None

    @property
    def is_wrap_up(self) -> bool:
        return self.offer is not None and self.offer.state == OfferState.WRAP_UP

    @property
    def is_chat(self) -> bool:
        return self.channel == Channel.CHAT and self.case is not None


def in_hand(agent: Agent) -> list[Held]:
    """Return what an agent has in hand, what was begun first first."""
    accepted = Offer.objects.live().filter(agent=agent).exclude(state=OfferState.OFFERED)
    offers = list(accepted.select_related("contact__customer", "queue"))
    taken = list(Taken.objects.live().filter(agent=agent))
    case_of = _cases_of(offers)
    # Read apart: what has become hidden from the agent since then is shown no more.
    wanted = {*case_of.values(), *(one.case_id for one in taken)}
    # What has just become somebody else's turn is ended by a job that follows; it counts no more.
    # A talk goes on whoever's turn it is.
    theirs = Q(agent=agent, state=State.WAITING_FOR_US)
    talks = [case_of.get(one.contact_id) for one in offers if one.channel not in WRITTEN]
    shown = Case.objects.filter(theirs | Q(pk__in=[pk for pk in talks if pk]), pk__in=wanted)
    cases = {case.pk: case for case in shown.select_related("customer", "subject")}
    held = [
        Held(
            channel=offer.channel,
            since=offer.accepted_at or offer.offered_at,
            case=cases.get(case_of.get(offer.contact_id, 0)),
            offer=offer,
        )
        for offer in offers
        if case_of.get(offer.contact_id) is None or case_of[offer.contact_id] in cases
    ]
    held += [
        Held(channel=one.channel, since=one.taken_at, case=cases[one.case_id], taken=one)
        for one in taken
        if one.case_id in cases
    ]
    return sorted(held, key=lambda one: one.since)


def offer_in_hand(case: Case, agent: Agent) -> Offer | None:
    """Return the offer by which an agent got the case that they have in hand."""
    waited = Q(contact__in=Waiting.objects.filter(case=case).values("contact"))
    # A call waits alone, and makes its case when it is answered.
    made = Q(channel=Channel.PHONE, contact__in=case.contacts.values("pk"))
    held = Offer.objects.live().filter(waited | made, agent=agent)
    return held.exclude(state=OfferState.OFFERED).first()


def newest_contact(case: Case) -> Contact | None:
    """Return how the customer was last in touch about a case."""
    return case.contacts.filter(direction=Direction.IN).order_by("-started_at", "-pk").first()


def _cases_of(offers: Iterable[Offer]) -> dict[int, int]:
    """Return by contact the case accepted with it, of several waits the newest; or made of it."""
    contacts = [offer.contact_id for offer in offers]
    waits = Waiting.objects.filter(contact__in=contacts, case__isnull=False).order_by("pk")
    found = dict(waits.values_list("contact", "case"))
    # What waited alone has the case that was made of it since.
    alone = [pk for pk in contacts if pk not in found]
    made = Case.objects.filter(contacts__in=alone).order_by("-pk") if alone else Case.objects.none()
    return {**dict(made.values_list("contacts", "pk")), **found}
