"""A scenario played once: what happens, in order, with the router deciding who gets whom."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf
from typing import Self

from gensvar.science.routing.commands import Command, Offer, Withdraw
from gensvar.science.routing.events import (
    AgentAway,
    AgentBusy,
    AgentChanged,
    AgentReady,
    ContactLeft,
    ContactWaits,
    Event,
    OfferAccepted,
    QueueChanged,
    Tick,
    WorkEnded,
)
from gensvar.science.routing.router import Router
from gensvar.science.simulation.agenda import Agenda
from gensvar.science.simulation.coming import Coming
from gensvar.science.simulation.hours import DAY
from gensvar.science.simulation.scenario import Scenario
from gensvar.science.simulation.seats import Seat, Work
from gensvar.science.simulation.visits import End, Visit

# Somebody, and when they come (True) and go.
Shifts = tuple[Seat, Iterator[tuple[float, bool]]]


class Play:
    """One run of a scenario; the same seed gives the same customers, whatever rules are tried."""

    def __init__(self, scenario: Scenario, *, seed: int) -> None:
        self.scenario = scenario
        self.router = Router(scenario.policy)
        self.now, self.until = 0.0, scenario.days * DAY
        self.visits: list[Visit] = []
        self.seats = {
            worker.agent.id: Seat(worker, interrupts=scenario.policy.interrupts)
            for worker in scenario.workers
        }
        self._agenda = Agenda()
        self._begin(seed)

    def run(self) -> Self:
        """Play to the end of the last day, and return this play."""
        end = self.until
        while min(at := self._agenda.next_at, wakes := self.router.next_wake or inf) < end:
            if wakes < at:
                self.now = wakes
                self._tell(Tick(wakes))
            else:
                self.now, do, what = self._agenda.take()
                do(what)
        self.now = end
        for seat in self.seats.values():
            seat.reach(end)
        return self

    def _begin(self, seed: int) -> None:
        for stream in self.scenario.streams:
            self.router.handle(QueueChanged(0, stream.queue))
            self._await(Coming(stream, days=self.scenario.days, seed=seed))
        for seat in self.seats.values():
            self.router.handle(AgentChanged(0, seat.worker.agent))
            self._roster((seat, shifts_of(seat, self.scenario.days)))

    def _tell(self, event: Event) -> None:
        for command in self.router.handle(event):
            self._obey(command)

    def _obey(self, command: Command) -> None:
        if isinstance(command, Offer):
            visit = self.visits[command.contact]
            visit.offer = command.offer
            self._agenda.put(
                self.now + visit.answering, self._accept, (command.offer, visit, command.agent)
            )
        elif isinstance(command, Withdraw) and command.contact is not None:
            self.visits[command.contact].offer = None

    # Customers

    def _await(self, coming: Coming) -> None:
        if (at := next(coming.times, None)) is not None:
            self._agenda.put(at, self._arrive, coming)

    def _arrive(self, coming: Coming) -> None:
        self._await(coming)
        visit, stream = coming.visit(len(self.visits), at=self.now), coming.stream
        self.visits.append(visit)
        if stream.turns_away and not stream.hours.is_open(self.now):
            visit.end = End.TURNED_AWAY
            return
        self._tell(ContactWaits(self.now, visit.row))
        if visit.patience < inf:
            self._agenda.put(self.now + visit.patience, self._lose, visit)
        if stream.calling_back is not None and visit.wants_calling_back:
            self._agenda.put(self.now + stream.calling_back.after_seconds, _let_go, visit)

    def _lose(self, visit: Visit) -> None:
        """Let a customer go who has waited as long as they would."""
        if visit.waits and not visit.is_called_back:
            visit.end = End.ABANDONED
            visit.ended_at = self.now
            self._tell(ContactLeft(self.now, visit.row.id))

    # Those at work

    def _roster(self, shifts: Shifts) -> None:
        if (moment := next(shifts[1], None)) is not None:
            self._agenda.put(moment[0], self._come_or_go, (shifts, moment[1]))

    def _come_or_go(self, moment: tuple[Shifts, bool]) -> None:
        """Let somebody begin, or go home; what they have in hand they finish first."""
        shifts, comes = moment
        seat = shifts[0]
        seat.reach(self.now)
        seat.is_here = comes
        if comes:
            self._ready(seat)
        else:
            self._tell(AgentAway(self.now, seat.id))
        self._roster(shifts)

    def _ready(self, seat: Seat) -> None:
        seat.reach(self.now)
        if seat.is_here and seat.wraps_until <= self.now:
            self._tell(AgentReady(self.now, seat.id))

    def _accept(self, offered: tuple[int, Visit, int]) -> None:
        number, visit, agent = offered
        if visit.offer != number:
            return
        seat, rule = self.seats[agent], visit.stream.calling_back
        seat.reach(self.now)
        visit.offer, visit.agent = None, agent
        self._tell(OfferAccepted(self.now, number))
        lasts, is_reached = visit.handling, True
        if rule is not None and visit.is_called_back:
            visit.tries += 1
            is_reached = visit.tries == visit.picks_up_at
            lasts = lasts if is_reached else rule.ring_seconds
        if is_reached:
            visit.answered_at, visit.end = self.now, End.ANSWERED
        work = Work(visit, seat, self.now + lasts, is_reached=is_reached)
        seat.begin(work)
        self._agenda.put(work.ends_at, self._finish, (work, work.ends_at))

    def _finish(self, ending: tuple[Work, float]) -> None:
        work, at = ending
        if work.ends_at != at:  # it was interrupted meanwhile
            return
        seat, visit = work.seat, work.visit
        seat.reach(at)
        free_at = at + (visit.wrap_up if work.is_reached else 0.0)
        for other in seat.end(work, free_at=free_at):
            self._agenda.put(other.ends_at, self._finish, (other, other.ends_at))
        if free_at > at:
            seat.wraps_until = max(seat.wraps_until, free_at)
            if seat.is_here:
                self._tell(AgentBusy(at, seat.id))
            self._agenda.put(free_at, self._ready, seat)
        self._tell(WorkEnded(at, seat.id, visit.row.id))
        if work.is_reached:
            visit.ended_at = at
        else:
            self._try_later(visit)

    def _try_later(self, visit: Visit) -> None:
        rule = visit.stream.calling_back
        visit.agent = None
        if rule is None or visit.tries >= rule.tries:
            visit.end, visit.ended_at = End.NOT_REACHED, self.now
            return
        visit.row = replace(visit.row, not_before_at=self.now + rule.retry_seconds)
        self._tell(ContactWaits(self.now, visit.row))


def shifts_of(seat: Seat, days: int) -> Iterator[tuple[float, bool]]:
    for day in range(days):
        for begin, end in seat.worker.shifts.on(day):
            yield begin, True
            yield end, False


def _let_go(visit: Visit) -> None:
    """Let a customer hang up who will be called back; the place in the line stays."""
    if visit.waits:
        visit.is_called_back = True
