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
    about_it = Q(about=None) | Q(about__subject=OuterRef(OuterRef("subject")))
    fitting = Queue.objects.in_use().filter(
        about_it, client=OuterRef(OuterRef("client")), channel=OuterRef("channel")
    )
    written = _written().filter(Exists(fitting), cases=OuterRef("pk"), secret=False)
    missing = free_cases().filter(Exists(written), ~Exists(waits))
    waiting = Case.objects.filter(pk__in=waits_of_written().values("case"))
    in_vain = waiting.exclude(pk__in=free_cases().values("pk"))
    return Case.objects.filter(Q(pk__in=missing.values("pk")) | Q(pk__in=in_vain.values("pk")))


def place_of(case: Case) -> tuple[Contact, Queue] | None:
    """Return what a case waits with and where; None where it should wait in no queue."""
    if not free_cases().filter(pk=case.pk).exists():
        return None
    queues = _queues_for(case)
    contact = _newest_written(case, list(queues))
    return (contact, queues[contact.channel]) if contact is not None else None


def _queues_for(case: Case) -> dict[str, Queue]:
    """Return by channel the queue for the case's subject, else the one for all the rest."""
    in_use = Queue.objects.in_use().filter(client=case.client_id).order_by("-pk")
    found = {queue.channel: queue for queue in in_use.filter(about=None)}
    if case.subject_id:
        found |= {queue.channel: queue for queue in in_use.filter(about__subject=case.subject_id)}
    return found


def _newest_written(case: Case, channels: list[str]) -> Contact | None:
    """Return what the customer wrote last, unless it waits or is in hand with another case."""
    elsewhere = Waiting.objects.now().filter(contact=OuterRef("pk")).exclude(case=case)
    in_hand = Offer.objects.live().filter(contact=OuterRef("pk"))
    written = _written().filter(cases=case, channel__in=channels)
    waiting = written.filter(waits__case=case, waits__left_at=None).first()
    free = written.filter(~Exists(elsewhere), ~Exists(in_hand), secret=False)
    return waiting or free.order_by("-started_at", "-pk").first()


def _written() -> QuerySet[Contact]:
    return Contact.objects.filter(direction=Direction.IN, channel__in=WRITTEN)


def waits_of_written() -> QuerySet[Waiting]:
    """Return the waits of what was written; a talk such as a chat waits by itself."""
    return Waiting.objects.now().filter(contact__channel__in=WRITTEN)


def offered_cases() -> QuerySet[Waiting]:
    """Return the waits of cases that are on offer to somebody just now."""
    offered = Offer.objects.live().filter(contact=OuterRef("contact"))
    return Waiting.objects.now().filter(Exists(offered), case__isnull=False)
