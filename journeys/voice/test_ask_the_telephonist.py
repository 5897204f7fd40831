"""A colleague's extension, a real Asterisk: a name is keyed in, and the colleague talks with it."""

import json
import time
from collections.abc import Iterator

import pytest
from house import House, states

LAY = """
from gensvar.channels.voice.actions import directory
from gensvar.channels.voice.models import Entry
from gensvar.foundation.agreements.models import Client
from gensvar.operations.routing.models import Queue
client, at = Client.objects.get(), now()
bo = Agent.objects.get(email="bo@exempelby.example")
directory.set_telephonist(client, ranges="4000-4999", queue=Queue.objects.get(name="Kundtjänst"),
    by=None, at=at)
if not Entry.objects.exists():
    directory.list_entry(client, agent=bo, number="4712", by=None, at=at)
    directory.list_entry(client, name="Åsa Öberg", number="4713", by=None, at=at)
"""
NO_MORE = """
from gensvar.channels.voice.actions import directory
from gensvar.foundation.agreements.models import Client
client = Client.objects.get()
directory.end_telephonist(client, by=None, at=now())
"""
CONTACTS = """
from gensvar.operations.contacts.models import Contact
from gensvar.channels.voice.models import Call
call = Call.objects.order_by("-pk").first()
print(json.dumps([Contact.objects.filter(direction="in").count(),
    call and call.contact.direction, call and call.contact.waits.count()]))
"""
FOUND = """
from gensvar.channels.voice.models import Call, Sought
print(Sought.objects.get(call=Call.objects.order_by("-pk").first()).entry.name)
"""


@pytest.fixture
def telephonist(house: House) -> Iterator[House]:
    house.do(LAY)
    yield house
    house.do(NO_MORE)


def test_a_colleague_keys_in_a_name_and_talks_with_whoever_has_it(telephonist: House) -> None:
    house = telephonist
    house.asterisk.phone("bo", lifts_after=0.2)
    before = json.loads(house.do(CONTACTS))[0]
    caller = house.calls(party="4711")
    house.until("seeking")
    # The sentence is cut by the first key.
    caller.press("26#")
    house.until("found")
    caller.press("1")

    told = house.until("handed-over")
    assert states(told)[-3:] == ["found", "connecting", "handed-over"]
    assert json.loads(house.do(CONTACTS)) == [before, "own", 0]
    assert told["cases"] == 0
    time.sleep(1)
    assert not caller.is_over.is_set()
    caller.hang_up()
    assert house.until("ended")["outcome"] == "answered"


def test_swedish_letters_lie_where_people_look_for_them(telephonist: House) -> None:
    caller = telephonist.calls(party="4800")
    telephonist.until("seeking")
    caller.press("62374#")

    telephonist.until("found")
    assert telephonist.do(FOUND).strip() == "Åsa Öberg"
    caller.press("0")
    telephonist.until("queued")
    caller.hang_up()
    telephonist.until("ended")
