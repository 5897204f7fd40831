"""The customer behind the sender's address, known or new; machines become nobody's customer."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.operations.customers.actions import recognise as recognise_customer
from gensvar.operations.customers.rules import normal_mail


def recognise(incoming: Incoming) -> None:
    address = normal_mail(incoming.sender.address)
    if address is None or incoming.is_from_machine:
        if incoming.case is not None:
            incoming.customer = incoming.case.customer
        return
    incoming.customer = recognise_customer(
        incoming.client,
        kind="mail",
        value=address,
        name=incoming.sender.name,
        language=incoming.language,
        at=incoming.at,
    )
