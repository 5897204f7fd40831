"""Who wrote: Reply-To before From, and behind a colleague's forwarding the one who asked."""

from django.utils.translation import gettext as _

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.reading import Address
from gensvar.channels.mail.rules import is_never_answered, plain_address
from gensvar.foundation.people.models import Agent


def find(incoming: Incoming) -> None:
    mail = incoming.mail
    incoming.sender = mail.answer_to
    if mail.sender.is_usable and mail.answer_to.address.lower() != mail.sender.address.lower():
        incoming.sender = Address(mail.answer_to.name or mail.sender.name, mail.answer_to.address)
        incoming.problems.append(
            _("The sender asks for answers at another address than the mail came from.")
        )
    elif mail.forwarded and _is_colleague(mail.sender.address):
        _look_behind(incoming)
    # Mail from our own mailbox, such as a web form's, says nothing about who asks.
    if plain_address(incoming.sender.address) in incoming.batch.ours:
        incoming.sender = Address(incoming.sender.name)
    if is_never_answered(incoming.sender.address):
        incoming.may_be_answered = False


def _look_behind(incoming: Incoming) -> None:
    """Take the one who asked out of a colleague's forwarding."""
    others = (
        one
        for one in incoming.mail.forwarded
        if one.sender.is_usable and plain_address(one.sender.address) not in incoming.batch.ours
    )
    if (original := next(others, None)) is not None:
        incoming.sender = original.sender
        incoming.may_be_answered = False
        incoming.problems.append(
            _("Forwarded by %(who)s; the first sender is taken as the one who asks.")
            % {"who": incoming.mail.sender.address}
        )


def _is_colleague(address: str) -> bool:
    return Agent.objects.filter(email=address.lower(), is_active=True).exists()
