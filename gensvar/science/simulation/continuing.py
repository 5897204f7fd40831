"""The rest of a day that has begun: played on from who waits, who works on what, and who is here.

House rule. What is in hand, and how long whoever waits has waited, is as it is; only what is yet to
come is drawn. What is drawn is the same whatever is tried with the centre.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf
from random import Random

from gensvar.science.routing.events import Event, Tick
from gensvar.science.routing.router import Router
from gensvar.science.routing.rows import Contact, Held, Presence, Seated, Snapshot
from gensvar.science.simulation.coming import Coming
from gensvar.science.simulation.playing import Play, shifts_of
from gensvar.science.simulation.scenario import Scenario, Stream, Unplayable
from gensvar.science.simulation.seats import Work
from gensvar.science.simulation.visits import End, Visit


@dataclass(frozen=True, slots=True)
class InHand:
    """A contact that an agent has since an instant; or wraps up, until another at the latest."""

    contact: Contact
    agent: int
    since_at: float
    wraps_until: float | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """How a centre stands at an instant, in seconds since Monday 00:00, and until when to play.

    Who is here is told by the workers' shifts. waiting: also what is just on offer, for it is
    offered anew. idle_since: since when somebody has had nothing to do. changes: what the router
    will be told on the way, whatever is tried: a skill that was lent comes to its end.
    """

    at: float
    until: float
    waiting: tuple[Contact, ...] = ()
    in_hand: tuple[InHand, ...] = ()
    idle_since: Mapping[int, float] = field(default_factory=dict)
    changes: tuple[Event, ...] = ()


class Rest(Play):
    """One run of what is left of a day; `come` are those who were not answered when it began."""

    def __init__(self, scenario: Scenario, start: Start, *, seed: int) -> None:
        self.start = start
        self.streams = {stream.queue.id: stream for stream in scenario.streams}
        super().__init__(scenario, seed=seed)

    @property
    def come(self) -> list[Visit]:
        return self.visits[len(self.start.in_hand) :]

    def _begin(self, seed: int) -> None:
        start = self.start
        self.now, self.until = start.at, start.until
        for seat in self.seats.values():
            seat.now, seat.is_here = start.at, seat.worker.shifts.is_open(start.at)
        random = Random(f"{seed}/start")
        worked = [self._known(one.contact, random) for one in start.in_hand]
        waiting = [self._known(contact, random) for contact in start.waiting]
        self._take_up(worked, random)
        self.router = Router.rebuilt(self._snapshot(waiting), policy=self.scenario.policy)
        for visit in waiting:
            self._wait_on(visit, random)
        for stream in self.scenario.streams:
            self._await(Coming(stream, days=self.scenario.days, seed=seed, since=start.at))
        for seat in self.seats.values():
            shifts = shifts_of(seat, self.scenario.days)
            self._roster((seat, (moment for moment in shifts if moment[0] > start.at)))
        for event in start.changes:
            self._agenda.put(event.at, self._tell, event)
        self._tell(Tick(start.at))

    def _known(self, contact: Contact, random: Random) -> Visit:
        """Number a contact anew, and draw what is not known of it."""
        stream = self._stream(contact)
        visit = Visit(
            replace(contact, id=len(self.visits)),
            stream,
            handling=stream.handling.draw(random),
            wrap_up=stream.wrap_up.draw(random),
            answering=stream.answering.draw(random),
            patience=inf,
        )
        self.visits.append(visit)
        return visit

    def _stream(self, contact: Contact) -> Stream:
        try:
            return self.streams[contact.queue]
        except KeyError:
            raise Unplayable(f"contact {contact.id} is in a queue that is not played") from None

    def _take_up(self, worked: list[Visit], random: Random) -> None:
        """Let everybody go on with what they have; what interrupts comes last."""
        interrupts = self.scenario.policy.interrupts
        found = list(zip(self.start.in_hand, worked, strict=True))
        for held, visit in sorted(
            found, key=lambda pair: len(interrupts.get(pair[1].stream.queue.channel, ()))
        ):
            seat = self.seats[held.agent]
            visit.agent, visit.answered_at, visit.end = held.agent, held.since_at, End.ANSWERED
            if held.wraps_until is not None:
                left = visit.stream.wrap_up.draw(random)
                seat.wraps_until = max(seat.wraps_until, min(held.wraps_until, self.now + left))
                self._agenda.put(seat.wraps_until, self._ready, seat)
                continue
            lasts = visit.stream.handling.left(random, gone=self.now - held.since_at)
            work = Work(visit, seat, self.now + lasts)
            seat.begin(work)
            self._agenda.put(work.ends_at, self._finish, (work, work.ends_at))

    def _snapshot(self, waiting: list[Visit]) -> Snapshot:
        start = self.start
        works = [(seat, work.visit.row) for seat in self.seats.values() for work in seat.held]
        return Snapshot(
            at=start.at,
            queues=tuple(stream.queue for stream in self.scenario.streams),
            agents=tuple(
                Seated(
                    seat.worker.agent,
                    self._presence(seat.is_here, seat.wraps_until),
                    start.idle_since.get(seat.id, start.at),
                )
                for seat in self.seats.values()
            ),
            contacts=(*(row for _seat, row in works), *(visit.row for visit in waiting)),
            held=tuple(Held(row.id, seat.id, start.at) for seat, row in works),
        )

    def _presence(self, is_here: bool, wraps_until: float) -> Presence:
        if not is_here:
            return Presence.AWAY
        return Presence.BUSY if wraps_until > self.now else Presence.READY

    def _wait_on(self, visit: Visit, random: Random) -> None:
        """Let somebody wait on who has waited; whoever is to be called has hung up already."""
        stream, row = visit.stream, visit.row
        visit.is_called_back = row.not_before_at > -inf
        visit.picks_up_at = 1
        if stream.turns_away and not visit.is_called_back:
            left = stream.patience.left(random, gone=self.now - row.arrived_at)
            if left < inf:
                self._agenda.put(self.now + left, self._lose, visit)
