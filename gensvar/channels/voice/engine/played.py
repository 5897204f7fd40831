"""Where there is no telephone system: calls are played, phones lift when their owners say so."""

from dataclasses import dataclass

from gensvar.channels.voice.engine.simulated import Simulated
from gensvar.channels.voice.engine.world import Behaviour
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Command

# How long everybody else takes to answer.
LIFTS_SECONDS = 3.0


@dataclass
class Played(Simulated):
    """A telephone system in memory whose phones are all there. Nothing is heard."""

    kind: str = "played"

    def _ring(self, order: Order) -> None:
        waits = order.command is Command.RING_AGENT
        self.phones[order.address] = Behaviour(None if waits else LIFTS_SECONDS)
        super()._ring(order)

    def lift(self, leg: str) -> None:
        """Let whoever is rung lift the phone; twice is once."""
        self._lifted(leg)

    def is_there(self, leg: str) -> bool:
        return leg in self.legs

    def talks(self, leg: str) -> bool:
        return leg in self.legs and bool(self.legs[leg].bridge)
