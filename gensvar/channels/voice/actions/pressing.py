"""Callers press keys, or none for a while: what that means for their call."""

from datetime import datetime

from gensvar.channels.voice.actions.advancing import advance, held
from gensvar.channels.voice.actions.taping import decline
from gensvar.channels.voice.actions.telephonist import seek
from gensvar.channels.voice.actions.withholding import note_party
from gensvar.channels.voice.models import Call, Choice, Leg, Notice
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.queries import choices_at, party_of, protected_at
from gensvar.channels.voice.rules.calls import Event, Role, State
from gensvar.channels.voice.rules.keys import (
    Heard,
    dictated,
    meaning,
    place_in_times,
    typed_with,
)
from gensvar.channels.voice.rules.telephonist import SEEKING
from gensvar.channels.voice.rules.times import Window
from gensvar.channels.voice.telling import are_open, is_offered, times_of
from gensvar.foundation.acting import action
from gensvar.operations.contacts.saying import note_language

KNOWS_NUMBER = {Event.CONFIRMED, Event.MAY_CHOOSE_TIME}
ASKED = {State.CONFIRMING, State.DICTATING, State.TIMING}


@action
def press(leg_name: str, key: str, *, at: datetime) -> list[Order]:
    """Do what a key means; keys of whoever did not call us mean nothing here."""
    leg = Leg.objects.filter(pk=leg_name, role=Role.CALLER, address="").first()
    if leg is None or not key:
        return []
    call = held(leg.call_id)
    if State(call.state) in SEEKING:
        return seek(call, key, at=at)
    return _press(call, key, at=at)


def _press(call: Call, key: str, *, at: datetime) -> list[Order]:
    state = State(call.state)
    choices = {one.key: one for one in choices_at(call)}
    heard = _heard(call, state, choices, at=at)
    event = meaning(state, key, heard)
    if state is State.DICTATING and event is None:
        call.typed = typed_with(call.typed, key)
        call.save(update_fields=["typed"])
    if event is None:
        return []
    if event is Event.DECLINED:
        decline(call, at=at)
        return advance(call.pk, event, at=at)
    if event in {Event.CHOSE, Event.CHOSE_MORE, Event.CHOSE_MESSAGE}:
        _choose(call, choices[key])
    if event in KNOWS_NUMBER and state is State.DICTATING:
        party = dictated(call.typed)
        note_party(call, party, protected=protected_at(call.client, party))
    if event is Event.CONFIRMED and state is State.TIMING:
        _choose_time(call, key, at=at)
    if event in KNOWS_NUMBER | {Event.OTHER_NUMBER, Event.STAYS}:
        call.typed = ""
    call.save(
        update_fields=["choice", "queue", "typed", "promised_from", "promised_until"],
    )
    return advance(call.pk, event, at=at)


def _choose_time(call: Call, key: str, *, at: datetime) -> None:
    """Promise a time that was offered; the first key is none, but when it is their turn."""
    times, place = _times(call, at=at), place_in_times(key)
    if place < len(times):
        call.promised_from, call.promised_until = times[place].begins_at, times[place].ends_at


def _times(call: Call, *, at: datetime) -> list[Window]:
    """Return the times as they were said; none where one of them does not hold any more."""
    told = call.stations.filter(state=State.TIMING).order_by("-place").first()
    found = times_of(call, at=told.at if told and call.state == State.TIMING else at)
    return found if are_open(call, found, at=at) else []


def _choose(call: Call, choice: Choice) -> None:
    call.choice, call.queue = choice, choice.queue
    if choice.language:
        note_language(call.contact, choice.language)


def _heard(call: Call, state: State, choices: dict[str, Choice], *, at: datetime) -> Heard:
    wrong = call.stations.filter(event=Event.NO_SUCH_CHOICE).count()
    return Heard(
        choices=[key for key, one in choices.items() if one.queue_id is not None],
        more=[k for k, one in choices.items() if one.queue_id is None and not one.takes_message],
        messages=[key for key, one in choices.items() if one.takes_message],
        wrong=wrong,
        has_party=bool(party_of(call)),
        offers_callback=state is State.QUEUED and is_offered(call, at=at),
        typed=call.typed,
        times=len(_times(call, at=at)) if state in ASKED else 0,
        may_decline=Notice.objects.filter(call=call, declined_at=None).exists(),
    )
