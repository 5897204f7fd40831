"""Who is on a case: its customer, and everybody who has written or been written to in it."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.rules import plain_address
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.correspondence import taken_part
from gensvar.operations.customers.models import Address


def is_on_case(case: Case, incoming: Incoming) -> bool:
    """Say whether who writes is on the case; our own mailbox is on every one, and so on none."""
    both = (incoming.mail.sender, incoming.mail.answer_to)
    writers = {one.address.lower() for one in both if one.address}
    writers = {one for one in writers if plain_address(one) not in incoming.batch.ours}
    if not writers:
        return False
    known = Address.objects.filter(customer=case.customer_id, kind="mail", value__in=writers)
    return known.exists() or not writers.isdisjoint(taken_part(case))
