from pathlib import Path

import pytest

from conftest import NOON
from gensvar.operations.exchange.actions import LogWish, import_log
from gensvar.operations.routing import actions as routing

LOG = (Path(__file__).parent / "queue_log.txt").read_text()


@pytest.fixture
def queue(exempelby, cia):
    skill = routing.add_skill(exempelby, name="Telefon")
    wish = routing.QueueWish(
        name="Växeln",
        channel="phone",
        goal_seconds=60,
        steps=[routing.StepWish(0, skill)],
        offer_seconds=15,
        wrap_up_seconds=60,
    )
    return routing.set_queue(exempelby, wish, by=cia, at=NOON)


@pytest.fixture
def bring_in(exempelby, queue):
    def bring_in(text=LOG, **other):
        given = {"names": {"600": "Växeln"}} | other
        return import_log(exempelby, LogWish(text=text, **given), by=None, at=NOON)

    return bring_in
