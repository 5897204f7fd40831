"""Whoever cannot write or use a code calls instead: no step for customers is without the number."""

import re
from pathlib import Path

import pytest

from conftest import NOON
from gensvar.channels.chat.actions.setting import set_chat
from gensvar.operations.routing import actions
from gensvar.screens.portal import urls

PAGES = Path(urls.__file__).parent / "templates" / "portal"
# Where there is no client yet, and so nobody to call.
WITHOUT = {"nothing.html"}
NUMBER = "0910-73 50 00"
LINK = 'href="tel:0910735000"'


@pytest.fixture
def called(exempelby):
    exempelby.phone = NUMBER
    exempelby.save(update_fields=["phone"])
    return exempelby


def steps():
    """Return the portal's addresses that are the same for everybody."""
    return [f"/{path.pattern}" for path in urls._pages if "<" not in str(path.pattern)]


def test_every_step_of_the_portal_that_is_shown_leads_to_the_telephone(browser, called):
    shown = {}
    for step in steps():
        page = browser.get(step, follow=True)
        if page.status_code == 200 and page.headers["Content-Type"].startswith("text/html"):
            shown[step] = LINK in page.content.decode()

    assert len(shown) >= 12
    assert [step for step, is_led in shown.items() if not is_led] == []


def test_no_page_of_the_portal_leaves_out_the_foot_with_the_number():
    pages = {path.name: path.read_text() for path in PAGES.glob("[a-z]*.html")}
    astray = [
        name
        for name, text in pages.items()
        if name not in WITHOUT | {"page.html"} and not _is_of_the_portal(text, pages)
    ]

    assert len(pages) > 20
    assert astray == []


def _is_of_the_portal(text: str, pages: dict[str, str]) -> bool:
    """Say whether a page is made of the portal's, with its foot as it is."""
    above = re.search(r'{% extends "portal/(\w+\.html)" %}', text)
    if above is None or "block foot" in text:
        return False
    return above[1] == "page.html" or _is_of_the_portal(pages[above[1]], pages)


@pytest.fixture
def chat_queue(called, cia):
    skill = actions.add_skill(called, name="Kundtjänst")
    wish = actions.QueueWish(
        name="Chatt", channel="chat", goal_seconds=60, steps=[actions.StepWish(0, skill)]
    )
    return actions.set_queue(called, wish, by=cia, at=NOON)


@pytest.mark.parametrize("is_on", [True, False])
def test_the_chat_leads_to_the_telephone_whether_there_is_one_or_not(
    browser, called, chat_queue, admin, is_on
):
    set_chat(called, is_on=is_on, sites=[], greeting="", greeting_en="", by=admin, at=NOON)

    page = browser.get("/chatt/exempelby/").content.decode()

    assert LINK in page
    assert f"Ring oss: {NUMBER}" in page


def test_a_centre_without_a_number_shows_no_link_to_nowhere(browser, exempelby):
    assert "tel:" not in browser.get("/").content.decode()
    assert "tel:" not in browser.get("/chatt/exempelby/").content.decode()
