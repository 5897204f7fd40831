"""The telephone, the database or the bridge dies in the middle of a call, and comes back."""

import os
import time
from signal import SIGQUIT

import pytest
from house import House, states

HELD = """
from gensvar.channels.voice.actions import asking
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.rules.calls import Event
call = Call.objects.order_by("-pk").first()
asking.ask(call, Event.HOLD, by=Agent.objects.get(email="ada@exempelby.example"), at=now())
"""
NOTHING_LEFT = """
SELECT (0 = (SELECT count(*) FROM voice_leg WHERE state <> 'gone')
     + (SELECT count(*) FROM routing_waiting WHERE left_at IS NULL)
     + (SELECT count(*) FROM routing_offer WHERE state IN ('offered', 'in-hand')))::int
"""


@pytest.fixture(params=["queued", "ringing", "talking", "held"])
def stands(request: pytest.FixtureRequest, house: House) -> str:
    """A call that has come so far."""
    state: str = request.param
    house.asterisk.phone("ada", lifts_after=0.2 if state in {"talking", "held"} else None)
    house.ready(*([] if state == "queued" else ["ada"]))
    house.caller = house.calls()
    house.until("talking" if state == "held" else state)
    if state == "held":
        house.do(HELD)
        house.until("held")
    return state


def test_an_asterisk_that_is_killed_leaves_nobody_in_a_queue_or_a_call(
    house: House, stands: str
) -> None:
    house.asterisk.kill()
    house.asterisk.start()

    told = house.until("ended")
    assert told["outcome"] == ("answered" if stands in {"talking", "held"} else "lost")
    house.wait_for(NOTHING_LEFT)
    # The next call finds everything at work.
    house.begin()
    house.ready()
    caller = house.calls()
    house.until("queued")
    caller.hang_up()
    assert house.until("ended")["outcome"] == "abandoned"


def test_a_database_that_is_killed_cuts_off_nobody(house: House, stands: str) -> None:
    os.kill(house.postmaster(), SIGQUIT)
    while not house.office.server.has_died():
        time.sleep(0.05)
    assert not house.caller.is_over.is_set()
    if stands != "ringing":
        # What happens meanwhile is not forgotten.
        house.caller.hang_up()
    time.sleep(0.5)
    house.office.server.revive()
    house.caller.hang_up()

    told = house.until("ended")
    is_answered = stands in {"talking", "held"}
    assert told["outcome"] == ("answered" if is_answered else "abandoned")
    assert stands in states(told)
    assert house.is_silent()


def test_a_bridge_that_is_killed_is_followed_by_the_next(house: House, stands: str) -> None:
    house.kill("bridge")
    house.start("bridge")
    house.wait_for(
        "SELECT count(*) FROM voice_call c JOIN voice_bridge b ON b.name = c.bridge"
        " WHERE c.ended_at IS NULL AND b.beat_at > now() - interval '1 second'"
    )
    assert not house.caller.is_over.is_set()
    house.caller.hang_up()

    told = house.until("ended")
    is_answered = stands in {"talking", "held"}
    assert told["outcome"] == ("answered" if is_answered else "abandoned")
    assert house.is_silent()
    house.wait_for(NOTHING_LEFT)
