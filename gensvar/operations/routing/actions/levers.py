"""Pull a lever for some hours, take it back, and note that its time is over.

House rule. Who may be offered what while a lever holds is worked out by `rules.levers`, from the
rows that these acts write: nothing of queues, skills or seats is changed, so nothing is left over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.events import FloorSeen, LeverEnded, LeverPulled, LeverTakenBack
from gensvar.operations.routing.models import Lever, LeverAgent, Queue, Seat, Skill
from gensvar.operations.routing.rules.levers import LeverKind

# A lever is for today: whoever forgets it finds it gone tomorrow.
LONGEST = timedelta(hours=12)


class BadLever(Refused):
    message = _("Say what the lever changes: a skill to ask for or lend, a channel, and for whom.")
    status = 422


class LeverEndsWrongly(Refused):
    message = _("Say until when the lever holds: a time to come, within twelve hours.")
    status = 422


class NobodyToAsk(Refused):
    message = _("Somebody whom the lever is about takes no contacts any more. Work it out again.")


class AlreadyPulled(Refused):
    message = _("That lever is pulled already. Take it back first, or let it end.")


class LeverIsOver(Refused):
    message = _("The lever is not pulled any more: its time is over, or somebody took it back.")


@dataclass(frozen=True, kw_only=True)
class LeverWish:
    """What shall be tried, until when, and what was foreseen of it."""

    kind: LeverKind
    queue: Queue
    ends_at: datetime
    skill: Skill | None = None
    level: int = 1
    channel: str = ""
    agents: Sequence[int] = ()
    expected: Mapping[str, Any] = field(default_factory=dict)


@action
def pull(client: Client, wish: LeverWish, *, by: Agent, at: datetime) -> Lever:
    """Let the router do otherwise from now until the stated time."""
    _check(client, wish, at=at)
    # Two leads who pull the same at once decide one after the other.
    queue = Queue.objects.select_for_update(no_key=True).get(pk=wish.queue.pk)
    same = Lever.objects.in_force(at).filter(
        queue=queue, kind=wish.kind.value, skill=wish.skill, channel=wish.channel
    )
    asked = set(wish.agents)
    if any(set(one.lent.values_list("agent_id", flat=True)) == asked for one in same):
        raise AlreadyPulled
    lever = Lever.objects.create(
        client=client,
        kind=wish.kind.value,
        queue=queue,
        skill=wish.skill,
        level=wish.level,
        channel=wish.channel,
        begun_at=at,
        ends_at=wish.ends_at,
        by=by,
        expected=dict(wish.expected),
    )
    LeverAgent.objects.bulk_create(
        LeverAgent(lever=lever, client=client, agent_id=agent) for agent in sorted(asked)
    )
    announce(
        LeverPulled(
            client_id=client.pk,
            agent_id=by.pk,
            lever_id=lever.pk,
            kind=lever.kind,
            queue_id=queue.pk,
            of_agent_ids=sorted(asked),
            ends_at=lever.ends_at.isoformat(),
        ),
        at=at,
    )
    return lever


@action
def take_back(lever: Lever, *, by: Agent, at: datetime) -> None:
    """Let the router do as before, at once."""
    if not Lever.objects.in_force(at).filter(pk=lever.pk).update(ended_at=at, ended_by=by):
        raise LeverIsOver
    # Written anew, so that the dispatcher looks at those whom it was about.
    LeverAgent.objects.filter(lever=lever).update(client_id=lever.client_id)
    announce(LeverTakenBack(client_id=lever.client_id, agent_id=by.pk, lever_id=lever.pk), at=at)


@action
def end_levers(*, at: datetime) -> int:
    """Note for the record which levers have come to their stated end; return how many."""
    over = Lever.objects.filter(ended_at=None, ends_at__lte=at)
    ended = 0
    for lever in over.select_for_update(of=("self",), skip_locked=True).order_by("pk"):
        Lever.objects.filter(pk=lever.pk).update(ended_at=lever.ends_at)
        announce(LeverEnded(client_id=lever.client_id, lever_id=lever.pk), at=lever.ends_at)
        ended += 1
    return ended


def _check(client: Client, wish: LeverWish, *, at: datetime) -> None:
    if not at < wish.ends_at <= at + LONGEST:
        raise LeverEndsWrongly
    needs_people = wish.kind in {LeverKind.LEND, LeverKind.ROOM}
    fits = {
        LeverKind.WIDEN: wish.skill is not None,
        LeverKind.LEND: wish.skill is not None,
        LeverKind.ROOM: wish.channel in Channel.values,
        LeverKind.PAUSE: True,
    }[wish.kind]
    of_client = wish.queue.client_id == client.pk and (
        wish.skill is None or wish.skill.client_id == client.pk
    )
    if not fits or not of_client or needs_people != bool(wish.agents) or wish.queue.ended_at:
        raise BadLever
    seated = Seat.objects.filter(agent__in=wish.agents, client=client, agent__is_active=True)
    if seated.count() != len(set(wish.agents)):
        raise NobodyToAsk


@action
def note_floor_seen(client: int, *, by: Agent, at: datetime, every: timedelta) -> None:
    """Write down that somebody looks at who does what just now, once in a while."""
    lately = EventRecord.objects.filter(
        name=FloorSeen.name, client_id=client, agent_id=by.pk, at__gt=at - every
    )
    if not lately.exists():
        announce(FloorSeen(client_id=client, agent_id=by.pk), at=at)
