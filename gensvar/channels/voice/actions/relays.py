"""Calls by way of a relay are marked when they come, or by whoever talks with them."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.events import CallAssisted, RelayNumbersSet
from gensvar.channels.voice.models import Assisted, Call, RelayNumbers
from gensvar.channels.voice.rules.relays import DEFAULT_NUMBERS, Way, numbers_in, way_of
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused


class NotANumberOfARelay(Refused):
    message = _("“%(written)s” is no phone number. Write such as 020-600 650, one a line.")
    status = 422


def relay_numbers(client: Client) -> Mapping[Way, list[str]]:
    """Return from which numbers each kind of relay calls a client."""
    found = RelayNumbers.objects.filter(client=client).first()
    if found is not None:
        return {way: list(found.numbers.get(way, [])) for way in Way}
    return {way: list(numbers) for way, numbers in DEFAULT_NUMBERS.items()}


def note_relay(call: Call, party: str, *, at: datetime) -> None:
    """Mark a call that comes from the number of a relay."""
    way = way_of(party, relay_numbers(call.client))
    if way is not None:
        _mark(call, way, by=None, at=at)


def note_text(call: Call, *, at: datetime) -> None:
    """Mark a call that came with real-time text; one by way of a relay stays that."""
    if not Assisted.objects.filter(call=call).exists():
        _mark(call, Way.REAL_TIME, by=None, at=at)


@action
def mark_assisted(call: Call, way: Way | None, *, by: Agent, at: datetime) -> None:
    """Say by what way somebody is helped in a call; nothing: by none, after all."""
    if way is not None:
        _mark(call, way, by=by, at=at)
    elif Assisted.objects.filter(call=call).delete()[0]:
        _tell(call, "", by=by, at=at)


@action
def set_relay_numbers(
    client: Client, numbers: Mapping[Way, str], *, by: Agent | None, at: datetime
) -> RelayNumbers:
    """Know relays by these numbers from now on."""
    try:
        kept = {way.value: numbers_in(written) for way, written in numbers.items()}
    except ValueError as bad:
        raise NotANumberOfARelay(written=str(bad)[:40]) from None
    made, _is_new = RelayNumbers.objects.update_or_create(client=client, defaults={"numbers": kept})
    announce(RelayNumbersSet(client_id=client.pk, agent_id=by.pk if by else None), at=at)
    return made


def _mark(call: Call, way: Way, *, by: Agent | None, at: datetime) -> None:
    given = {"client": call.client, "way": way.value, "by": by, "at": at}
    Assisted.objects.update_or_create(call=call, defaults=given)
    _tell(call, way.value, by=by, at=at)


def _tell(call: Call, way: str, *, by: Agent | None, at: datetime) -> None:
    announce(
        CallAssisted(
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            way=way,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
