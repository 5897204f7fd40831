"""From a provider's call to contact and case: each message once, whatever fails on the way."""

from datetime import datetime

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.channels.sms.actions.receipts import send_receipt
from gensvar.channels.sms.actions.stopping import obey
from gensvar.channels.sms.events import TextUnreadable
from gensvar.channels.sms.models import Arrival, Number, Picture
from gensvar.channels.sms.providers import Came, Malformed, provider_named
from gensvar.channels.sms.rules import MOST_PICTURES, next_try, order_in, title_of
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import store_file
from gensvar.operations.cases.actions import join_contact, open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Contact, Direction, Message
from gensvar.operations.customers.actions import recognise
from gensvar.operations.customers.rules import normal_phone

MOST_LOOKED_AT = 20


@action
def take_in(arrival_id: int, *, at: datetime) -> None:
    """Deliver one message; the same message once more changes nothing."""
    arrival = _held(arrival_id)
    if arrival is None:
        return
    # Of two calls about one message the second waits here, and then sees the first.
    number = Number.objects.select_for_update(of=("self",)).get(pk=arrival.number_id)
    arrival.number = number
    with translation.override(number.client.language):
        try:
            came = provider_named(number.provider).read_message(bytes(arrival.content))
        except Malformed as error:
            _show_unread(arrival, lacks=str(error), at=at)
            return
        seen = Arrival.objects.filter(
            number=number,
            provider_id=came.provider_id,
            kind=Arrival.Kind.MESSAGE,
            state=Arrival.State.READ,
        ).first()
        arrival.provider_id = came.provider_id
        if seen is not None:
            arrival.contact = seen.contact
            _settle(arrival, Arrival.State.DUPLICATE)
            return
        arrival.contact = _deliver(arrival, came)
        _settle(arrival, Arrival.State.READ)


@action
def try_later(arrival_id: int, *, because: str, at: datetime) -> None:
    """Reading failed for reasons of our own: later again, until a person must look."""
    arrival = _held(arrival_id)
    if arrival is None:
        return
    arrival.attempts += 1
    again = next_try(arrival.attempts, at=at)
    if again is not None:
        arrival.not_before, arrival.problem = again, because[:2_000]
        arrival.save(update_fields=["attempts", "not_before", "problem"])
    elif arrival.kind == Arrival.Kind.REPORT:
        _settle(arrival, Arrival.State.UNREADABLE)
    else:
        with translation.override(arrival.number.client.language):
            _show_unread(arrival, lacks="", at=at)


def _held(arrival_id: int) -> Arrival | None:
    rows = Arrival.objects.select_for_update(skip_locked=True, of=("self",))
    rows = rows.select_related("number__client")
    return rows.filter(pk=arrival_id, state=Arrival.State.WAITING).first()


def _settle(arrival: Arrival, state: str) -> None:
    arrival.state = state
    arrival.save(update_fields=["state", "provider_id", "contact"])


def _deliver(arrival: Arrival, came: Came) -> Contact:
    number, at = arrival.number, arrival.received_at
    sender = (normal_phone(came.sender) if came.sender.startswith("+") else None) or ""
    customer = recognise(number.client, kind="phone", value=sender, at=at) if sender else None
    contact = register_contact(
        number.client, channel=Channel.SMS, direction=Direction.IN, customer=customer, at=at
    )
    said = Said(
        text=came.words,
        sender_address=sender or came.sender,
        recipients=(came.recipient,),
        message_id=came.provider_id,
        problems=(_("Pictures came along and are being fetched."),) if came.pictures else (),
    )
    message = record_message(contact, said, at=at)
    _note_pictures(number, message, came, at=at)
    case = _open_case_of(contact, sender) if sender else None
    if sender and (order := order_in(came.words)) and not came.pictures:
        if case is not None:
            join_contact(case, contact, by=None, at=at, wakes=False)
        obey(order, sender, said=message, at=at)
        return contact
    if case is not None:
        join_contact(case, contact, by=None, at=at)
        return contact
    case = open_case(
        number.client,
        title=title_of(came.words) or _("A picture without words"),
        channel=Channel.SMS,
        contact=contact,
        subject=number.subject,
        group=number.group,
        at=at,
    )
    if sender and number.sends_receipts:
        send_receipt(case, sender, said=message, at=at)
    return contact


def _note_pictures(number: Number, message: Message, came: Came, *, at: datetime) -> None:
    Picture.objects.bulk_create(
        Picture(
            message=message,
            client_id=number.client_id,
            number=number,
            url=url[:2_000],
            place=place,
            not_before=at,
        )
        for place, url in enumerate(came.pictures[:MOST_PICTURES], start=1)
    )


def _open_case_of(contact: Contact, number: str) -> Case | None:
    """Return the open case in which text messages were last exchanged with a number."""
    exchanged = Message.objects.filter(
        Q(sender_address=number) | Q(recipients__contains=[number]),
        contact__customer=contact.customer_id,
        contact__client=contact.client_id,
        contact__channel=Channel.SMS,
    ).exclude(contact=contact)
    latest = exchanged.order_by("-at", "-pk").values_list("contact_id", flat=True)
    for contact_id in latest[:MOST_LOOKED_AT]:
        case = Case.objects.open().filter(contacts=contact_id).order_by("-pk").first()
        if case is not None:
            return case
    return None


def _show_unread(arrival: Arrival, *, lacks: str, at: datetime) -> None:
    """Make a case of a call that cannot be read, with all of it for a person to open."""
    number = arrival.number
    words = _("The text message could not be read. The raw file holds all of it.")
    if lacks:
        words += " " + _("It lacks: %(fields)s.") % {"fields": lacks}
    contact = register_contact(
        number.client,
        channel=Channel.SMS,
        direction=Direction.IN,
        customer=None,
        at=arrival.received_at,
    )
    raw = store_file(bytes(arrival.content), media_type="text/plain", at=at)
    said = Said(text="", recipients=(number.number,), problems=(words,), raw=raw)
    record_message(contact, said, at=arrival.received_at)
    case = open_case(
        number.client,
        title=_("A text message that could not be read"),
        channel=Channel.SMS,
        contact=contact,
        group=number.group,
        at=arrival.received_at,
    )
    arrival.contact, arrival.problem = contact, words
    arrival.save(update_fields=["problem"])
    _settle(arrival, Arrival.State.UNREADABLE)
    announce(
        TextUnreadable(arrival_id=arrival.pk, client_id=number.client_id, case_id=case.pk), at=at
    )
