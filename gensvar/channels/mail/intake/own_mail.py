"""What we sent ourselves and now comes back, by a forwarding or a copy, starts nothing."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import RawMail
from gensvar.operations.contacts.models import Direction, Message


def settle(incoming: Incoming) -> None:
    message_id = incoming.mail.message_id
    if not message_id.endswith(f"@{incoming.mailbox.domain}"):
        return
    sent = Message.objects.with_message_id(message_id).filter(
        client=incoming.client, direction=Direction.OUT
    )
    if found := sent.select_related("contact").first():
        incoming.contact = found.contact
        incoming.settled_as = RawMail.State.OWN
