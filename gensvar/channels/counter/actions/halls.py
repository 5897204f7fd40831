"""What an administrator decides about places where people come in."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.counter.events import HallSet
from gensvar.channels.counter.models import Desk, Errand, Hall, Sitting
from gensvar.channels.counter.rules import LETTERS, letter_for
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing import actions as routing

GOAL_SECONDS, OFFER_SECONDS = 600, 120


class HallExists(Refused):
    message = _("There is a place with that name already. Choose another.")


class NothingToChoose(Refused):
    message = _("A place needs at least one desk and one errand, and at most %(most)s errands.")
    status = 422


class DeskTaken(Refused):
    message = _("Somebody sits at desk %(desk)s. Let them stand up before you take it away.")


@action
def set_up_hall(
    client: Client,
    *,
    name: str,
    desks: Sequence[str],
    errands: Sequence[str],
    by: Agent,
    at: datetime,
) -> Hall:
    """Set up a place for visits, with a queue and a skill of its own."""
    name = name.strip()
    if Hall.objects.filter(client=client, name=name).exists():
        raise HallExists
    skill = routing.add_skill(client, name=name)
    wish = routing.QueueWish(
        name=name,
        channel=Channel.VISIT,
        goal_seconds=GOAL_SECONDS,
        steps=[routing.StepWish(0, skill)],
        offer_seconds=OFFER_SECONDS,
        wrap_up_seconds=0,
    )
    hall = Hall.objects.create(
        client=client,
        name=name,
        key=secrets.token_urlsafe(24),
        queue=routing.set_queue(client, wish, by=by, at=at),
        skill=skill,
        created_at=at,
    )
    change_hall(hall, desks=desks, errands=errands, by=by, at=at)
    return hall


@action
def change_hall(
    hall: Hall, *, desks: Sequence[str], errands: Sequence[str], by: Agent, at: datetime
) -> None:
    """Give a place these desks and errands; what is left out is used no more."""
    if not desks or not 0 < len(errands) <= len(LETTERS):
        raise NothingToChoose(most=len(LETTERS))
    standing = {one.name: one for one in Desk.objects.filter(hall=hall, retired_at=None)}
    for name in standing.keys() - set(desks):
        if Sitting.objects.filter(desk=standing[name], until=None).exists():
            raise DeskTaken(desk=name)
    Desk.objects.filter(hall=hall, retired_at=None).exclude(name__in=desks).update(retired_at=at)
    Desk.objects.bulk_create(
        Desk(hall=hall, client_id=hall.client_id, name=name)
        for name in dict.fromkeys(desks)
        if name not in standing
    )
    _set_errands(hall, list(dict.fromkeys(errands)), at=at)
    announce(
        HallSet(
            hall_id=hall.pk,
            client_id=hall.client_id,
            agent_id=by.pk,
            fields=("desks", "errands"),
        ),
        at=at,
    )


def _set_errands(hall: Hall, names: list[str], *, at: datetime) -> None:
    offered = Errand.objects.filter(hall=hall, retired_at=None)
    offered.exclude(name__in=names).update(retired_at=at)
    known = {one.name: one.letter for one in offered.filter(name__in=names)}
    taken = set(known.values())
    for name in names:
        if name in known:
            continue
        letter = letter_for(taken)
        taken.add(letter)
        Errand.objects.create(hall=hall, client_id=hall.client_id, name=name, letter=letter)
