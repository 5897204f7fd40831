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
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.events import (
    AwayReasonAdded,
    AwayReasonEnded,
    QueueEnded,
    QueueSet,
    SeatSet,
    SeatTaken,
    SkillAssessed,
)
from gensvar.operations.routing.models import (
    AgentSkill,
    AwayReason,
    Offer,
    PriorityRule,
    Queue,
    QueueStep,
    QueueSubject,
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


class BadGoal(Refused):
    message = _("Say how many of a hundred should be answered within the goal, 1 to 100.")
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


class ReasonExists(Refused):
    message = _("There is such a reason already. Choose another name.")


class ReasonEnded(Refused):
    message = _("The reason is not in use any more.")


class NoSeatToTake(Refused):
    message = _("This person takes no contacts already.")


class StillInHand(Refused):
    message = _("This person still has contacts in hand. Let them be finished or handed on first.")


class QueueExists(Refused):
    message = _("There is a queue with that name in the channel already. Choose another name.")


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
    goal_percent: int = 80
    is_goal_in_open_time: bool = False
    hours_of: str = ""
    vulnerable_seconds: int = 0
    last_agent_seconds: int = 0
    language_seconds: int = 60
    offer_seconds: int = 15
    wrap_up_seconds: int = 120
    rules: Sequence[Urgent] = ()
    # Cases about these wait here; without any, all that no other queue of the channel takes.
    subjects: Sequence[Subject] = ()


@action
def set_queue(
    client: Client, wish: QueueWish, *, by: Agent, at: datetime, queue: Queue | None = None
) -> Queue:
    """Make a queue, or give one other rules; contacts that wait keep the goal they came with."""
    _check(wish)
    queue = queue or Queue(client=client)
    named = Queue.objects.in_use().filter(client=client, channel=wish.channel, name=wish.name)
    if named.exclude(pk=queue.pk).exists():
        raise QueueExists
    for name in (
        "name", "channel", "goal_seconds", "goal_percent", "is_goal_in_open_time", "hours_of",
        "vulnerable_seconds", "last_agent_seconds", "language_seconds", "offer_seconds",
        "wrap_up_seconds",
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
    queue.about.all().delete()
    QueueSubject.objects.bulk_create(
        QueueSubject(queue=queue, client=client, subject=subject) for subject in wish.subjects
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
    agent: Agent,
    *,
    client: Client,
    capacity: Mapping[str, int],
    by: Agent,
    at: datetime,
    languages: Sequence[str] | None = None,
) -> Seat:
    """Let an agent take contacts, so many at once in each channel; they begin as away.

    languages: those that they speak, where that is said.
    """
    too_much = any(not 0 <= count <= MOST_AT_ONCE for count in capacity.values())
    if too_much or set(capacity) - set(Channel) or capacity.get(Channel.PHONE, 0) > 1:
        raise BadCapacity
    seat, _is_new = Seat.objects.update_or_create(
        agent=agent,
        defaults={"client": client, "capacity": dict(capacity)},
        create_defaults={"client": client, "capacity": dict(capacity), "since": at},
    )
    if languages is not None:
        agent.spoken_languages = list(dict.fromkeys(languages))
        agent.save(update_fields=["spoken_languages"])
    announce(SeatSet(client_id=client.pk, agent_id=by.pk, of_agent_id=agent.pk), at=at)
    return seat


@action
def add_away_reason(
    client: Client, *, name: str, counts_as_work: bool, by: Agent, at: datetime
) -> AwayReason:
    """Let a client's agents be away for one more reason."""
    if AwayReason.objects.filter(client=client, name=name, ended_at=None).exists():
        raise ReasonExists
    reason = AwayReason.objects.create(client=client, name=name, counts_as_work=counts_as_work)
    announce(AwayReasonAdded(client_id=client.pk, agent_id=by.pk, reason_id=reason.pk), at=at)
    return reason


@action
def end_away_reason(reason: AwayReason, *, by: Agent, at: datetime) -> None:
    """Offer a reason no more; whoever is away for it just now stays so."""
    if not AwayReason.objects.filter(pk=reason.pk, ended_at=None).update(ended_at=at):
        raise ReasonEnded
    ended = AwayReasonEnded(client_id=reason.client_id, agent_id=by.pk, reason_id=reason.pk)
    announce(ended, at=at)


@action
def take_seat(agent: Agent, *, by: Agent, at: datetime) -> None:
    """Let somebody take contacts no more, once they have none in hand."""
    seat = Seat.objects.select_for_update().filter(agent=agent).first()
    if seat is None:
        raise NoSeatToTake
    if Offer.objects.live().filter(agent=agent).exists():
        raise StillInHand
    client_id = seat.client_id
    seat.delete()
    announce(SeatTaken(client_id=client_id, agent_id=by.pk, of_agent_id=agent.pk), at=at)


def _check(wish: QueueWish) -> None:
    """Refuse what the router would not take."""
    try:
        steps = tuple(
            rows.Step(step.after_seconds, str(step.skill.pk), step.level) for step in wish.steps
        )
        rows.Queue(0, 0, wish.channel, steps, last_agent_seconds=wish.last_agent_seconds)
    except ValueError as error:
        raise BadSteps from error
    if not 1 <= wish.goal_percent <= 100:
        raise BadGoal
    if any(not rule.fact or not rule.priority for rule in wish.rules):
        raise BadPriority
