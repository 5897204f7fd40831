"""A coach at a talk, proved by tones: who hears whom while they listen, whisper or take part."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from house import House
from tones import DeskPhone, levels, share

CALLERS, AGENTS, COACHS = 400, 700, 1_000
COACHED = """
from gensvar.channels.voice.actions import setting
ada = Agent.objects.get(email="ada@exempelby.example")
cia = Agent.objects.get(email="cia@exempelby.example")
ada.manager = cia
ada.save(update_fields=["manager"])
setting.give_phone(cia, client=Client.objects.get(), address="PJSIP/cia", by=None, at=now())
"""
LISTENS = """
from gensvar.channels.voice.actions import watching
from gensvar.channels.voice.models import Call, WatchPurpose
watching.watch(Call.objects.order_by("-pk").first(), purpose=WatchPurpose.COACHING,
    by=Agent.objects.get(email="cia@exempelby.example"), at=now())
"""
ASKS = """
from gensvar.channels.voice.actions import watching
from gensvar.channels.voice.models import Watch
from gensvar.channels.voice.rules.monitoring import WatchEvent
own = Watch.objects.latest("pk")
watching.ask_watch(own, WatchEvent("{event}"), by=own.coach, at=now())
"""
SETTLES_SECONDS, HEARD_SECONDS = 0.7, 1.0
PATIENCE_SECONDS = 20


class Talk:
    """Somebody talks with Ada, and each of the three has a tone of their own."""

    def __init__(self, house: House) -> None:
        house.do(COACHED)
        self.house = house
        self.agent: DeskPhone = house.desk_phone("ada", frequency=AGENTS)
        self.coach: DeskPhone = house.desk_phone("cia", frequency=COACHS)
        house.ready("ada")
        self.caller = house.calls(frequency=CALLERS)
        house.until("talking")

    def heard(self) -> Mapping[str, Mapping[int, float]]:
        """Return of what everybody hears now how much is whose."""
        time.sleep(SETTLES_SECONDS)
        ends = {"caller": self.caller.sound, "agent": self.agent.sound, "coach": self.coach.sound}
        since = {name: sound.since() for name, sound in ends.items()}
        time.sleep(HEARD_SECONDS)
        return {
            name: {
                tone: share(levels(bytes(sound.heard[since[name] :])), tone)
                for tone in (CALLERS, AGENTS, COACHS)
            }
            for name, sound in ends.items()
        }

    def hears(self, is_so: Callable[[Mapping[str, Any]], bool]) -> None:
        """Wait until everybody hears what they shall; a machine with much to do takes its time."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so(found := self.heard()):
            assert time.monotonic() < deadline, f"it sounds so: {found}"

    def asks(self, event: str, state: str) -> None:
        self.house.do(ASKS.format(event=event))
        self.stands(state)

    def stands(self, state: str) -> None:
        newest = "(SELECT max(id) FROM voice_watch)"
        query = f"SELECT count(*) FROM voice_watch WHERE state = '{state}' AND id = {newest}"
        self.house.wait_for(query)


@pytest.fixture
def talk(house: House) -> Talk:
    return Talk(house)


def talks_on(found: Mapping[str, Any]) -> bool:
    """Say whether caller and agent hear each other, and nobody else."""
    return bool(found["caller"][AGENTS] > 0.8 and found["agent"][CALLERS] > 0.8)


def test_who_listens_hears_both_and_is_heard_by_nobody_then_by_the_agent_then_by_both(
    talk: Talk,
) -> None:
    talk.hears(talks_on)
    talk.house.do(LISTENS)
    talk.stands("listening")
    told = talk.house.do(
        "from gensvar.foundation.events.models import EventRecord\n"
        "found = EventRecord.objects.filter(name='voice.coach-moved').order_by('pk')\n"
        "print([one.payload['state'] for one in found][-3:])"
    )
    assert told.strip() == "['asked', 'ringing', 'listening']"
    talk.hears(
        lambda one: talks_on(one) and one["coach"][CALLERS] > 0.3 and one["coach"][AGENTS] > 0.3
    )

    talk.asks("whisper", "whispering")
    talk.hears(
        lambda one: (
            one["agent"][COACHS] > 0.3
            and one["agent"][CALLERS] > 0.3
            and one["caller"][COACHS] < 0.02
            and one["caller"][AGENTS] > 0.8
        )
    )

    talk.asks("join", "joined")
    talk.hears(lambda one: one["caller"][COACHS] > 0.3 and one["agent"][COACHS] > 0.3)

    talk.asks("listen", "listening")
    talk.hears(lambda one: talks_on(one) and one["coach"][CALLERS] > 0.3)

    talk.asks("stop", "ended")
    assert talk.coach.is_over.wait(PATIENCE_SECONDS)
    talk.hears(talks_on)
    talk.caller.hang_up()
    assert talk.house.until("ended")["outcome"] == "answered"
    assert talk.house.is_silent()


def test_a_coach_is_off_the_line_when_the_call_is_over_and_nothing_is_left(talk: Talk) -> None:
    talk.house.do(LISTENS)
    talk.stands("listening")

    talk.caller.hang_up()

    talk.house.until("ended")
    talk.stands("ended")
    assert talk.coach.is_over.wait(PATIENCE_SECONDS)
    assert talk.house.is_silent()
    talk.house.wait_for(
        "SELECT count(*) FROM voice_watch WHERE gone_at IS NOT NULL"
        " AND id = (SELECT max(id) FROM voice_watch)"
    )


def test_two_who_talk_go_on_when_the_phone_of_a_coach_who_takes_part_is_gone(talk: Talk) -> None:
    talk.house.do(LISTENS)
    talk.stands("listening")
    talk.asks("join", "joined")

    talk.coach.leave()
    talk.house.do(ASKS.format(event="stop"))
    talk.stands("ended")

    talk.hears(lambda one: one["caller"][AGENTS] > 0.8 and one["agent"][CALLERS] > 0.8)
    talk.caller.hang_up()
    talk.house.until("ended")
