"""What a bridge sees to when it comes, comes back, or another dies: no call is left to itself."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from gensvar.channels.voice.actions import beginning, steering
from gensvar.channels.voice.bridge.lanes import Lanes
from gensvar.channels.voice.bridge.memory import Memory
from gensvar.channels.voice.engine.interface import Engine, Standing
from gensvar.channels.voice.orders import Order

log = logging.getLogger(__name__)


class Recovery:
    def __init__(
        self,
        engine: Engine,
        *,
        name: str,
        clock: Callable[[], datetime],
        memory: Memory,
        lanes: Lanes,
    ) -> None:
        self.engine, self.name, self.clock = engine, name, clock
        self._ask, self._lanes = memory.ask, lanes

    async def take_over(self) -> None:
        """Take over the calls of whoever does not live."""
        taken = await self._ask(steering.take_over, self.name)
        if not taken:
            return
        begun = [call for call in taken if call.bridge]
        for call in taken:
            if not call.bridge:
                await self._carry_out([await self._ask(beginning.first_order, call)])
        if begun:
            log.info("calls_taken_over", extra={"calls": len(begun)})
            await self._reconcile([call.pk for call in begun], await self.engine.stands())

    async def catch_up(self) -> bool:
        """Bring our calls in step with an engine that we did not hear for a while."""
        try:
            stands = await self.engine.stands()
        except ConnectionError:
            log.warning("telephone_system_does_not_answer")
            return False
        await self._ask(steering.take_over, self.name)
        await self._reconcile(await self._ask(steering.calls_of, self.name), stands)
        return True

    async def note_missed(self) -> None:
        """Write down who called while no bridge was quick enough, or there at all."""
        for one in await self.engine.missed():
            try:
                await self._ask(
                    beginning.miss,
                    one.leg,
                    to=one.to,
                    party=one.party,
                    began_at=one.began_at,
                    ended_at=one.ended_at,
                    is_answered=one.is_answered,
                )
            except beginning.UnknownNumber:
                log.warning("call_to_unknown_number", extra={"digits": len(one.to)})
            await self.engine.forget_missed(one.place)

    async def _reconcile(self, calls: Iterable[int], stands: Standing) -> None:
        for call in calls:
            legs = await self._ask(steering.legs_of, call)
            self._lanes.know(legs, call)
            await self.engine.adopt(frozenset(legs) & frozenset(stands.legs))
            orders = await self._ask(
                steering.reconcile, call, known=stands.legs, run=stands.run, at=self.clock()
            )
            await self._carry_out(orders)
        await self._carry_out(
            await self._ask(steering.let_go_of_strays, known=stands.legs, at=self.clock())
        )

    async def _carry_out(self, orders: Iterable[Order]) -> None:
        for order in orders:
            await self.engine.carry_out(order)
