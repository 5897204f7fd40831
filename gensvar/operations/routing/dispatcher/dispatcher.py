"""The dispatcher: keeps a router in step with the database, and writes what it decides.

House rules. The database is what is true; the router is a memory of it. Each turn is one
transaction: the wakes are taken, the router is told what is so by now, and what it wants is written
as far as things still stand so. If the turn fails, nothing of it happened. Whatever the router
cannot be told makes it be built anew.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from heapq import heappop, heappush

from django.db import connection

from gensvar.foundation.acting import action
from gensvar.operations.routing.actions import dispatching
from gensvar.operations.routing.dispatcher.catching_up import CatchingUp
from gensvar.operations.routing.dispatcher.remembering import POLICY, snapshot
from gensvar.operations.routing.dispatcher.sweeping import Sweep
from gensvar.operations.routing.models import Leadership, Skill
from gensvar.operations.routing.queries import world
from gensvar.operations.routing.queries.world import instant
from gensvar.operations.routing.rules.catching_up import CannotTell
from gensvar.science.routing.commands import (
    Alarm,
    Command,
    Offer,
    Overflow,
    Trouble,
    Withdraw,
)
from gensvar.science.routing.events import OfferTimedOut, Tick
from gensvar.science.routing.router import Router

SWEEP = timedelta(seconds=1)
# Of what a dead leader left untold nothing older is told.
UNTOLD = timedelta(minutes=1)
# So many times in a row somebody is faster; then the router is built anew.
ROUNDS = 5
# A turn takes in so much and no more, so that it is short and can be stopped after.
MOST_WAKES = 2_000
# Where more than this lies there, reading all of it anew is shorter.
FAR_BEHIND = 20_000
TAKE = """DELETE FROM routing_wake WHERE id IN (
    SELECT id FROM routing_wake ORDER BY id LIMIT %s) RETURNING id, about, key"""


class Dispatcher:
    """Drives one router. `turn` does all that is due by a moment; nothing else moves it."""

    def __init__(self, *, at: datetime) -> None:
        self.rebuilds = 0
        self.hours = world.Hours()
        self.rebuild(at=at, is_new=True)

    def rebuild(self, *, at: datetime, is_new: bool = False) -> None:
        """Build the router from the database, and offer at once what has been left lying."""
        if not is_new:
            self.rebuilds += 1
            # Frozen, and full of circles, the old one would stay in memory for ever.
            del self.router, self.catching_up
            gc.unfreeze()
            gc.collect()
        with _uncollected():
            for _round in range(ROUNDS):
                try:
                    return self._rebuild(at=at, is_new=is_new)
                except CannotTell:
                    continue
        raise CannotTell

    def turn(self, *, at: datetime) -> bool:
        """Do what is due; where the router is out of step or far behind, build it anew.

        Say whether more lies there already.
        """
        wakes = _wakes()
        if wakes == FAR_BEHIND:
            self.rebuild(at=at)
            return False
        if not (wakes or self._is_due(at)):
            return False
        try:
            self._turn(at=at)
        except CannotTell:
            self.rebuild(at=at)
            return False
        return wakes > MOST_WAKES

    @action
    def _rebuild(self, *, at: datetime, is_new: bool) -> None:
        # Taken before all is read: whatever is committed later leaves another.
        _execute("DELETE FROM routing_wake")
        last = Leadership.objects.values_list("beat_at", flat=True).first() or at
        self.queues = {known.row.id: known for known in world.queues(self.hours, at=at)}
        self.skills = {str(pk): name for pk, name in Skill.objects.values_list("pk", "name")}
        held, seated = world.live_offers(), world.agents(at=at)
        told_until = max(min(last, at), at - UNTOLD)
        known = snapshot(self.queues.values(), held, seated, at=at, told_until=told_until)
        self.router = Router.rebuilt(known, policy=POLICY)
        self.expiries: list[tuple[datetime, int]] = []
        for one in held:
            if one.state == "offered":
                heappush(self.expiries, (one.expires_at, one.number))
        self.catching_up = CatchingUp(self.router, self.queues)
        self.sweep = Sweep(self.hours, swept_at=at)
        self.touched: set[int] = set()
        dispatching.beat(at=at, rebuilds=self.rebuilds, is_new=is_new)
        commands = self.catching_up.tell([Tick(instant(at))])
        commands += self.catching_up.with_open_offers(held, seated, at=at)
        self._carry_out(commands, at=at)

    def _is_due(self, at: datetime) -> bool:
        wake = self.router.next_wake
        return (
            at - self.sweep.swept_at >= SWEEP
            or (wake is not None and wake <= instant(at))
            or bool(self.expiries and self.expiries[0][0] <= at)
        )

    @action
    def _turn(self, *, at: datetime) -> None:
        wakes = _take_wakes()
        self.touched = {key for about, key in wakes if about == "agent"}
        commands: list[Command] = []
        for number in dispatching.time_out(self._expired(at), at=at):
            commands += self.catching_up.tell([OfferTimedOut(instant(at), number)])
        commands += self.catching_up.with_wakes(wakes, hours=self.hours, at=at)
        if at - self.sweep.swept_at >= SWEEP:
            commands += self.sweep.swept(self.catching_up, at=at)
            dispatching.beat(at=at, rebuilds=self.rebuilds, is_new=False)
        commands += self.catching_up.tell([Tick(instant(at))])
        self._carry_out(commands, at=at)

    def _expired(self, at: datetime) -> list[int]:
        found = []
        while self.expiries and self.expiries[0][0] <= at:
            found.append(heappop(self.expiries)[1])
        return found

    def _carry_out(self, commands: list[Command], *, at: datetime) -> None:
        """Write what the router wants; what somebody was faster than is told back to it."""
        queues = {queue for _contact, queue in self._tell_the_floor(commands, at=at)}
        for _round in range(ROUNDS):
            refused = self._write(commands, at=at)
            if not refused:
                dispatching.tell(agents=self.touched, queues=queues)
                return
            commands = self.catching_up.with_refused(refused, at=at)
            queues |= {queue for _contact, queue in self._tell_the_floor(commands, at=at)}
        raise CannotTell

    def _write(self, commands: Iterable[Command], *, at: datetime) -> list[Offer]:
        """Take offers back and make new ones; return those that could not be made."""
        commands = list(commands)
        offers = {one.offer: one for one in commands if isinstance(one, Offer)}
        gone = {
            one.offer: one
            for one in commands
            if isinstance(one, Withdraw) and one.contact is not None
        }
        self.touched |= {one.agent for one in offers.values()}
        self.touched |= {one.agent for one in gone.values() if one.agent is not None}
        # What was offered and taken back in one turn was never seen by anybody.
        before = [one for number, one in gone.items() if number not in offers]
        if dispatching.withdraw(before, at=at):
            raise CannotTell
        wanted = [one for number, one in offers.items() if number not in gone]
        if any(one.why.need.skill not in self.skills for one in wanted):
            self.skills = {str(pk): name for pk, name in Skill.objects.values_list("pk", "name")}
        made = dispatching.make_offers(wanted, skills=self.skills, at=at)
        self.catching_up.unwritten -= offers.keys()
        for number, expires_at in made.items():
            heappush(self.expiries, (expires_at, number))
        return [one for one in wanted if one.offer not in made]

    def _tell_the_floor(self, commands: Iterable[Command], *, at: datetime) -> set[tuple[int, int]]:
        """Announce steps and troubles; return the contacts and queues that anything is about."""
        found = set()
        for command in commands:
            turn = None
            if command.contact is not None:
                turn = self.router.moves.turns.get(command.contact)
            if turn is None:
                continue
            queue = self.queues[turn.row.queue].row
            found.add((turn.id, queue.id))
            if isinstance(command, Overflow):
                dispatching.widen(turn.id, queue, step=command.step, at=at)
            elif isinstance(command, Alarm) and command.trouble is not Trouble.UNANSWERED:
                dispatching.alarm(turn.id, queue, trouble=command.trouble.value, at=at)
        return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let what is built here be looked through by no collection, neither now nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _take_wakes() -> list[tuple[str, int]]:
    """Take what is to be looked at again, in the order it was written, each once."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [MOST_WAKES])
        rows = sorted(cursor.fetchall())
    return list(dict.fromkeys((about, key) for _number, about, key in rows))


def _wakes() -> int:
    """Return how much is to be looked at again, as far as it matters."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM (SELECT FROM routing_wake LIMIT %s) lies", [FAR_BEHIND]
        )
        return int(cursor.fetchone()[0])


def _execute(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words)
