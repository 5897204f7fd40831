"""A hall with two desks, Ada and Bo who may sit there, and a dispatcher that offers."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from gensvar.channels.counter.actions.halls import set_up_hall
from gensvar.channels.counter.actions.sitting import sit_down
from gensvar.channels.counter.models import Desk, Errand, Hall
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher


@pytest.fixture
def hall(exempelby: Any, cia: Any, noon: datetime) -> Hall:
    return set_up_hall(
        exempelby, name="Medborgarkontoret", desks=["1", "2"], errands=["Bygglov", "Övrigt"],
        by=cia, at=noon,
    )  # fmt: skip


@pytest.fixture
def permits(hall: Hall) -> Errand:
    return hall.errands.get(letter="A")


@pytest.fixture
def at_desk(hall: Hall, exempelby: Any, cia: Any, noon: datetime) -> Callable[..., Desk]:
    """Let somebody have a seat, sit down at a desk and be ready."""

    def sits(agent: Any, name: str = "1") -> Desk:
        routing.give_seat(agent, client=exempelby, capacity={"mail": 2}, by=cia, at=noon)
        desk = hall.desks.get(name=name)
        sit_down(desk, by=agent, at=noon)
        routing.be_ready(agent, screen=f"window of {agent.name}", at=noon)
        return desk

    return sits


@pytest.fixture
def offer_to(noon: datetime) -> Callable[..., None]:
    """Let the dispatcher look, with everybody's browser there."""
    dispatcher = Dispatcher(at=noon)

    def looked(*agents: Any, after: float = 1.0) -> None:
        at = noon + timedelta(seconds=after)
        for agent in agents:
            routing.note_seen(agent, screen=f"window of {agent.name}", at=at)
        dispatcher.turn(at=at)

    return looked
