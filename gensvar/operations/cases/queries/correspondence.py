"""Where the customer of a case reads: the address to which words about the case may go.

Others write in a case too: a neighbour in copy, a stranger who forged a field, a machine that
reports a bounce. None of them is answered in the customer's stead.
"""

from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Direction, Message
from gensvar.operations.contacts.texting import can_text, opted_out
from gensvar.operations.customers.rules import is_mobile

# In a case with more messages than this, the oldest do not say who takes part.
LOOKED_AT = 500


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
    known = case.customer.addresses.current().filter(kind="mail").first()
    return known.value if known else ""


def own_texts(case: Case) -> QuerySet[Message]:
    """Return the text messages that the customer has written, the newest first."""
    theirs = Message.objects.filter(
        contact__cases=case,
        contact__channel=Channel.SMS,
        contact__customer=case.customer_id,
        direction=Direction.IN,
        sender_address__startswith="+",
    )
    theirs = theirs if case.customer_id else theirs.none()
    return theirs.order_by("-at", "-pk")


def text_number(case: Case) -> str:
    """Return the phone that a text message about the case may go to; empty if there is none.

    Others may see the phone: nothing of a confidential case goes there.
    """
    if case.customer is None or case.is_confidential or not can_text(case.client):
        return ""
    written_from = own_texts(case).first()
    known = case.customer.addresses.current().filter(kind="phone").values_list("value", flat=True)
    numbers = [written_from.sender_address] if written_from else []
    numbers += [number for number in known if is_mobile(number)]
    refusing = opted_out(case.client, numbers)
    return next((number for number in numbers if number not in refusing), "")


def taken_part(case: Case) -> set[str]:
    """Return the addresses that have written, or been written to, in the case."""
    messages = Message.objects.filter(contact__cases=case).order_by("-pk")[:LOOKED_AT]
    found: set[str] = set()
    for sender, recipients, copies in messages.values_list(
        "sender_address", "recipients", "copies"
    ):
        found |= {str(one).lower() for one in (sender, *recipients, *copies)}
    return found - {""}


def answered(case: Case) -> Message | None:
    """Return what an answer answers: the customer's latest, or whatever came last."""
    came = Message.objects.filter(contact__cases=case, direction=Direction.IN)
    return own_letters(case).first() or came.order_by("-at", "-pk").first()


def answer_subject(case: Case, in_reply_to: Message | None = None) -> str:
    """Return a mail subject that carries the number and repeats only the customer's own words.

    Of a confidential case it says neither: others may see the mailbox.
    """
    if case.is_confidential:
        with translation.override(case.language or case.client.language):
            return _("An answer to you")
    newest = in_reply_to or answered(case)
    words = newest.subject if newest and newest.subject else ""
    start = words if words.lower().startswith(("re:", "sv:")) else f"Re: {words}".strip()
    return f"{start} [{case.number}]" if case.number not in start else start
