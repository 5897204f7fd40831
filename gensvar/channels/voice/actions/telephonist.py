"""The automatic telephonist finds whom a colleague seeks, and leaves word for them."""

from datetime import datetime

from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gensvar.channels.voice.actions.advancing import advance
from gensvar.channels.voice.events import WordLeft
from gensvar.channels.voice.models import Call, Entry, Sought
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Event, State
from gensvar.channels.voice.rules.keys import typed_with
from gensvar.channels.voice.rules.telephonist import sought
from gensvar.channels.voice.seeking import address_of, entries_meant, listed, sought_in
from gensvar.foundation.events.actions import announce
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Channel

WRONG = (Event.FOUND_NOBODY, Event.NO_SUCH_CHOICE)


def seek(call: Call, key: str, *, at: datetime) -> list[Order]:
    """Do what a key of a colleague means to the telephonist."""
    state = State(call.state)
    found = entries_meant(call, at=at)[0] if state in {State.SEEKING, State.LISTED} else []
    entry = sought_in(call)
    event = sought(
        state,
        key,
        typed=call.typed,
        hits=len(found),
        wrong=call.stations.filter(event__in=WRONG).count(),
        may_connect=entry is not None and bool(address_of(entry)),
        may_word=entry is not None and bool(entry.email),
    )
    if event is None:
        if state is State.SEEKING:
            call.typed = typed_with(call.typed, key)
            call.save(update_fields=["typed"])
        return []
    if event is Event.FOUND_ONE:
        chosen = found[int(key) - 1] if state is State.LISTED else found[0]
        Sought.objects.update_or_create(
            call=call, defaults={"client": call.client, "entry": chosen, "at": at}
        )
    if event in {Event.SEEK_AGAIN, Event.FOUND_NOBODY}:
        call.typed = ""
        call.save(update_fields=["typed"])
    if event is Event.LEFT_WORD and entry is not None:
        _leave_word(call, entry, at=at)
    address = address_of(entry) if event is Event.CONNECT and entry is not None else ""
    return advance(call.pk, event, at=at, address=address)


def _leave_word(call: Call, entry: Entry, *, at: datetime) -> None:
    """Ask somebody by mail to call a colleague back."""
    whose = _caller(call)
    language = entry.agent.language if entry.agent else call.client.language
    with translation.override(language):
        subject = _("%(who)s asks you to call back") % {"who": whose}
        text = _(
            "Hello,\n\n%(who)s called on %(day)s at %(time)s, sought %(name)s, and asks to be"
            " called back.\n"
        ) % {
            "who": whose,
            "day": localtime(at).strftime("%Y-%m-%d"),
            "time": localtime(at).strftime("%H:%M"),
            "name": entry.name,
        }
    draft = Draft(
        text=text,
        subject=subject,
        recipients=[entry.email],
        purpose="word-left",
        is_automatic=True,
    )
    request_message(call.client, draft, channel=Channel.MAIL, customer=None, by=None, at=at)
    announce(
        WordLeft(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            entry_id=entry.pk,
        ),
        at=at,
    )


def _caller(call: Call) -> str:
    """Return who calls, by the directory where their number stands there."""
    names = [one.name for one in listed(call.client) if one.number and one.number == call.party]
    if not names:
        return call.party or pgettext("caller", "Somebody")
    return f"{names[0]} ({call.party})"
