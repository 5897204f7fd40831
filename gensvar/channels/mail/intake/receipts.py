"""A person who has asked something new gets a receipt, written when nobody waits to be read."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.operations.customers.rules import normal_mail


def owe(incoming: Incoming) -> None:
    incoming.owes_receipt = (
        incoming.is_new_case
        and incoming.may_be_answered
        and incoming.mailbox.sends_receipts
        and normal_mail(incoming.sender.address) is not None
    )
