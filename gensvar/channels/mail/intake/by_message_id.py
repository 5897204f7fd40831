"""An answer names the mail that it answers: the surest sign, whoever writes."""

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import RawMail
from gensvar.operations.cases.queries.joined import home_of
from gensvar.operations.contacts.models import Message


def find_case(incoming: Incoming) -> None:
    if incoming.case is not None or not incoming.mail.earlier_ids:
        return
    ids = incoming.mail.earlier_ids[:50]
    known = {
        message.message_id: message
        for message in Message.objects.with_message_id(*ids).filter(client=incoming.client)
    }
    for message_id in ids:  # the nearest first
        if message := known.get(message_id):
            case = home_of(message.contact_id).filter(client=incoming.client).first()
            if case is not None:
                incoming.case, incoming.in_reply_to = case, message
                return
    incoming.must_wait = _is_still_to_be_read(ids, incoming)


def _is_still_to_be_read(ids: tuple[str, ...], incoming: Incoming) -> bool:
    """Two mails may be read at once by two readers; the answer waits for its question."""
    waiting = RawMail.objects.filter(
        state=RawMail.State.WAITING, client=incoming.client, message_id__in=ids
    )
    return waiting.filter(pk__lt=incoming.raw.pk, attempts__lte=1).exists()
