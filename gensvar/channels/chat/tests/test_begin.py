"""A customer begins: a contact, a case, a place in the queue; once, however often sent."""

import pytest

from conftest import NOON
from gensvar.channels.chat.models import Chat, ChatLine
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact, Message
from gensvar.operations.routing.models import Waiting


def test_a_chat_is_a_contact_with_a_case_that_waits(eva_chats):
    said = eva_chats.begin(name="Eva Ek")

    assert said.status_code == 201
    chat = eva_chats.chat
    assert (chat.contact.channel, chat.case.channel) == ("chat", "chat")
    assert chat.case.title == "Hej, när töms soporna?"
    assert Waiting.objects.now().get(contact=chat.contact).case == chat.case
    assert said.json()["state"] == "waiting"
    assert "först i kön" in said.json()["waiting"]


def test_the_same_key_begins_once_and_shows_the_same_chat(eva_chats):
    first = eva_chats.begin(mark="mark-again").json()
    second = eva_chats.begin(mark="mark-again").json()

    assert Chat.objects.count() == Case.objects.count() == Message.objects.count() == 1
    assert first["lines"] == second["lines"]


def test_nothing_of_a_key_is_kept_that_could_open_the_chat(eva_chats):
    eva_chats.begin()

    assert eva_chats.key not in str(Chat.objects.values().get())
    assert eva_chats.chat.digest != eva_chats.key


def test_neither_page_nor_script_nor_chat_sets_a_cookie(eva_chats, browser):
    answers = [
        browser.get("/chatt.js"),
        browser.get("/chatt/exempelby/?ram=1"),
        eva_chats.begin(),
        eva_chats.say("Hallå?"),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 201, 200]
    assert not any(answer.cookies for answer in answers)


def test_the_page_may_stand_on_the_sites_that_were_named_and_no_others(eva_chats, browser):
    page = browser.get("/chatt/exempelby/?ram=1")

    policy = page.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self' https://www.exempelby.example;" in f"{policy};"
    assert "X-Frame-Options" not in page.headers
    assert "unsafe" not in policy
    other = browser.get("/").headers
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]


def test_a_page_of_another_site_may_not_speak_with_a_chat(eva_chats):
    eva_chats.begin()

    refused = eva_chats.send(
        "samtal/sag", {"text": "Hej", "mark": "mark-x-00001"}, Origin="https://elak.example"
    )

    assert (refused.status_code, refused.json()["code"]) == (403, "FromElsewhere")
    assert ChatLine.objects.count() == 1


def test_places_are_counted_as_the_router_does_and_waits_only_where_somebody_is_here(
    eva_chats, browser, floor, ada
):
    from gensvar.channels.chat.tests.conftest import Citizen

    eva_chats.begin()
    later = Citizen(browser)
    later.begin("Jag också")

    assert "Vi kan inte säga hur lång tid" in later.news().json()["waiting"]
    floor.ready(ada)
    assert later.news().json()["waiting"] == "Du är nummer 2 i kön. Det tar ungefär 8 minuter."
    eva_chats.send("samtal/avsluta")
    assert later.news().json()["waiting"].startswith("Du är först i kön.")


def test_outside_hours_the_page_says_when_and_a_message_is_taken_once(eva_chats, browser, clock):
    clock.passes(hours=8)

    page = browser.get("/chatt/exempelby/?ram=1").content.decode()
    refused = eva_chats.begin()

    assert "Chatten öppnar tisdag 5 maj kl. 08:00." in page
    assert (refused.status_code, refused.json()["code"]) == (409, "ChatIsClosed")
    assert not Contact.objects.exists()

    left = eva_chats.begin(is_left=True, address="eva.ek@example.com", mark="mark-left01")
    again = eva_chats.begin(is_left=True, address="eva.ek@example.com", mark="mark-left01")
    assert left.json()["ended"] == again.json()["ended"]
    assert left.json()["ended"][0] == "Tack. Vi har ditt meddelande."
    case = Case.objects.get()
    assert case.contacts.filter(channel="web").count() == 1
    sent = Message.objects.get(direction="out")
    assert sent.outgoing.purpose == "receipt"
    assert sent.recipients == ["eva.ek@example.com"]
    assert case.number in sent.text
    assert "sopor" not in sent.subject


def test_a_message_without_a_way_to_answer_is_not_taken(eva_chats, clock):
    clock.passes(hours=8)

    refused = eva_chats.begin(is_left=True)

    assert (refused.status_code, refused.json()["code"]) == (422, "NoAddress")
    assert not Contact.objects.exists()


def test_where_chat_is_off_there_is_none(eva_chats, chatting, browser, energi):
    chatting.is_on = False
    chatting.save()

    assert browser.get("/chatt/exempelby/").status_code == 404
    assert eva_chats.begin().json()["code"] == "ChatIsOff"
    assert eva_chats.begin(code="energi").json()["code"] == "ChatIsOff"
    assert eva_chats.begin(code="ingen").status_code == 404
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("{", "Malformed"),
        ("[]", "Malformed"),
        ("null", "Malformed"),
        ("[" * 20_000, "Malformed"),
        (b"\xff\xfe", "Malformed"),
        ('{"text": 5, "mark": "mark-000001"}', "Malformed"),
        ('{"text": "Hej", "mark": "kort"}', "Malformed"),
        ('{"text": "Hej", "mark": 1}', "Malformed"),
        ('{"text": "Hej"}', "Malformed"),
        ('{"text": "   ", "mark": "mark-000001"}', "EmptyLine"),
        ('{"text": "Hej\\u0000", "mark": "mark-000001"}', "UnseenSigns"),
        ('{"text": "Hej\\ud800", "mark": "mark-000001"}', "UnseenSigns"),
        ('{"text": "' + "a" * 4_001 + '", "mark": "mark-000001"}', "LineTooLong"),
        ('{"text": "' + "a" * 70_000 + '", "mark": "mark-000001"}', "TooLarge"),
    ],
)
@pytest.mark.parametrize("path", ["exempelby/borja", "samtal/sag"])
def test_what_cannot_be_read_is_refused_in_words_and_keeps_nothing(eva_chats, path, raw, code):
    if path == "samtal/sag":
        eva_chats.begin()
    before = Message.objects.count()

    refused = eva_chats.send(path, raw=raw)

    assert 400 <= refused.status_code < 500
    assert refused.json()["code"] == code
    assert refused.json()["message"].endswith((".", "igen."))
    assert Message.objects.count() == before


def test_who_knocks_with_wrong_keys_is_stopped_and_learns_nothing(eva_chats):
    eva_chats.begin()

    tried = [eva_chats.send("samtal/nytt", key="A" * 43).status_code for _ in range(32)]

    assert tried == [404] * 30 + [429] * 2
    assert eva_chats.send("samtal/nytt", key="kort").status_code == 429
    assert eva_chats.news().status_code == 200


def test_a_flood_of_lines_is_refused_and_those_before_are_kept(eva_chats):
    eva_chats.begin()

    answers = [eva_chats.say(f"Rad {n}").status_code for n in range(32)]

    assert answers == [200] * 30 + [429] * 2
    assert ChatLine.objects.count() == 31


def test_a_key_opens_its_chat_for_a_limited_time(eva_chats, clock):
    eva_chats.begin()

    clock.passes(hours=12, minutes=1)

    refused = eva_chats.news()
    assert (refused.status_code, refused.json()["code"]) == (404, "NoSuchChat")
    assert eva_chats.chat.expires_at > NOON
