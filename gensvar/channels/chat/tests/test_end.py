"""A chat ends from either side, by lost connection, or in another way with text and promise."""

from datetime import timedelta

import pytest

from gensvar.channels.chat.actions.ending import end, end_lost, switch
from gensvar.channels.chat.actions.talking import ChatIsOver, reply
from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.queries import chats_at_once
from gensvar.channels.chat.rules import at_once
from gensvar.operations.cases.actions import answer, assign
from gensvar.operations.cases.models import Case, Promise, State
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.contacts.models import Message
from gensvar.operations.routing.models import Offer, Waiting


def outcome_of(chat):
    return Waiting.objects.filter(contact=chat.contact).latest("pk").outcome


def test_ended_by_the_customer_the_agent_has_room_and_the_case_stays(talk, eva_chats, ada):
    said = eva_chats.send("samtal/avsluta").json()
    again = eva_chats.send("samtal/avsluta").json()

    assert said["state"] == again["state"] == "ended"
    assert not Offer.objects.live().exists()
    talk.case.refresh_from_db()
    assert (talk.case.agent, talk.case.state) == (ada, State.WAITING_FOR_US)
    assert eva_chats.chat.contact.ended_at is not None


def test_given_up_in_the_queue_counts_as_abandoned_and_the_words_are_kept(eva_chats):
    eva_chats.begin()

    eva_chats.send("samtal/avsluta")

    assert outcome_of(eva_chats.chat) == "abandoned"
    assert Message.objects.get().text == "Hej, när töms soporna?"


def test_who_is_gone_long_is_not_waited_for_but_a_short_break_is_no_end(eva_chats, clock):
    eva_chats.begin()

    end_lost(eva_chats.chat.pk, at=clock.at + timedelta(minutes=2))
    assert eva_chats.chat.ended_at is None
    end_lost(eva_chats.chat.pk, at=clock.at + timedelta(minutes=4))

    assert eva_chats.chat.ended_by == Chat.EndedBy.LOST
    assert outcome_of(eva_chats.chat) == "abandoned"


def test_a_copy_wished_for_in_the_talk_is_mailed_when_it_ends(talk, eva_chats, ada, clock):
    wished = eva_chats.send("samtal/kopia", {"address": "Eva.Ek@example.com"})
    reply(talk, "På tisdag.", mark="ours-000001", by=ada, at=clock.at)
    assert not Message.objects.filter(outgoing__purpose="transcript").exists()

    eva_chats.send("samtal/avsluta")

    assert wished.json()["said"].startswith("Du får en kopia")
    mail = Message.objects.get(outgoing__purpose="transcript")
    assert mail.recipients == ["eva.ek@example.com"] or mail.recipients == ["Eva.Ek@example.com"]
    assert "när töms soporna?" in mail.text
    assert "På tisdag." in mail.text
    assert "sopor" not in mail.subject


def test_copies_are_limited_and_go_to_mail_addresses_alone(talk, eva_chats):
    eva_chats.send("samtal/avsluta")

    asked = [
        eva_chats.send("samtal/kopia", {"address": "eva.ek@example.com"}).status_code
        for _ in range(4)
    ]

    assert asked == [200, 200, 200, 429]
    assert eva_chats.send("samtal/kopia", {"address": "0701740605"}).status_code == 422


@pytest.mark.parametrize(
    ("address", "way", "outcome"),
    [("070-174 06 05", "phone", "callback"), ("eva.ek@example.com", "mail", "overflow")],
)
def test_from_the_queue_to_another_way_text_and_promise_go_along(
    eva_chats, chatting, address, way, outcome, clock, ada
):
    eva_chats.begin(name="Eva Ek")
    case = eva_chats.chat.case

    said = eva_chats.send("samtal/annat-satt", {"address": address}).json()

    promise = standing(case)
    assert (promise.way, promise.told_at) == (Promise.Way.CHAT, clock.at)
    assert promise.words in said["ended"]
    assert outcome_of(eva_chats.chat) == outcome
    case.refresh_from_db()
    assert case.customer.addresses.filter(kind=way).exists()
    texts = Message.objects.filter(contact__cases=case, direction="in").values_list(
        "text", flat=True
    )
    assert "Hej, när töms soporna?" in texts
    assert any("det jag skrev i chatten" in text for text in texts)
    listed = Case.objects.filter(tags__name="Ring upp")
    assert list(listed) == ([case] if way == "phone" else [])
    # Kept by being answered in time.
    if way == "mail":
        assign(case, agent=ada, group=None, by=ada, at=clock.at)
        answer(case, "På tisdag.", channel="mail", by=ada, at=clock.at)
        promise.refresh_from_db()
        assert promise.end.outcome == "kept"


def test_from_a_talk_the_agent_keeps_the_case_and_the_promise(talk, eva_chats, ada, clock):
    promise = switch(talk, way="phone", address="+46701740605", by=ada, at=clock.at)

    talk.case.refresh_from_db()
    assert talk.case.agent == ada
    assert [one.name for one in talk.case.tags.all()] == ["Ring upp"]
    assert promise.told_at == clock.at
    assert not Offer.objects.live().exists()
    with pytest.raises(ChatIsOver):
        switch(talk, way="phone", address="+46701740605", by=ada, at=clock.at)
    assert eva_chats.news().json()["ended"][-1] == promise.words


def test_a_wrong_address_changes_nothing(talk, eva_chats):
    refused = eva_chats.send("samtal/annat-satt", {"address": "ingen"})

    assert (refused.status_code, refused.json()["code"]) == (422, "NoAddress")
    assert eva_chats.chat.ended_at is None


def test_chats_at_once_are_reckoned_from_when_each_was_taken_and_ended(exempelby, talk, ada, clock):
    since = clock.at - timedelta(hours=1)
    clock.passes(minutes=10)
    end(talk, how=Chat.EndedBy.AGENT, by=ada, at=clock.at)

    found = chats_at_once(exempelby, since=since, until=clock.at)

    assert (found.chats, found.concurrency, found.handling_seconds) == (1, 1.0, 600.0)


def test_breaks_between_chats_are_no_time_of_theirs():
    found = at_once([(1, 0, 100), (1, 50, 150), (1, 400, 500), (2, 0, 100)])

    assert (found.chat_seconds, found.busy_seconds) == (400, 350)
    assert at_once([]).concurrency is None
