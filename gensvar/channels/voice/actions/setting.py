"""Numbers, what is said at them, and the phones of agents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.events import AnnouncementSet, PhoneGiven, PhoneNumberSet
from gensvar.channels.voice.models import Announcement, Phone, PhoneNumber, Sound
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue


class NoSuchNumber(Refused):
    message = _("“%(number)s” is no phone number and no extension.")
    status = 422


class NumberTaken(Refused):
    message = _("That number leads to another queue already. End it there first.")


class NotForCalls(Refused):
    message = _("Calls cannot wait in that queue. Choose one of the same client, for the phone.")
    status = 422


class PhoneTaken(Refused):
    message = _("That phone is somebody else's.")


class DaysMissing(Refused):
    message = _("Say from when until when it shall be heard.")
    status = 422


class NothingSaid(Refused):
    message = _("Write what is said, also where it is recorded: it is shown where nobody hears it.")
    status = 422


@dataclass(frozen=True)
class Wording:
    """What is said, as it is written and as it is recorded; no words: nothing is said."""

    words: str = ""
    recording: Sound | None = None


@action
def arrange_number(
    client: Client,
    *,
    number: str,
    queue: Queue,
    is_shown: bool,
    usual: Mapping[str, Wording],
    by: Agent | None,
    at: datetime,
    callback_after_seconds: int | None = None,
    most_tries: int = 3,
    offers_times: bool = False,
) -> PhoneNumber:
    """Decide all that is usual at a number: where it leads, and what is said by occasion."""
    made = set_number(client, number=number, queue=queue, by=by, at=at)
    if made.is_shown != is_shown:
        show_number(made, is_shown=is_shown, by=by, at=at)
    callback = (callback_after_seconds, most_tries, offers_times)
    if (made.callback_after_seconds, made.most_tries, made.offers_times) != callback:
        made.callback_after_seconds, made.most_tries, made.offers_times = callback
        made.save(update_fields=["callback_after_seconds", "most_tries", "offers_times"])
        _tell(made, by=by, at=at)
    for occasion, wording in usual.items():
        found = made.announcements.filter(occasion=occasion).first()
        stands = Wording(found.words, found.recording) if found else Wording()
        if wording == stands:
            continue
        if wording.words:
            say_at(
                made,
                occasion=occasion,
                words=wording.words,
                recording=wording.recording,
                by=by,
                at=at,
            )
        elif wording.recording is not None:
            raise NothingSaid
        elif found is not None:
            say_no_more(found, by=by, at=at)
    return made


@action
def show_number(number: PhoneNumber, *, is_shown: bool, by: Agent | None, at: datetime) -> None:
    """Show this number, and no other of the client's, to whoever is called."""
    same = PhoneNumber.objects.in_use().filter(client=number.client_id, is_shown=True)
    if is_shown:
        same.exclude(pk=number.pk).update(is_shown=False)
    number.is_shown = is_shown
    number.save(update_fields=["is_shown"])
    _tell(number, by=by, at=at)


@action
def set_number(
    client: Client, *, number: str, queue: Queue, by: Agent | None, at: datetime
) -> PhoneNumber:
    """Let calls to a number wait in a queue from now on."""
    written = number_of(number)
    if not written:
        raise NoSuchNumber(number=number[:40])
    if (queue.client_id, queue.channel) != (client.pk, Channel.PHONE) or queue.ended_at:
        raise NotForCalls
    found = PhoneNumber.objects.in_use().select_for_update().filter(number=written).first()
    if found is not None and found.client_id != client.pk:
        raise NumberTaken
    made = found or PhoneNumber(client=client, number=written)
    made.queue = queue
    made.save()
    _tell(made, by=by, at=at)
    return made


@action
def end_number(number: PhoneNumber, *, by: Agent | None, at: datetime) -> None:
    """Take a number out of use; calls to it are refused by the telephone system from now on."""
    if PhoneNumber.objects.in_use().filter(pk=number.pk).update(ended_at=at):
        _tell(number, by=by, at=at, is_ended=True)


@action
def say_at(
    number: PhoneNumber,
    *,
    occasion: str,
    words: str,
    by: Agent | None,
    at: datetime,
    sound: str = "",
    recording: Sound | None = None,
    closes: bool = False,
    begins_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Announcement:
    """Decide what callers of a number hear, always or for some days."""
    given = {"words": words, "sound": sound, "recording": recording, "client": number.client}
    if occasion == Announcement.Occasion.DEVIATING:
        if begins_at is None or ends_at is None or ends_at <= begins_at:
            raise DaysMissing
        made = number.announcements.create(
            occasion=occasion, closes=closes, begins_at=begins_at, ends_at=ends_at, **given
        )
    else:
        made, _is_new = number.announcements.update_or_create(occasion=occasion, defaults=given)
    _tell_of(number, occasion, by=by, at=at)
    return made


@action
def say_no_more(announcement: Announcement, *, by: Agent | None, at: datetime) -> None:
    """Say nothing more of it; that it was said stays in the record."""
    announcement.delete()
    _tell_of(announcement.number, announcement.occasion, by=by, at=at)


@action
def give_phone(
    agent: Agent, *, client: Client, address: str, by: Agent | None, at: datetime
) -> Phone:
    """Ring an agent at this account of the telephone system from now on."""
    if Phone.objects.filter(address=address).exclude(agent=agent).exists():
        raise PhoneTaken
    phone, _is_new = Phone.objects.update_or_create(
        agent=agent, defaults={"client": client, "address": address, "since": at}
    )
    announce(
        PhoneGiven(owner_id=agent.pk, client_id=client.pk, agent_id=by.pk if by else None), at=at
    )
    return phone


def _tell_of(number: PhoneNumber, occasion: str, *, by: Agent | None, at: datetime) -> None:
    announce(
        AnnouncementSet(
            number_id=number.pk,
            client_id=number.client_id,
            occasion=occasion,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )


def _tell(number: PhoneNumber, *, by: Agent | None, at: datetime, is_ended: bool = False) -> None:
    announce(
        PhoneNumberSet(
            number_id=number.pk,
            client_id=number.client_id,
            queue_id=number.queue_id,
            agent_id=by.pk if by else None,
            is_ended=is_ended,
        ),
        at=at,
    )
