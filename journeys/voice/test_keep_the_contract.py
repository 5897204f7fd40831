"""Asterisk does what every engine is held to, and its interface is the one that we call."""

import os
from threading import Thread

import pytest
from caller import Caller
from telephone import PASSWORD, USER, Asterisk

from gensvar.channels.voice.engine.ari import Ari
from gensvar.channels.voice.tests.contract import *  # noqa: F403 the stories are the tests


class Real:
    def __init__(self, asterisk: Asterisk) -> None:
        self.asterisk = asterisk
        self.call, self.phone = asterisk.call, asterisk.phone
        self.dead_phone, self._url = asterisk.dead_phone, asterisk.url

    def presses(self, to: str, keys: str) -> None:
        """Press keys in a thread of its own: the engine answers meanwhile."""
        caller = Caller(self.asterisk.sip, to, party="0701111111")
        Thread(target=caller.press, args=[keys], daemon=True).start()

    def engine(self) -> Ari:
        name = f"gensvar-contract-{os.getpid()}"
        return Ari(url=self._url, user=USER, password=PASSWORD, name=name, trunk="trunk")


@pytest.fixture
def world(asterisk: Asterisk) -> Real:
    return Real(asterisk)
