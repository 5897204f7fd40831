"""The agent's side: the chat on the case's page, in pieces, and several at once."""

import re

import pytest

from gensvar.channels.chat.models import ChatLine
from gensvar.channels.chat.tests.conftest import Citizen


@pytest.fixture
def as_ada(browser, ada, clock, monkeypatch):
    from conftest import Browser

    for place in ("chatting", "case"):
        monkeypatch.setattr(f"gensvar.screens.desk.views.{place}.now", clock)
    own = Browser()
    own.force_login(ada)
    return own


def address(chat, what=""):
    return f"/arenden/{chat.case.number}/{what}"


def test_the_page_shows_the_talk_where_one_writes_and_not_twice(talk, as_ada):
    page = as_ada.get(address(talk)).content.decode()

    assert 'id="write-chat"' in page
    assert page.count("Hej, när töms soporna?</p>") == 1
    assert "Eva Ek är där" in page


def test_a_line_is_said_once_and_new_lines_come_in_pieces(talk, as_ada, eva_chats):
    sent = {"text": "På tisdag.", "mark": "ours-000001", "after": "0"}
    htmx = {"HX-Request": "true"}

    said = as_ada.post(address(talk, "chatt/sag/"), sent, headers=htmx).content.decode()
    as_ada.post(address(talk, "chatt/sag/"), sent, headers=htmx)

    assert "På tisdag." in said
    assert 'id="chat-words" hx-swap-oob="true"' in said
    assert ChatLine.objects.filter(chat=talk).count() == 2
    newest = ChatLine.objects.latest("message_id").message_id
    eva_chats.say("Tack!")
    news = as_ada.post(address(talk, "chatt/"), {"after": newest}, headers=htmx).content.decode()
    assert "Tack!" in news
    assert "På tisdag." not in news
    # What somebody writes in is not touched by news.
    assert "chat-text" not in news
    assert eva_chats.chat.we_read_upto > newest


def test_nothing_new_is_nothing_drawn(talk, as_ada):
    page = as_ada.get(address(talk)).content.decode()
    (after,) = re.findall(r'id="chat-after" value="(\d+)"', page)
    (mark,) = re.findall(r'id="chat-mark" value="(\w+)"', page)
    given = {"after": after, "mark_of_state": mark}

    assert as_ada.post(address(talk, "chatt/"), given).status_code == 204


def test_a_refused_line_stays_where_it_was_written(talk, as_ada, eva_chats):
    eva_chats.send("samtal/avsluta")

    refused = as_ada.post(
        address(talk, "chatt/sag/"), {"text": "Hej", "mark": "m"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "Chatten är avslutad." in refused
    assert "chat-text" not in refused


def test_who_has_gone_is_said_with_since_when(talk, as_ada, eva_chats, clock):
    eva_chats.news(leaving=True)
    clock.passes(minutes=3)

    page = as_ada.get(address(talk)).content.decode()

    assert "Eva Ek har varit borta i 3 min" in page


def test_ones_own_chats_are_listed_with_what_is_new(talk, as_ada, eva_chats, browser, floor, ada):
    other = Citizen(browser)
    other.begin("Om bygglov", name="Rut Alm")
    floor.turn()
    floor.accept(ada)

    part = as_ada.get("/skrivbord/chattar/").content.decode()

    assert part.count('class="item"') == 2
    assert part.count("data-unread") == 2
    as_ada.post(address(talk, "chatt/"), {"after": "0"})
    assert as_ada.get("/skrivbord/chattar/").content.decode().count("data-unread") == 1


def test_it_is_handed_on_answered_elsewhere_and_ended_from_the_page(talk, as_ada, eva_chats, queue):
    assert as_ada.post(address(talk, "chatt/lamna-vidare/"), {"queue": "99"}).status_code == 404
    as_ada.post(address(talk, "chatt/lamna-vidare/"), {"queue": queue.pk})
    assert eva_chats.news().json()["state"] == "waiting"
    page = as_ada.get(address(talk)).content.decode()
    assert "Ta chatten" in page

    as_ada.post(address(talk, "chatt/ta/"))
    assert eva_chats.news().json()["agent"] == "Ada"
    as_ada.post(address(talk, "chatt/annat-satt/"), {"address": "inget"})
    assert eva_chats.chat.ended_at is None
    as_ada.post(address(talk, "chatt/annat-satt/"), {"address": "070-174 06 05"})
    assert eva_chats.chat.ended_by == "switched"
    assert eva_chats.chat.case.customer is not None
    as_ada.post(address(talk, "chatt/avsluta/"))
    assert eva_chats.chat.ended_by == "switched"


def test_whoever_may_not_answer_gets_no_chat(talk, as_ada, hanna, browser):
    browser.force_login(hanna)

    assert browser.post(address(talk, "chatt/sag/"), {"text": "Hej"}).status_code in {403, 404}
    assert browser.get("/skrivbord/chattar/").status_code == 403
