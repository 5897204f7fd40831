"""Programs read chats as contacts and messages, and how many there were at once."""

from datetime import timedelta

import pytest

from gensvar.channels.chat.actions.ending import end
from gensvar.channels.chat.actions.talking import reply
from gensvar.channels.chat.models import Chat
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing.models import Offer, OfferState


def test_a_chat_is_read_as_a_contact_with_its_messages(talk, ada, clock, browser):
    reply(talk, "På tisdag.", mark="ours-000001", by=ada, at=clock.at)
    browser.force_login(ada)

    found = browser.get(f"/api/v1/contacts/{talk.contact_id}").json()

    assert (found["channel"], found["agent"]) == ("chat", "Ada Lind")
    assert [one["text"] for one in found["messages"]] == ["Hej, när töms soporna?", "På tisdag."]
    assert found["messages"][-1]["outgoing"]["state"] == "sent"


def test_chats_at_once_are_told_to_whoever_leads(talk, ada, cia, clock, browser):
    clock.passes(minutes=5)
    end(talk, how=Chat.EndedBy.AGENT, by=ada, at=clock.at)
    browser.force_login(cia)
    asked = "/api/v1/chat/at-once?from=2026-05-01&to=2026-05-06"

    found = browser.get(asked).json()

    assert (found["chats"], found["concurrency"], found["handling_seconds"]) == (1, 1.0, 300.0)
    browser.force_login(ada)
    assert browser.get(asked).status_code == 403


@pytest.fixture
def talked(queue, ada, clock):
    """Let Ada have had a chat of ten minutes, from so many minutes past on."""

    def have(minute):
        begin = clock.at + timedelta(minutes=minute)
        contact = register_contact(
            queue.client, channel="chat", direction="in", customer=None, at=begin, agent=ada
        )
        return Offer.objects.create(
            id=contact.pk,
            contact=contact,
            client=queue.client,
            queue=queue,
            agent=ada,
            channel="chat",
            state=OfferState.DONE,
            offered_at=begin,
            expires_at=begin + timedelta(seconds=30),
            accepted_at=begin,
            talked_until=begin + timedelta(minutes=10),
            ended_at=begin + timedelta(minutes=11),
        )

    return have


def test_six_chats_of_ten_minutes_in_half_an_hour_are_two_at_once(talked, cia, browser):
    """The example of measure K46: 6 x 600 s in 1 800 busy s is 2.0, and 300 s of the agent's."""
    for minute in (0, 0, 10, 10, 20, 20):
        talked(minute)
    browser.force_login(cia)

    found = browser.get("/api/v1/chat/at-once?from=2026-05-01&to=2026-05-06").json()

    assert found["chats"] == 6
    assert (found["chat_seconds"], found["busy_seconds"]) == (3600.0, 1800.0)
    assert (found["concurrency"], found["handling_seconds"]) == (2.0, 300.0)
