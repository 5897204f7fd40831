"""The centre as it stands now, as a day that can be played to its end.

House rule. The scale of a play is seconds since this week's Monday 00:00, local time; on the two
days a year when clocks change what comes after the change is an hour off.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import inf, isfinite

from gensvar.foundation.calendars.queries import calendar_of, office_calendar, zone
from gensvar.operations.routing.models import Offer, OfferState, Queue, Seat, Status
from gensvar.operations.routing.queries import world
from gensvar.operations.routing.queries.levers import in_force
from gensvar.operations.routing.queries.measured import Measured, measured
from gensvar.operations.routing.rules.coming_back import counted_on
from gensvar.operations.routing.rules.levers import Lever, agent_with, queue_with, told
from gensvar.science.routing import rows
from gensvar.science.routing.events import Event, QueueClosed, QueueOpened
from gensvar.science.simulation.chance import Spread
from gensvar.science.simulation.continuing import InHand, Start
from gensvar.science.simulation.hours import ALWAYS, DAY, WEEK, Hours, Spell
from gensvar.science.simulation.measuring import HALF_HOUR, SLOTS
from gensvar.science.simulation.scenario import Arrivals, Scenario, Stream, Worker
from gensvar.science.worktime.calendar import Calendar

# From offer to acceptance.
ANSWERING = Spread(6.0, 0.5)


@dataclass(frozen=True)
class Today:
    """A day that can be played on. queues, agents: as they are without any lever; here: by now.

    origin: the instant that is 0 on the play's scale.
    """

    scenario: Scenario
    start: Start
    measured: Mapping[int, Measured]
    names: Mapping[int, Queue]
    queues: Mapping[int, rows.Queue]
    agents: Mapping[int, rows.Agent]
    here: Sequence[rows.Agent]
    levers: Sequence[Lever]
    origin: float

    def moment(self, at: float) -> datetime:
        """Return an instant of the play as one of the clock."""
        return world.moment(at + self.origin)


def day_so_far(*, at: datetime) -> Today | None:
    """Return the day as it stands; None where there are no queues, or it is over."""
    local = at.astimezone(zone())
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    origin = midnight.timestamp() - midnight.weekday() * DAY
    names = {queue.pk: queue for queue in Queue.objects.in_use().select_related("client")}
    calendars = {key: _calendar(queue, at=at) for key, queue in names.items()}
    until = _until(names, calendars, at=at, midnight=midnight)
    if not names or until <= at:
        return None
    hours = world.Hours()
    queues = {one.row.id: one.row for one in world.queues(hours, at=at, only=names, levers=())}
    seated = world.agents(at=at, levers=())
    agents = {one.agent.id: _shifted(one.agent, origin) for one in seated}
    levers = [_lever_shifted(one, origin) for one in in_force(at=at)]
    known = measured({key: row.channel for key, row in queues.items()}, today=midnight, at=at)
    open_hours = {key: _hours(one, midnight) for key, one in calendars.items()}
    now, end = at.timestamp() - origin, until.timestamp() - origin
    back = _back(at=at)
    workers = [
        Worker(agent_with(agents[one.agent.id], levers), _shift(begin - origin, end, midnight))
        for one in seated
        if (begin := _begins(one, back, origin)) is not None and begin - origin < end
    ]
    start = Start(
        now,
        end,
        tuple(_waiting(names, origin)),
        tuple(_in_hand({one.agent.id for one in workers}, names, origin)),
        {one.agent.id: one.since_at - origin for one in seated},
        (*_doors(queues, open_hours, now, end), *told(levers, queues, agents, since=now)),
    )
    streams = tuple(
        _stream(names[key], queue_with(row, levers), known[key], open_hours[key], midnight)
        for key, row in queues.items()
    )
    scenario = Scenario("today", midnight.weekday() + 1, streams, tuple(workers), has_begun=True)
    here = [one.agent for one in workers if one.shifts.is_open(now)]
    return Today(scenario, start, known, names, queues, agents, here, levers, origin)


def _calendar(queue: Queue, *, at: datetime) -> Calendar | None:
    if not queue.hours_of:
        return None
    return calendar_of(queue.client, queue.hours_of, at=at)


def _until(
    names: Mapping[int, Queue],
    calendars: Mapping[int, Calendar | None],
    *,
    at: datetime,
    midnight: datetime,
) -> datetime:
    """Return when the last queue of today closes; of those that never do, when the office does."""
    tomorrow = midnight + timedelta(days=1)
    known = [one for one in calendars.values() if one is not None]
    if len(known) < len(calendars):
        clients = {queue.client_id: queue.client for queue in names.values()}
        known += [office_calendar(client, at=at) for client in clients.values()]
    ends = [end for calendar in known for _begin, end in _open(calendar, midnight)]
    return max([end for end in ends if end <= tomorrow and end > at], default=tomorrow)


def _open(calendar: Calendar, midnight: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield from when to when a day is open."""
    tomorrow = midnight + timedelta(days=1)
    begin = midnight if calendar.is_open(midnight) else calendar.next_opening(midnight)
    while begin is not None and begin < tomorrow:
        end = calendar.closing(begin)
        yield begin, min(end or tomorrow, tomorrow)
        begin = calendar.next_opening(begin)


