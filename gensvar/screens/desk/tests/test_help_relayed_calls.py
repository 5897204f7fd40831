"""The agent reads how to speak in a relayed call, and says that it is one, or is none."""

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.channels.voice.models import Assisted
from gensvar.channels.voice.tests.conftest import Telephone

HELPED, CALL = "desk_call_helped", "desk_call"
RELAY = "020-600 650"


@pytest.fixture
def telephone(exempelby, cia, ada):
    made = Telephone(exempelby, lead=cia, at=now())
    made.queue.hours_of, made.queue.offer_seconds = "", 600
    made.queue.save()
    made.seat(ada)
    return made


def test_a_relayed_call_says_how_to_speak(as_ada, telephone):
    telephone.rings(party=RELAY)
    telephone.passes(1)

    shown = as_ada.get(reverse(CALL)).content.decode()

    assert "Texttelefoni" in shown
    assert "Tala till kunden, inte till förmedlaren." in shown


def test_the_agent_notes_a_relay_and_takes_it_back(as_ada, telephone, ada):
    call = telephone.talking(ada)
    assert "Tala till kunden" not in as_ada.get(reverse(CALL)).content.decode()

    as_ada.post(reverse(HELPED), {"way": "video-relay"})
    assert Assisted.objects.get(call=call).by == ada
    assert "inte till tolken" in as_ada.get(reverse(CALL)).content.decode()

    as_ada.post(reverse(HELPED), {"way": ""})
    assert not Assisted.objects.exists()


def test_what_is_no_way_and_a_call_that_is_not_there_are_refused(as_ada, telephone, ada):
    assert as_ada.post(reverse(HELPED), {"way": "text-relay"}).status_code == 404
    telephone.talking(ada)

    assert as_ada.post(reverse(HELPED), {"way": "smoke"}).status_code == 404
    assert not Assisted.objects.exists()
