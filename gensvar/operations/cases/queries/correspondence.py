"""Where the customer of a case reads: the address to which words about the case may go.

Others write in a case too: a neighbour in copy, a stranger who forged a field, a machine that
reports a bounce. None of them is answered in the customer's stead.
"""

from django.db.models import QuerySet

from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Direction, Message


def own_letters(case: Case) -> QuerySet[Message]:
    """Return what the customer has written from a mail address, the newest first."""
    theirs = Message.objects.filter(
        contact__cases=case,
        contact__customer=case.customer_id,
        direction=Direction.IN,
        automatic="",
        sender_address__contains="@",
    )
    theirs = theirs if case.customer_id else theirs.none()
    return theirs.order_by("-at", "-pk")


def mail_address(case: Case) -> str:
    """Return where the customer wrote from last, else the mail address known; empty if neither."""
    if case.customer is None:
        return ""
    if (letter := own_letters(case).first()) is not None:
        return letter.sender_address
    known = case.customer.addresses.filter(kind="mail").order_by("pk").first()
    return known.value if known else ""
