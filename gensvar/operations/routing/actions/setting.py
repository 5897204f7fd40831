"""Who leads says which queues there are, what agents know and how much they take at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.events import QueueEnded, QueueSet, SeatSet, SkillAssessed
from gensvar.operations.routing.models import (
    AgentSkill,
    PriorityRule,
    Queue,
    QueueStep,
    Seat,
    Skill,
)
from gensvar.operations.routing.rules.priority import Urgent
from gensvar.science.routing import rows

# More at once than anybody can keep apart.
MOST_AT_ONCE = 20


class BadSteps(Refused):
    message = _(
        "The steps must begin at 0 seconds, come in order, ask for levels 1 to 4, and none may "
        "begin while the last agent is waited for."
    )
    status = 422


class BadPriority(Refused):
    message = _("A rule of priority needs a fact, and a priority that is not 0.")
    status = 422


class BadSkillLevel(Refused):
    message = _("A level is 0 to 4; 0 is a gap.")
    status = 422


class BadCapacity(Refused):
    message = _("Say for each channel how many at once, 0 to 20; one call at a time.")
    status = 422


class QueueInUse(Refused):
    message = _("Contacts still wait in the queue. Let them be answered, or move them, first.")


@dataclass(frozen=True)
class StepWish:
    """Who is asked from so long after arrival on."""

    after_seconds: int
    skill: Skill
    level: int = 1
    any_language: bool = False


@dataclass(frozen=True, kw_only=True)
class QueueWish:
    """What a queue shall be."""

    name: str
    channel: str
    goal_seconds: int
    steps: Sequence[StepWish]
    is_goal_in_open_time: bool = False
    hours_of: str = ""
    vulnerable_seconds: int = 0
    last_agent_seconds: int = 0
    offer_seconds: int = 15
    wrap_up_seconds: int = 120
    rules: Sequence[Urgent] = ()


@action
def set_queue(
    client: Client, wish: QueueWish, *, by: Agent, at: datetime, queue: Queue | None = None
) -> Queue:
    """Make a queue, or give one other rules; contacts that wait keep the goal they came with."""
    _check(wish)
    queue = queue or Queue(client=client)
    for name in (
        "name", "channel", "goal_seconds", "is_goal_in_open_time", "hours_of",
        "vulnerable_seconds", "last_agent_seconds", "offer_seconds", "wrap_up_seconds",
    ):  # fmt: skip
        setattr(queue, name, getattr(wish, name))
    queue.save()
    queue.steps.all().delete()
    QueueStep.objects.bulk_create(
        QueueStep(queue=queue, client=client, **vars(step)) for step in wish.steps
    )
    queue.priority_rules.all().delete()
    PriorityRule.objects.bulk_create(
        PriorityRule(queue=queue, client=client, **vars(rule)) for rule in wish.rules
    )
    announce(QueueSet(queue_id=queue.pk, client_id=client.pk, agent_id=by.pk), at=at)
    return queue


@action
def end_queue(queue: Queue, *, by: Agent, at: datetime) -> None:
    """Take a queue out of use, once nobody waits in it."""
    queue = Queue.objects.select_for_update().get(pk=queue.pk)
    if queue.waits.now().exists():
        raise QueueInUse
    queue.ended_at = at
    queue.save(update_fields=["ended_at"])
    announce(QueueEnded(queue_id=queue.pk, client_id=queue.client_id, agent_id=by.pk), at=at)


@action
def add_skill(client: Client, *, name: str) -> Skill:
    """Name something that agents can know."""
    return Skill.objects.get_or_create(client=client, name=name.strip())[0]


@action
def assess(
    agent: Agent,
    *,
    skill: Skill,
    level: int,
    by: Agent,
    at: datetime,
    until: datetime | None = None,
) -> AgentSkill:
    """Say how well an agent knows something, and when a mandatory course for it expires."""
    if not 0 <= level <= rows.BEST_LEVEL:
        raise BadSkillLevel
    assessed, _is_new = AgentSkill.objects.update_or_create(
        agent=agent,
        skill=skill,
        defaults={
            "client_id": skill.client_id,
            "level": level,
            "until": until,
            "assessed_by": by,
            "assessed_at": at,
        },
    )
    announce(
        SkillAssessed(
            client_id=skill.client_id,
            agent_id=by.pk,
            of_agent_id=agent.pk,
            skill_id=skill.pk,
            level=level,
            until=until.isoformat() if until else "",
        ),
        at=at,
    )
    return assessed


@action
def give_seat(
    agent: Agent, *, client: Client, capacity: Mapping[str, int], by: Agent, at: datetime
) -> Seat:
    """Let an agent take contacts, so many at once in each channel; they begin as away."""
    too_much = any(not 0 <= count <= MOST_AT_ONCE for count in capacity.values())
    if too_much or set(capacity) - set(Channel) or capacity.get(Channel.PHONE, 0) > 1:
        raise BadCapacity
    seat, _is_new = Seat.objects.update_or_create(
        agent=agent,
        defaults={"client": client, "capacity": dict(capacity)},
        create_defaults={"client": client, "capacity": dict(capacity), "since": at},
    )
    announce(SeatSet(client_id=client.pk, agent_id=by.pk, of_agent_id=agent.pk), at=at)
    return seat


def _check(wish: QueueWish) -> None:
    """Refuse what the router would not take."""
    try:
        steps = tuple(
            rows.Step(step.after_seconds, str(step.skill.pk), step.level) for step in wish.steps
        )
        rows.Queue(0, 0, wish.channel, steps, last_agent_seconds=wish.last_agent_seconds)
    except ValueError as error:
        raise BadSteps from error
    if any(not rule.fact or not rule.priority for rule in wish.rules):
        raise BadPriority
