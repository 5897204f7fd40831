"""How heavy work is, from the record of presence and of contacts; and who may be told of whom."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.events import PresenceChosen, PresenceLost
from gensvar.operations.routing.models import AwayReason, Offer, Seat, Status, Strain, Taken
from gensvar.operations.routing.rules.deviating import TALKED_IN
from gensvar.operations.routing.rules.presence import Reason, counts_as_work, is_gone
from gensvar.operations.routing.rules.strain import (
    BUSY_WITHIN,
    DAY,
    TOO_BUSY,
    UNBROKEN,
    Kind,
    Spell,
    occupancy,
    unbroken,
    united,
)

LEAD = "routing.lead"
TOLD = timedelta(hours=24)


@dataclass
class Work:
    """From when to when somebody was ready, at work at all, with customers, and writing."""

    ready: list[Spell] = field(default_factory=list)
    working: list[Spell] = field(default_factory=list)
    talking: list[Spell] = field(default_factory=list)
    writing: list[Spell] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """seconds: of work without a break. share: with customers; both only of their own kind."""

    seat: Seat
    kind: Kind
    share: float | None = None
    seconds: int | None = None


def strained(*, at: datetime) -> list[Found]:
    """Return whose work is too heavy at this moment; of whoever is on a break nothing is said."""
    found = []
    for seat, work in work_of_all(at=at):
        if not work.working or work.working[-1][1] < at:
            continue
        share = occupancy(work.ready, united(work.talking), united(work.writing))
        if share is not None and share > TOO_BUSY:
            found.append(Found(seat, Kind.BUSY, share=share))
        lasted = unbroken(work.working, at=at)
        if lasted > UNBROKEN:
            found.append(Found(seat, Kind.NO_BREAK, seconds=round(lasted.total_seconds())))
    return found


def work_of_all(*, at: datetime) -> Iterator[tuple[Seat, Work]]:
    """Yield what everybody with a seat has done today."""
    own = {one.code: one.counts_as_work for one in AwayReason.objects.all()}
    changes = _changes(own, at=at)
    works: dict[int, Work] = {}
    for seat in Seat.objects.select_related("agent"):
        work = works[seat.agent_id] = Work()
        _presence(work, seat, changes.get(seat.agent_id, []), own, at=at)
    _contacts(works, since=at - BUSY_WITHIN, at=at)
    for seat in Seat.objects.select_related("agent"):
        yield seat, works[seat.agent_id]


def _changes(own: dict[str, bool], *, at: datetime) -> dict[int, list[tuple[datetime, str, str]]]:
    """Return by agent when what they were changed, and what they were before and after."""
    names = [PresenceChosen.name, PresenceLost.name]
    records = EventRecord.objects.filter(name__in=names, at__gt=at - DAY, at__lte=at)
    found: dict[int, list[tuple[datetime, str, str]]] = {}
    for name, moment, told in records.order_by("id").values_list("name", "at", "payload"):
        if name == PresenceLost.name:
            before, after = "", "off"
        else:
            before = _kind(told["before"], told["before_reason"], own)
            after = _kind(told["status"], told["reason"], own)
        found.setdefault(told["agent_id"], []).append((moment, before, after))
    return found


def _kind(status: str, reason: str, own: dict[str, bool]) -> str:
    if status == Status.READY:
        return "ready"
    is_work = own.get(reason, False) if reason not in set(Reason) else False
    return "work" if is_work or counts_as_work(status, reason) else "off"


def _presence(
    work: Work,
    seat: Seat,
    changes: list[tuple[datetime, str, str]],
    own: dict[str, bool],
    *,
    at: datetime,
) -> None:
    """Write down when somebody was ready and at work; a browser that was lost is no work."""
    is_lost = seat.status != Status.AWAY and is_gone(seat.seen_at, at=at)
    current = "off" if is_lost else _kind(seat.status, seat.reason, own)
    begun = at - DAY
    kind = next((before for _moment, before, _after in changes if before), current)
    for moment, _before, after in changes:
        _add(work, kind, begun, moment)
        begun, kind = moment, after
    # Of a browser that came back nothing is recorded: it was lost for a moment only.
    _add(work, current if kind == "off" else kind, begun, at)


def _add(work: Work, kind: str, begin: datetime, end: datetime) -> None:
    if kind == "ready":
        work.ready = united([*work.ready, (begin, end)])
    if kind in {"ready", "work"}:
        work.working = united([*work.working, (begin, end)])


def _contacts(works: dict[int, Work], *, since: datetime, at: datetime) -> None:
    lately = Q(ended_at=None) | Q(ended_at__gt=since)
    offers = Offer.objects.filter(lately, agent__in=works, accepted_at__isnull=False)
    rows = offers.values_list("agent", "channel", "accepted_at", "ended_at")
    takings = Taken.objects.filter(lately, agent__in=works)
    rows_taken = takings.values_list("agent", "channel", "taken_at", "ended_at")
    for agent, channel, begun, ended in [*rows, *rows_taken]:
        spell = (max(begun or since, since), min(ended or at, at))
        work = works[agent]
        (work.talking if channel in TALKED_IN else work.writing).append(spell)
    for work in works.values():
        work.ready = [(max(begin, since), end) for begin, end in work.ready if end > since]


def own_strain(agent: Agent, *, at: datetime) -> Strain | None:
    """Return what an agent is asked about their own work, until they have answered."""
    asked = Strain.objects.filter(agent=agent, answered_at=None, at__gt=at - BUSY_WITHIN)
    return asked.exclude(agent__seat__status=Status.AWAY).order_by("-at", "-pk").first()


def strains_told(clients: Collection[int], *, me: Agent, at: datetime) -> tuple[list[Strain], int]:
    """Return the strains of a day and night that are mine to see, and for how many others see to.

    Figures of one person are for themselves and for whoever is nearest above them. Only where that
    is nobody who leads is it whoever leads the client. Of the others is told how many people there
    are whom nobody has seen to.
    """
    rows = Strain.objects.filter(client__in=clients, at__gt=at - TOLD).exclude(agent=me)
    rows = rows.select_related("agent__manager", "heard_by").order_by("-at", "-pk")
    nearest: dict[int, int | None] = {}
    told, others = [], set()
    for one in rows:
        if one.agent_id not in nearest:
            nearest[one.agent_id] = _nearest(one, at=at)
        if nearest[one.agent_id] in {me.pk, None}:
            told.append(one)
        elif one.heard_at is None:
            others.add(one.agent_id)
    return told, len(others)


def _nearest(strain: Strain, *, at: datetime) -> int | None:
    """Return who is nearest above somebody; None where that person does not lead anybody."""
    manager = strain.agent.manager
    if manager is None or not manager.is_active:
        return None
    leads = identity_of(manager, at=at).may(LEAD, client_id=strain.client_id)
    return manager.pk if leads else None
