"""The contact, the words that were said in it, and the files that came along."""

from django.utils.translation import gettext as _

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.reading import Attachment, Mail
from gensvar.foundation.files.actions import store_file
from gensvar.operations.contacts.actions import Attached, Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Direction

MOST_NAMED = 100


def keep(incoming: Incoming) -> None:
    mail = incoming.mail
    incoming.contact = register_contact(
        incoming.client,
        channel=Channel.MAIL,
        direction=Direction.IN,
        customer=incoming.customer,
        language=incoming.language or incoming.client.language,
        at=incoming.at,
    )
    files = [_attached(one, incoming) for one in mail.attachments]
    incoming.message = record_message(
        incoming.contact, _said(incoming), files=files, at=incoming.at
    )


def _said(incoming: Incoming) -> Said:
    mail = incoming.mail
    return Said(
        text=mail.text,
        sender_name=incoming.sender.name[:320],
        sender_address=incoming.sender.address[:320],
        subject=mail.subject,
        html=mail.html,
        quoted=mail.quoted,
        signature=mail.signature,
        recipients=tuple(one.address for one in mail.to[:MOST_NAMED]),
        copies=tuple(one.address for one in mail.cc[:MOST_NAMED]),
        automatic=incoming.automatic,
        problems=(*incoming.problems, *_problems(mail)),
        message_id=mail.message_id[:998],
        in_reply_to=incoming.in_reply_to,
        raw=incoming.raw.stored,
    )


def _problems(mail: Mail) -> tuple[str, ...]:
    return tuple(_(one.words) for one in mail.problems)


def _attached(one: Attachment, incoming: Incoming) -> Attached:
    return Attached(
        file=store_file(one.content, media_type=one.sniffed_type[:120], at=incoming.at),
        name=one.name[:255],
        declared_type=one.declared_type[:120],
        content_id=one.content_id[:255],
        is_inline=one.is_inline,
        is_mislabelled=one.has_false_type,
    )
