"""Whoever calls when it is closed leaves a message at a real Asterisk; it is a case."""

import base64
import io
import json
import time
import wave
from array import array
from collections.abc import Iterator

import pytest
from house import CLOSED, House, states
from tones import share

CALLERS = 400
LAY = """
from gensvar.channels.voice.actions import messages
from gensvar.channels.voice.models import PhoneNumber
from gensvar.operations.knowledge.models import ServiceArea, Subject
client = Client.objects.get()
area, _new = ServiceArea.objects.get_or_create(client=client, department="Teknik", name="Gata")
about, _new = Subject.objects.get_or_create(client=client, area=area, name="Parkering")
wish = messages.BoxWish(subject=about, longest_seconds=30, quiet_seconds=10, kept_days=30)
messages.set_message_box(PhoneNumber.objects.get(number="+46910700001"), wish,
    by=Agent.objects.get(email="cia@exempelby.example"), at=now())
"""
FETCHED = """
import base64
from gensvar.channels.voice.jobs import keep_messages
from gensvar.channels.voice.models import VoiceMessage
from gensvar.foundation.files.actions import read_file
keep_messages(0)
found = VoiceMessage.objects.filter(call={call}).first()
kept = found and found.file and base64.b64encode(read_file(found.file)).decode()
case = found and found.call.contact.cases.select_related("subject").first()
print(json.dumps([kept, case and case.subject.name]))
"""
NO_BOX = """
from gensvar.channels.voice.models import MessageBox
MessageBox.objects.all().delete()
"""


@pytest.fixture
def box(house: House) -> Iterator[House]:
    house.do(LAY)
    yield house
    house.do(NO_BOX)


def kept(house: House, call: int) -> tuple["array[int]", str]:
    """Return the sound that was kept of a message, and the subject of its case."""
    deadline = time.monotonic() + 60
    while not (found := json.loads(house.do(FETCHED.format(call=call))))[0]:
        assert time.monotonic() < deadline, f"nothing was kept: {found}"
        time.sleep(0.5)
    with wave.open(io.BytesIO(base64.b64decode(found[0]))) as file:
        assert file.getframerate() == 8_000
        return array("h", file.readframes(file.getnframes())), found[1]


def test_what_is_said_after_the_tone_is_kept_and_is_a_case(box: House) -> None:
    caller = box.calls(CLOSED, frequency=CALLERS)
    box.until("invited")
    caller.press("#")
    box.until("leaving")
    time.sleep(4)
    caller.press("#")

    told = box.until("ended")
    assert told["outcome"] == "message"
    assert states(told)[-4:] == ["invited", "leaving", "thanked", "ended"]
    assert caller.is_over.wait(10)
    sound, subject = kept(box, told["call"])
    assert subject == "Parkering"
    assert len(sound) > 2 * 8_000
    assert share(sound, CALLERS) > 0.8


def test_whoever_hangs_up_in_the_middle_has_left_what_they_said(box: House) -> None:
    caller = box.calls(CLOSED, frequency=CALLERS)
    box.until("invited")
    caller.press("#")
    box.until("leaving")
    time.sleep(3)
    caller.hang_up()

    told = box.until("ended")
    assert told["outcome"] == "message"
    sound, _subject = kept(box, told["call"])
    assert len(sound) > 8_000
    assert box.is_silent()
