import asyncio

import pytest

from gensvar.channels.voice.engine.simulated import Simulated
from gensvar.channels.voice.engine.world import Behaviour
from gensvar.channels.voice.tests.contract import *  # noqa: F403 the stories are the tests


class InMemory:
    def __init__(self):
        self.made = Simulated()

    def engine(self):
        return self.made

    def call(self, to, *, party="0701111111", seconds):
        leg = self.made.call(to, party=party)
        asyncio.get_running_loop().call_later(seconds, self.made.hang_up, leg)

    def presses(self, to, keys):
        leg = self.made.call(to, party="0701111111")
        for place, key in enumerate(keys):
            asyncio.get_running_loop().call_later(0.2 + place / 10, self.made.press, leg, key)

    def phone(self, name, *, lifts_after=0.0, is_busy=False):
        self.made.phones[f"PJSIP/{name}"] = Behaviour(lifts_after, is_busy)
        return f"PJSIP/{name}"

    def dead_phone(self, name):
        return f"PJSIP/{name}"


@pytest.fixture
def world():
    return InMemory()
