"""Who is on a case: its customer, and everybody who has written or been written to in it."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.rules import plain_address
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message
from gensvar.operations.customers.models import Address

LOOKED_AT = 500


def is_on_case(case: Case, incoming: Incoming) -> bool:
    """Say whether who writes is on the case; our own mailbox is on every one, and so on none."""
    both = (incoming.mail.sender, incoming.mail.answer_to)
    writers = {one.address.lower() for one in both if one.address}
    writers = {one for one in writers if plain_address(one) not in incoming.batch.ours}
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