def _hours(calendar: Calendar | None, midnight: datetime) -> Hours:
    """Return the opening hours of the week that begins today, by weekday."""
    if calendar is None:
        return ALWAYS
    spells = []
    for ahead in range(WEEK):
        day = midnight + timedelta(days=ahead)
        for begin, end in _open(calendar, day):
            first, last = ((one - day).total_seconds() for one in (begin, end))
            if first < min(last, DAY):
                spells.append(Spell(first, min(last, DAY), frozenset({day.weekday()})))
    # Never open within a week: as good as never for a day.
    return Hours(tuple(spells)) if spells else ALWAYS


def _doors(
    queues: Mapping[int, rows.Queue], hours: Mapping[int, Hours], now: float, end: float
) -> Iterator[Event]:
    """Yield when queues open and close in what is left of the day."""
    for key in queues:
        for opens, closes in hours[key].on(int(now // DAY)) if hours[key].spells else ():
            if now < opens < end:
                yield QueueOpened(opens, key)
            if now < closes < end:
                yield QueueClosed(closes, key)


def _back(*, at: datetime) -> dict[int, datetime]:
    """Return from when those are counted on who are not ready just now."""
    found = {}
    for seat in Seat.objects.exclude(status=Status.READY):
        reason = "" if seat.status == Status.BUSY else seat.reason
        if (back := counted_on(reason, seat.since, at=at)) is not None:
            found[seat.agent_id] = back
    return found


def _begins(one: world.Seated, back: Mapping[int, datetime], origin: float) -> float | None:
    """Return from when somebody is here; None where they are not counted on today."""
    if one.agent.id in back:
        return back[one.agent.id].timestamp()
    return None if one.presence is rows.Presence.AWAY else origin


def _shift(begin: float, end: float, midnight: datetime) -> Hours:
    today = midnight.weekday() * DAY
    first = max(0.0, begin - today)
    return Hours((Spell(first, min(DAY, end - today), frozenset({midnight.weekday()})),))


def _waiting(names: Mapping[int, Queue], origin: float) -> Iterator[rows.Contact]:
    for contact in world.waits():
        if contact.queue in names:
            yield _moved(contact, origin)


def _in_hand(working: set[int], names: Mapping[int, Queue], origin: float) -> Iterator[InHand]:
    """Yield what somebody has, since when, and until when wrap-up may last."""
    contacts = {one.id: one for one in world.in_hand()}
    live = Offer.objects.live().exclude(state=OfferState.OFFERED).filter(agent__in=working)
    for offer in live.order_by("pk"):
        contact = contacts.get(offer.contact_id)
        if contact is None or contact.queue not in names or offer.accepted_at is None:
            continue
        until = offer.wrap_up_until if offer.state == OfferState.WRAP_UP else None
        yield InHand(
            _moved(contact, origin),
            offer.agent_id,
            offer.accepted_at.timestamp() - origin,
            until.timestamp() - origin if until else None,
        )


def _moved(contact: rows.Contact, origin: float) -> rows.Contact:
    return replace(
        contact,
        arrived_at=contact.arrived_at - origin,
        not_before_at=contact.not_before_at - origin,
    )


def _shifted(agent: rows.Agent, origin: float) -> rows.Agent:
    skills = tuple(
        replace(one, until_at=one.until_at - origin) if isfinite(one.until_at) else one
        for one in agent.skills
    )
    return replace(agent, skills=skills)


def _lever_shifted(lever: Lever, origin: float) -> Lever:
    return replace(lever, begins_at=lever.begins_at - origin, ends_at=lever.ends_at - origin)


def _stream(
    queue: Queue, row: rows.Queue, known: Measured, hours: Hours, midnight: datetime
) -> Stream:
    today = frozenset({midnight.weekday()})
    return Stream(
        queue.name,
        row,
        [
            Arrivals(Spell(slot * HALF_HOUR, (slot + 1) * HALF_HOUR, today), known.rest[slot])
            for slot in range(SLOTS)
            if known.rest[slot]
        ],
        known.handling,
        float(queue.goal_seconds),
        hours=hours if queue.is_goal_in_open_time or row.channel in LIVE_CHANNELS else ALWAYS,
        wrap_up=known.wrap_up if queue.wrap_up_seconds else Spread(0.0, 0.0),
        answering=ANSWERING,
        patience=known.patience if known.patience.mean < inf else Spread(inf, 0.0),
        swing=known.swing,
    )


# Customers of these are turned away when it is closed.
LIVE_CHANNELS = frozenset({"phone", "visit", "chat"})
