"""What came while two customers were one, given back to the one who wrote when they are parted."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.operations.cases.actions.describing import describe
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.models import Address, Merge


@action
def return_arrivals(merge: Merge, *, at: datetime) -> None:
    """Give what came from an address of the parted customer to them; the rest nobody can tell.

    A case is theirs when all who wrote in it are. Doing it again changes nothing.
    """
    own = Address.objects.filter(customer=merge.source_id, kind=Address.Kind.MAIL)
    came = Contact.objects.filter(customer=merge.target_id, started_at__gte=merge.at)
    theirs = came.filter(messages__direction="in", messages__sender_address__in=own.values("value"))
    Contact.objects.filter(pk__in=theirs.values("pk")).update(customer=merge.source_id)
    opened = Case.objects.filter(customer=merge.target_id, opened_at__gte=merge.at)
    with_them = opened.filter(contacts__customer=merge.source_id)
    others = Contact.objects.filter(customer=merge.target_id, direction="in")
    for case in with_them.exclude(contacts__in=others).distinct():
        case.contacts.filter(customer=merge.target_id).update(customer=merge.source_id)
        describe(case, by=None, at=at, customer=merge.source)
