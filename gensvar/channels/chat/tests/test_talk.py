"""The talk itself: offered, taken, said, seen, resumed; nothing lost and nothing doubled."""

import pytest

from gensvar.channels.chat.actions.ending import hand_to
from gensvar.channels.chat.actions.talking import (
    ChatIsOver,
    NobodysChat,
    SomebodyElsesChat,
    note_read,
    note_typing,
    reply,
    take,
)
from gensvar.channels.chat.models import ChatLine
from gensvar.channels.chat.reactions import be_with_whoever_has_the_case, end_with_the_case
from gensvar.channels.chat.tests.conftest import Citizen
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.operations.cases.actions import assign, close, describe, make_confidential
from gensvar.operations.cases.events import CaseAssigned, CaseClosed
from gensvar.operations.contacts.models import Message, Outgoing
from gensvar.operations.routing.actions import follow_case
from gensvar.operations.routing.models import Offer, Waiting
from gensvar.operations.routing.queries.balance import balance_of
from gensvar.operations.routing.rules.balance import End

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def test_a_chat_is_offered_as_a_live_contact_and_keeps_its_agent(talk, eva_chats, ada):
    assert talk.case.agent == ada
    news = eva_chats.news().json()
    assert (news["state"], news["agent"]) == ("talking", "Ada")
    # What follows written cases leaves a talk alone, waiting or in hand.
    follow_case(talk.case_id, at=eva_chats.chat.heard_at)
    assert Offer.objects.live().get(contact=talk.contact).state == "in-hand"


def test_an_agent_has_as_many_at_once_as_they_have_room_for(eva_chats, browser, floor, ada):
    floor.ready(ada)
    floor.turn()
    others = [Citizen(browser) for _ in range(2)]
    for citizen in (eva_chats, *others):
        citizen.begin()
        floor.turn()
        if Offer.objects.live().filter(agent=ada, state="offered"):
            floor.accept(ada)

    assert Offer.objects.live().filter(agent=ada).count() == 2
    assert Waiting.objects.now().count() == 1
    eva_chats.send("samtal/avsluta")
    floor.turn()
    assert Offer.objects.live().filter(agent=ada).count() == 2
    assert Offer.objects.live().filter(agent=ada, state="offered").count() == 1


def test_a_waiting_chat_stays_in_its_queue_when_its_case_is_followed(eva_chats, clock):
    eva_chats.begin()

    follow_case(eva_chats.chat.case_id, at=clock.at)

    assert Waiting.objects.now().count() == 1


def test_both_sides_are_kept_as_messages_of_one_contact(talk, eva_chats, ada, clock):
    eva_chats.say("Är det på tisdag?")
    reply(talk, "Ja, på tisdag.", mark="ours-000001", by=ada, at=clock.at)
    reply(talk, "Ja, på tisdag.", mark="ours-000001", by=ada, at=clock.at)

    said = list(Message.objects.filter(contact=talk.contact).order_by("pk"))
    assert [(one.direction, one.text) for one in said] == [
        ("in", "Hej, när töms soporna?"),
        ("in", "Är det på tisdag?"),
        ("out", "Ja, på tisdag."),
    ]
    ours = eva_chats.news().json()["lines"][-1]
    assert (ours["is_ours"], ours["who"], ours["text"]) == (True, "Ada", "Ja, på tisdag.")


def test_a_line_sent_again_after_a_lost_answer_is_one_line(talk, eva_chats):
    first = eva_chats.say("Hallå?", mark="mark-once-1").json()
    second = eva_chats.say("Hallå?", mark="mark-once-1").json()

    assert first["lines"] == second["lines"]
    assert ChatLine.objects.filter(chat=talk).count() == 2


def test_a_browser_that_comes_back_gets_what_it_missed_and_no_more(talk, eva_chats, ada, clock):
    seen = eva_chats.news().json()["lines"][-1]["id"]
    clock.passes(minutes=10)
    reply(talk, "Är du kvar?", mark="ours-000001", by=ada, at=clock.at)

    missed = eva_chats.news(after=seen).json()

    assert [line["text"] for line in missed["lines"]] == ["Är du kvar?"]
    assert missed["state"] == "talking"


def test_typing_and_reading_are_told_to_the_other_side(talk, eva_chats, ada, clock):
    ours = reply(talk, "Ett ögonblick.", mark="ours-000001", by=ada, at=clock.at)
    assert Outgoing.objects.get(message=ours).state == "sent"

    note_typing(talk, is_ours=True, at=clock.at)
    assert eva_chats.news(read=ours.pk, typing=True).json()["typing"] is True
    assert Outgoing.objects.get(message=ours).state == "delivered"
    assert eva_chats.chat.read_upto == ours.pk
    assert eva_chats.chat.typing_at == clock.at
    # Nobody has read what nobody has written.
    eva_chats.news(read=ours.pk + 1000)
    assert eva_chats.chat.read_upto == ours.pk

    note_read(talk, upto=10**9, at=clock.at)
    news = eva_chats.news().json()
    assert news["read"] == Message.objects.filter(direction="in").latest("pk").pk
    clock.passes(seconds=7)
    assert eva_chats.news().json()["typing"] is False


