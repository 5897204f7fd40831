"""Which cases wait for whoever is free, in which queue, and with which contact."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.conditions import resting
from gensvar.operations.contacts.models import Channel, Contact, Direction
from gensvar.operations.routing.models import Offer, Queue, Waiting

# What a customer has written waits as a case; a call or a visit waits by itself.
WRITTEN = (
    Channel.MAIL,
    Channel.WEB,
    Channel.SMS,
    Channel.LETTER,
    Channel.FAX,
    Channel.SOCIAL,
)


def free_cases() -> QuerySet[Case]:
    """Return the cases that anybody at the front desk may take.

    A confidential one is for those on its list, and one with an answer group for that group: these
    wait in lists, not in queues.
    """
    at_the_front = Q(group=None) | Q(group__is_front=True)
    free = Case.objects.unassigned().filter(at_the_front, ~resting())
    return free.filter(state=State.WAITING_FOR_US, access=None)


def out_of_step() -> QuerySet[Case]:
    """Return the cases that wait in no queue although they might, and those that should no more."""
    waits = Waiting.objects.now().filter(case=OuterRef("pk"))
    queues = Queue.objects.in_use().filter(client=OuterRef("client"), channel__in=WRITTEN)
    missing = free_cases().filter(Exists(queues), ~Exists(waits))
    waiting = Case.objects.filter(pk__in=Waiting.objects.now().values("case"))
    in_vain = waiting.exclude(pk__in=free_cases().values("pk"))
    return Case.objects.filter(Q(pk__in=missing.values("pk")) | Q(pk__in=in_vain.values("pk")))


def queue_for(case: Case, channel: str) -> Queue | None:
    """Return where a case waits: in the queue for its subject, else in the one for all the rest."""
    queues = Queue.objects.in_use().filter(client=case.client_id, channel=channel)
    of_subject = queues.filter(about__subject=case.subject_id) if case.subject_id else queues.none()
    of_all = queues.filter(about=None)
    return of_subject.order_by("pk").first() or of_all.order_by("pk").first()


def newest_written(case: Case) -> Contact | None:
    """Return what the customer wrote last in a case, unless it waits or is in hand with another."""
    elsewhere = Waiting.objects.now().filter(contact=OuterRef("pk")).exclude(case=case)
    in_hand = Offer.objects.live().filter(contact=OuterRef("pk"))
    written = Contact.objects.filter(cases=case, direction=Direction.IN, channel__in=WRITTEN)
    waiting = written.filter(waits__case=case, waits__left_at=None).first()
    free = written.filter(~Exists(elsewhere), ~Exists(in_hand), secret=False)
    return waiting or free.order_by("-started_at", "-pk").first()


def offered_cases() -> QuerySet[Waiting]:
    """Return the waits of cases that are on offer to somebody just now."""
    offered = Offer.objects.live().filter(contact=OuterRef("contact"))
    return Waiting.objects.now().filter(Exists(offered), case__isnull=False)
