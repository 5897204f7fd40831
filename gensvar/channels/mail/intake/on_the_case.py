"""Who is on a case: its customer, and everybody who has written or been written to in it."""

from gensvar.channels.mail.models import Mailbox
from gensvar.channels.mail.reading import Mail
from gensvar.channels.mail.rules import plain_address
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message
from gensvar.operations.customers.models import Address

LOOKED_AT = 500


def is_on_case(case: Case, mail: Mail) -> bool:
    writers = {mail.sender.address.lower(), mail.answer_to.address.lower()} - {""}
    writers -= _ours(writers)
    if not writers:
        return False
    known = Address.objects.filter(customer=case.customer_id, kind="mail", value__in=writers)
    return known.exists() or not writers.isdisjoint(_has_taken_part(case))


def _has_taken_part(case: Case) -> set[str]:
    messages = Message.objects.filter(contact__cases=case).order_by("-pk")[:LOOKED_AT]
    taken_part: set[str] = set()
    for sender, recipients, copies in messages.values_list(
        "sender_address", "recipients", "copies"
    ):
        taken_part |= {str(one).lower() for one in (sender, *recipients, *copies)}
    return taken_part - {""}


def _ours(addresses: set[str]) -> set[str]:
    """Our own mailbox was written to in every case; that puts nobody on one."""
    plain = {plain_address(one): one for one in addresses}
    found = Mailbox.objects.filter(address__in=plain).values_list("address", flat=True)
    return {plain[one.lower()] for one in found if one.lower() in plain}