def test_files_pass_the_same_checks_as_elsewhere_and_come_back_by_key_alone(talk, eva_chats):
    from django.core.files.uploadedfile import SimpleUploadedFile

    def send(name, content, mark):
        return eva_chats.browser.post(
            "/chatt/samtal/fil/",
            {"file": SimpleUploadedFile(name, content), "mark": mark},
            headers={"Authorization": f"Bearer {eva_chats.key}"},
        )

    taken = send("bild.png", PNG, "file-000001")
    again = send("bild.png", PNG, "file-000001")
    refused = send("bild.exe", b"MZ", "file-000002")
    false = send("bild.png", b"MZ not a picture", "file-000003")

    assert (taken.status_code, again.status_code) == (200, 200)
    assert [refused.status_code, false.status_code] == [422, 422]
    files = [file for line in taken.json()["lines"] for file in line["files"]]
    assert [file["name"] for file in files] == ["bild.png"]
    assert ChatLine.objects.filter(chat=talk).count() == 2
    address = f"/chatt/samtal/fil/{files[0]['id']}/"
    ours = {"Authorization": f"Bearer {eva_chats.key}"}
    assert eva_chats.browser.get(address, headers=ours).content == PNG
    assert eva_chats.browser.get(address).status_code == 404


def test_nobody_answers_in_a_chat_that_waits_or_that_somebody_else_has(
    eva_chats, floor, ada, bo, clock
):
    eva_chats.begin()
    with pytest.raises(NobodysChat):
        reply(eva_chats.chat, "Hej", mark="ours-000001", by=bo, at=clock.at)

    take(eva_chats.chat, by=ada, at=clock.at)

    assert not Waiting.objects.now().exists()
    with pytest.raises(SomebodyElsesChat):
        reply(eva_chats.chat, "Hej", mark="ours-000001", by=bo, at=clock.at)
    assert reply(eva_chats.chat, "Hej", mark="ours-000002", by=ada, at=clock.at).author == ada


def test_a_chat_that_is_taken_by_hand_is_lost_for_nobody(eva_chats, floor, ada, clock):
    eva_chats.begin()
    take(eva_chats.chat, by=ada, at=clock.at)
    [balance] = balance_of(clock.at.astimezone(zone()).date()).values()
    assert balance.is_balanced
    assert balance.ends == {End.SETTLED: 1}


def test_a_chat_follows_its_case_to_a_colleague_and_gives_room(talk, eva_chats, ada, bo, clock):
    assign(talk.case, agent=bo, group=None, by=ada, at=clock.at)
    event = CaseAssigned(
        case_id=talk.case_id,
        client_id=talk.client_id,
        agent_id=ada.pk,
        to_agent_id=bo.pk,
        to_group_id=None,
    )
    be_with_whoever_has_the_case(event)

    assert not Offer.objects.live().filter(agent=ada).exists()
    assert eva_chats.news().json()["agent"] == "Bo"
    assert reply(eva_chats.chat, "Bo här", mark="ours-000001", by=bo, at=clock.at)


def test_handed_to_a_queue_it_waits_by_its_old_place_and_reaches_somebody_else(
    talk, eva_chats, floor, queue, ada, bo, clock
):
    floor.ready(bo)
    hand_to(talk, queue=queue, by=ada, at=clock.at)
    assert eva_chats.news().json()["state"] == "waiting"
    from gensvar.operations.routing.actions import be_busy

    be_busy(ada, at=clock.at)
    floor.turn()

    floor.accept(bo)

    assert eva_chats.news().json()["agent"] == "Bo"


def test_closing_the_case_ends_the_chat_and_nothing_written_after_is_lost_unseen(
    talk, eva_chats, ada, clock, gator
):
    describe(talk.case, subject=gator, need_type="information", by=ada, at=clock.at)
    close(talk.case, by=ada, at=clock.at)
    end_with_the_case(CaseClosed(case_id=talk.case_id, client_id=talk.client_id, agent_id=ada.pk))

    refused = eva_chats.say("En sak till")

    assert (refused.status_code, refused.json()["code"]) == (409, "ChatIsOver")
    assert eva_chats.news().json()["ended"][0].startswith("Vi har avslutat chatten.")
    with pytest.raises(ChatIsOver):
        reply(talk, "Hej", mark="ours-000001", by=ada, at=clock.at)


def test_a_chat_that_became_confidential_is_told_of_no_more(talk, eva_chats, ada, clock):
    access = AccessList.objects.create(client=talk.client, name="Få")
    AccessEntry.objects.create(access=access, client=talk.client, agent=ada, since=clock.at, by=ada)
    make_confidential(talk.case, access=access, because="Hälsa.", by=ada, at=clock.at)

    refused = eva_chats.news()

    assert (refused.status_code, refused.json()["code"]) == (410, "MovedApart")
    assert "sopor" not in refused.content.decode()
