"""A message that a caller left is heard on the page of its case, and answered by calling back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gensvar.channels.voice.actions import advancing, messages
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.channels.voice.tests.test_leave_a_message import VOICE
from gensvar.foundation.events.models import EventRecord


@pytest.fixture
def telephone(exempelby, cia, noon):
    made = Telephone(exempelby, lead=cia, at=noon)
    messages.set_message_box(made.number, messages.BoxWish(), by=cia, at=made.at)
    made.at += timedelta(hours=8)
    return made


@pytest.fixture
def message(telephone):
    call = telephone.rings()
    advancing.advance(call.pk, Event.MAY_LEAVE, at=telephone.at)
    advancing.advance(call.pk, Event.SAID, at=telephone.at)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    messages.keep_message(call.message, VOICE, at=telephone.at)
    call.message.refresh_from_db()
    return call.message


def test_a_message_is_heard_on_its_case_and_that_is_written_down(as_ada, message):
    case = message.call.contact.cases.get()
    beside = as_ada.get(reverse("desk_case_calls", args=[case.number])).content.decode()
    url = reverse("desk_voice_message", args=[case.number, message.pk])
    assert url in beside
    assert "070-111 11 11" in beside

    answer = as_ada.get(url)

    assert answer.content[:4] == b"RIFF"
    assert "no-store" in answer.headers["Cache-Control"]
    assert EventRecord.objects.filter(name="voice.voice-message-heard").count() == 1
    assert "Lämnade ett meddelande" in beside
    other = reverse("desk_voice_message", args=[case.number, message.pk + 1])
    assert as_ada.get(other).status_code == 404


def test_the_number_that_a_message_came_from_is_proposed_for_calling_back(as_ada, message):
    case = message.call.contact.cases.get()
    said = as_ada.get(reverse("desk_dial", args=[case.number])).content.decode()

    assert "+46701111111" in said or "070-111 11 11" in said


def test_a_message_of_silence_has_no_case_and_its_call_says_so(as_ada, telephone):
    call = telephone.rings()
    advancing.advance(call.pk, Event.MAY_LEAVE, at=telephone.at)
    advancing.advance(call.pk, Event.SAID, at=telephone.at)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    messages.keep_message(call.message, b"\xd5" * 8_000, at=telephone.at)

    said = as_ada.get(reverse("desk_one_call", args=[call.pk])).content.decode()

    assert "Inget sades i meddelandet." in said
