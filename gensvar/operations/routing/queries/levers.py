"""The levers that are pulled just now, for the router and for pages."""

from collections.abc import Collection, Iterable
from datetime import datetime

from gensvar.operations.routing.models import Lever as Row
from gensvar.operations.routing.rules.levers import Lever, LeverKind


def in_force(*, at: datetime) -> list[Lever]:
    """Return the levers that hold at a moment, in the order that they were pulled."""
    found = Row.objects.in_force(at).order_by("pk").prefetch_related("lent")
    return [as_rule(row) for row in found]


def as_rule(row: Row) -> Lever:
    return Lever(
        LeverKind(row.kind),
        row.queue_id,
        row.begun_at.timestamp(),
        row.ends_at.timestamp(),
        skill=str(row.skill_id or ""),
        level=row.level,
        channel=row.channel,
        agents=frozenset(one.agent_id for one in row.lent.all()),
    )


def pulled(clients: Collection[int], *, at: datetime) -> list[Row]:
    """Return the levers of these clients that hold at a moment, first what ends first."""
    found = Row.objects.in_force(at).filter(client__in=clients).order_by("ends_at", "pk")
    return list(found.select_related("queue", "skill", "by").prefetch_related("agents"))


def over_between(since: datetime, until: datetime) -> tuple[list[int], list[int]]:
    """Return the queues and agents of levers whose stated time ended between two moments."""
    ended: Iterable[Row] = Row.objects.filter(
        ends_at__gt=since, ends_at__lte=until
    ).prefetch_related("lent")
    queues, agents = set(), set()
    for row in ended:
        queues.add(row.queue_id)
        agents |= {one.agent_id for one in row.lent.all()}
    return sorted(queues), sorted(agents)
