"""Who is on a case: its customer, and everybody who has written or been written to in it."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.rules import plain_address
from gensvar.operations.cases.models import Case, Participant
from gensvar.operations.cases.queries.correspondence import taken_part
from gensvar.operations.customers.models import Address


def is_on_case(case: Case, incoming: Incoming) -> bool:
    """Say whether who writes is on the case; our own mailbox is on every one, and so on none."""
    found = writers(incoming)
    if not found:
        return False
    known = Address.objects.filter(customer=case.customer_id, kind="mail", value__in=found)
    if known.exists() or not found.isdisjoint(taken_part(case)):
        return True
    held = participation(case, incoming)
    return held is not None and held.may_write_at(incoming.at)


def writers(incoming: Incoming) -> set[str]:
    both = (incoming.mail.sender, incoming.mail.answer_to)
    found = {one.address.lower() for one in both if one.address}
    return {one for one in found if plain_address(one) not in incoming.batch.ours}


def participation(case: Case, incoming: Incoming) -> Participant | None:
    """Return the newest word on whether who writes takes part in the case, ended or not."""
    named = case.participants.filter(kind=Participant.Kind.MAIL, address__in=writers(incoming))
    return named.order_by("-pk").first()
