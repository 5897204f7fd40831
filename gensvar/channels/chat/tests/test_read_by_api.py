"""Programs read chats as contacts and messages, and how many there were at once."""

from gensvar.channels.chat.actions.ending import end
from gensvar.channels.chat.actions.talking import reply
from gensvar.channels.chat.models import Chat


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
