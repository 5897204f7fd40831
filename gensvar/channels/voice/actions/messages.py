"""Messages: where they may be left, the case that each becomes, and when its sound is gone."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.leaving import box_of
from gensvar.channels.voice.events import (
    MessageBoxSet,
    VoiceMessageDeleted,
    VoiceMessageHeard,
    VoiceMessageSettled,
)
from gensvar.channels.voice.models import Call, MessageBox, PhoneNumber, VoiceMessage, Withheld
from gensvar.channels.voice.rules.messages import (
    LONGEST_LIMIT,
    LONGEST_QUIET,
    MOST_KEPT_DAYS,
    SHORTEST_LIMIT,
    SHORTEST_QUIET,
    USUAL_KEPT_DAYS,
    USUAL_LIMIT,
    USUAL_QUIET,
    is_spoken,
    is_within,
)
from gensvar.channels.voice.rules.recordings import WhyNot
from gensvar.channels.voice.rules.sounds import as_heard
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import remove_at_once, store_file
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.foundation.secrecy.models import AccessEntry
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.knowledge.models import Subject


class MessagesOutOfBounds(Refused):
    message = _(
        "A message lasts %(shortest)s to %(longest)s seconds, ends after %(least)s to %(most)s "
        "seconds of silence, and is kept for 1 to %(days)s days."
    )
    status = 422


class SubjectOfAnother(Refused):
    message = _("Choose a subject of the same client as the number.")
    status = 422


class MessageGone(Refused):
    message = _("The sound of that message is not there any more.")
    status = 410


@dataclass(frozen=True, kw_only=True)
class BoxWish:
    """How messages are taken at a number, and what their cases are about."""

    subject: Subject | None = None
    longest_seconds: int = USUAL_LIMIT
    quiet_seconds: int = USUAL_QUIET
    kept_days: int = USUAL_KEPT_DAYS


@action
def set_message_box(
    number: PhoneNumber, wish: BoxWish | None, *, by: Agent | None, at: datetime
) -> MessageBox | None:
    """Let callers leave a message where it is closed from now on; without a wish no more."""
    box = None
    if wish is None:
        # A key that leads to nothing leads to a person.
        number.choices.filter(takes_message=True).delete()
        MessageBox.objects.filter(number=number).delete()
    else:
        if not is_within(wish.longest_seconds, wish.quiet_seconds, wish.kept_days):
            raise MessagesOutOfBounds(
                shortest=SHORTEST_LIMIT,
                longest=LONGEST_LIMIT,
                least=SHORTEST_QUIET,
                most=LONGEST_QUIET,
                days=MOST_KEPT_DAYS,
            )
        if wish.subject is not None and wish.subject.client_id != number.client_id:
            raise SubjectOfAnother
        box, _is_new = MessageBox.objects.update_or_create(
            number=number,
            defaults={
                "client_id": number.client_id,
                "subject": wish.subject,
                "longest_seconds": wish.longest_seconds,
                "quiet_seconds": wish.quiet_seconds,
                "kept_days": wish.kept_days,
                "by": by,
                "at": at,
            },
        )
    announce(
        MessageBoxSet(
            number_id=number.pk,
            client_id=number.client_id,
            is_open=wish is not None,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return box


@action
def keep_message(message: VoiceMessage, track: bytes, *, at: datetime) -> None:
    """Keep what a caller said, sealed, with a case of its own; of silence only the call stays."""
    held = _held(message)
    if held.fetched_at is not None:
        return
    held.fetched_at = at
    if held.deleted_at is not None:
        held.save(update_fields=["fetched_at"])
        return
    if is_spoken(track):
        case = _open(held, at=at)
        spoken = as_heard([track])
        held.seconds = spoken.seconds
        if _may_be_kept(held):
            held.file = store_file(spoken.content, at=at, media_type="audio/wav")
        else:
            held.deleted_at, held.deleted_because = at, WhyNot.PROTECTED.value
    else:
        case, held.is_empty = None, True
    held.save()
    _settled(held, case, at=at)


@action
def lose_message(message: VoiceMessage, *, at: datetime) -> None:
    """Open a case for a message that the telephone system has lost: its caller waits for us."""
    held = _held(message)
    if held.fetched_at is not None:
        return
    held.fetched_at = held.deleted_at = at
    held.deleted_because = WhyNot.LOST.value
    case = _open(held, at=at)
    held.save()
    _settled(held, case, at=at)


@action
def hear_message(message: VoiceMessage, *, by: Agent, at: datetime) -> VoiceMessage:
    """Let somebody hear a message, and write down that they did."""
    held = VoiceMessage.objects.select_related("file").get(pk=message.pk)
    if held.file is None:
        raise MessageGone
    announce(VoiceMessageHeard(message_id=held.pk, client_id=held.client_id, agent_id=by.pk), at=at)
    return held


@action
def delete_message(message: VoiceMessage, *, because: WhyNot, at: datetime) -> None:
    """Delete the sound for ever; that there was a message, and its case, stay."""
    held = _held(message)
    if held.deleted_at is not None:
        return
    file_id = held.file_id
    held.file, held.deleted_at, held.deleted_because = None, at, because.value
    held.save(update_fields=["file", "deleted_at", "deleted_because"])
    announce(
        VoiceMessageDeleted(message_id=held.pk, client_id=held.client_id, because=because.value),
        at=at,
    )
    if file_id is not None:
        transaction.on_commit(lambda: remove_at_once([file_id]))


def _held(message: VoiceMessage) -> VoiceMessage:
    return VoiceMessage.objects.select_for_update().get(pk=message.pk)


def _open(message: VoiceMessage, *, at: datetime) -> Case:
    """Open the case of a message, as it came; the promise of a case follows with it."""
    call = Call.objects.select_related("client", "contact__customer").get(pk=message.call_id)
    _tell_the_few(call)
    box = box_of(call)
    subject = box.subject if box else None
    with translation.override(call.client.language):
        title = gettext("Voice message")
        if subject is not None:
            title = pgettext("title of a case", "Voice message about %(subject)s") % {
                "subject": subject.name.lower()
            }
    return open_case(
        call.client,
        title=title,
        channel=Channel.PHONE,
        contact=call.contact,
        subject=subject,
        at=call.began_at,
    )


def _tell_the_few(call: Call) -> None:
    """Let those who may know of a protected customer know who has left a message."""
    withheld = Withheld.objects.select_related("customer").filter(call=call).first()
    if withheld is None or not _has_readers(call.client_id):
        return
    call.contact.customer = withheld.customer
    Contact.objects.filter(pk=call.contact_id).update(customer=withheld.customer)


def _has_readers(client_id: int) -> bool:
    lists = AccessEntry.objects.current().filter(access__client=client_id)
    return lists.filter(access__is_for_protected=True).exists()


def _may_be_kept(message: VoiceMessage) -> bool:
    """Say whether a voice may be kept: a protected one only where it is hidden from the many."""
    is_withheld = Withheld.objects.filter(call=message.call_id).exists()
    return not is_withheld or _has_readers(message.client_id)


def _settled(message: VoiceMessage, case: Case | None, *, at: datetime) -> None:
    announce(
        VoiceMessageSettled(
            message_id=message.pk,
            contact_id=message.call.contact_id,
            client_id=message.client_id,
            case_id=case.pk if case else None,
            has_sound=message.file_id is not None,
        ),
        at=at,
    )
