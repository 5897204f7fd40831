"""What may leave as a text message, and who has said that none shall."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.events import OptedIn, OptedOut
from gensvar.operations.contacts.models import OptOut
from gensvar.operations.contacts.rules import MOST_PARTS, text_length
from gensvar.operations.customers.rules import normal_phone


class HasOptedOut(Refused):
    message = _(
        "%(number)s has said STOP to text messages from us, so nothing was sent. Call or write in "
        "another way; the customer can undo it by sending START."
    )


class NotAPhoneNumber(Refused):
    message = _("“%(number)s” is no phone number that a text message can go to.")
    status = 422


class TextTooLong(Refused):
    message = _(
        "The text message would go in %(parts)s parts; %(most)s is the most. Make it shorter, or "
        "write it as a mail."
    )
    status = 422


class TextCarriesNothingElse(Refused):
    message = _("A text message has no copies and no files. Take them away, or send a mail.")
    status = 422


_senders: list[Callable[[Client], bool]] = []


def sends_texts(is_able: Callable[[Client], bool]) -> None:
    """Let a channel say which clients have a number to send text messages from."""
    _senders.append(is_able)


def can_text(client: Client) -> bool:
    return any(is_able(client) for is_able in _senders)


def check_text(
    client: Client, text: str, recipients: Sequence[str], *, has_more: bool = False
) -> None:
    """Refuse what cannot or may not leave as a text message, and say what to do instead."""
    if has_more:
        raise TextCarriesNothingElse
    for number in recipients:
        if normal_phone(number) != number:
            raise NotAPhoneNumber(number=number)
    length = text_length(text)
    if length.parts > MOST_PARTS:
        raise TextTooLong(parts=length.parts, most=MOST_PARTS)
    refusing = opted_out(client, recipients)
    if refusing:
        raise HasOptedOut(number=min(refusing))


def opted_out(client: Client, numbers: Sequence[str]) -> set[str]:
    """Return which of these numbers refuse text messages from a client."""
    rows = OptOut.objects.filter(client=client, number__in=list(numbers), ended_at=None)
    return set(rows.values_list("number", flat=True))


@action
def opt_out(client: Client, number: str, *, contact_id: int, at: datetime) -> bool:
    """Send no more text messages to a number; false where none went already."""
    row, is_new = OptOut.objects.get_or_create(
        client=client,
        number=number,
        ended_at=None,
        defaults={"since": at},
    )
    if is_new:
        announce(OptedOut(opt_out_id=row.pk, client_id=client.pk, contact_id=contact_id), at=at)
    return is_new


@action
def opt_in(client: Client, number: str, *, contact_id: int, at: datetime) -> bool:
    """Let text messages go to a number again; false where they did already."""
    row = OptOut.objects.filter(client=client, number=number, ended_at=None).first()
    if row is None:
        return False
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    announce(OptedIn(opt_out_id=row.pk, client_id=client.pk, contact_id=contact_id), at=at)
    return True
