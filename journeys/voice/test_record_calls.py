"""A talk is recorded as it was: a track for each voice, without what was paused, and sealed."""

import base64
import io
import json
import time
import wave
from array import array
from typing import Any

import httpx
import pytest
from house import House, states
from telephone import PASSWORD, USER
from tones import share

CALLERS, AGENTS = 400, 700
PLAN = """
from datetime import timedelta
from gensvar.channels.voice.actions import tapes
from gensvar.channels.voice.models import RecordingPlan
from gensvar.operations.routing.models import Queue
RecordingPlan.objects.filter(ended_at=None).update(ended_at=now())
wish = tapes.PlanWish(queue=Queue.objects.get(name="Kundtjänst"), purpose="Coachning",
    agreed_in="MBL 1", begins_at=now(), ends_at=now() + timedelta(days=1))
tapes.plan_recording(Client.objects.get(), wish, by=None, at=now())
"""
NO_PLAN = """
from gensvar.channels.voice.models import RecordingPlan
RecordingPlan.objects.update(ended_at=now())
"""
ASKED = """
from gensvar.channels.voice.actions import taping
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.rules.recordings import TapeEvent
call = Call.objects.order_by("-pk").first()
taping.ask_tape(call, TapeEvent("{event}"), by=Agent.objects.get(email="ada@exempelby.example"),
    at=now())
"""
FETCHED = """
import base64
from gensvar.channels.voice.jobs import keep_recordings
from gensvar.channels.voice.models import CallRecording
from gensvar.foundation.files.actions import read_file
keep_recordings(0)
found = CallRecording.objects.filter(call={call}).first()
kept = found and found.file and base64.b64encode(read_file(found.file)).decode()
print(json.dumps([kept, found and found.state, found and found.track]))
"""


@pytest.fixture
def recorded(house: House) -> Any:
    house.do(PLAN)
    yield house
    house.do(NO_PLAN)


def state_is(house: House, event: str, state: str) -> None:
    house.do(ASKED.format(event=event))
    house.wait_for(f"SELECT count(*) FROM voice_callrecording WHERE state = '{state}'")
    # The row is written first, and then Asterisk is told.
    time.sleep(0.3)


def test_each_voice_is_on_its_own_track_and_what_was_paused_is_on_none(recorded: House) -> None:
    recorded.desk_phone("ada", frequency=AGENTS)
    recorded.ready("ada")
    caller = recorded.calls(frequency=CALLERS)
    recorded.until("greeting")
    told = recorded.until("talking")
    assert "greeting" in states(told)
    time.sleep(2)
    state_is(recorded, "pause", "paused")
    time.sleep(3)
    state_is(recorded, "resume", "running")
    time.sleep(1)
    caller.hang_up()
    recorded.until("ended")
    assert recorded.is_silent()

    deadline = time.monotonic() + 30
    while not (found := json.loads(recorded.do(FETCHED.format(call=told["call"]))))[0]:
        assert time.monotonic() < deadline, f"nothing was kept: {found}"
        time.sleep(0.5)
    with wave.open(io.BytesIO(base64.b64decode(found[0]))) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, 8_000)
        sound = array("h", file.readframes(file.getnframes()))
    left, right = sound[::2], sound[1::2]
    # Three seconds and a little were said aloud; the pause alone is longer than that little.
    assert 2 < len(left) / 8_000 < 5.5
    assert share(left, CALLERS) > 0.8
    assert share(left, AGENTS) < 0.05
    assert share(right, AGENTS) > 0.8
    assert share(right, CALLERS) < 0.05
    # With Asterisk nothing is left of it.
    url = f"{recorded.asterisk.url}/recordings/stored"
    stored = httpx.get(url, auth=(USER, PASSWORD), timeout=10).json()
    assert not [one for one in stored if one["name"].startswith(found[2])]


def test_whoever_presses_hash_is_not_recorded_and_keeps_the_place(recorded: House) -> None:
    recorded.ready()
    caller = recorded.calls()
    recorded.until("queued")
    caller.press("#")
    recorded.wait_for("SELECT count(*) FROM voice_notice WHERE declined_at IS NOT NULL")
    assert recorded.told()["state"] == "queued"

    recorded.asterisk.phone("ada", lifts_after=0.2)
    recorded.ready("ada")
    told = recorded.until("talking")
    assert json.loads(recorded.do(FETCHED.format(call=told["call"]))) == [None, None, None]
    caller.hang_up()
    assert recorded.until("ended")["outcome"] == "answered"
