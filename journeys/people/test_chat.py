"""A citizen chats on a site of somebody else's, under that site's strict policy, with an agent.

From the button on the site to the copy in the mailbox, with the line cut in the middle.
"""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FrameLocator, Page, expect
from town import Town

from people.steps import GRAVE, axe, in_theme, picture, rest, sent_to, sign_in, soon, words_of
from people.test_take_an_offer import choose

COPY_TO = "rut.chattar@example.com"
QUESTION = "Hej! Tar ni emot gamla däck?"
LOST_LINE = "Det är fyra stycken, med fälg."


@contextmanager
def site(town: Town) -> Iterator[str]:
    """Serve a page of another origin, whose policy allows ours two things and itself a sheet."""
    policy = f"default-src 'none'; script-src {town.base}; frame-src {town.base}; style-src 'self'"
    content = f"""<!doctype html><html lang="sv"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>Badet</title>
        <script src="{town.base}/chatt.js" data-klient="exempelby" defer></script></head>
        <body><main><h1>Badet</h1><p>Öppet alla dagar.</p></main></body></html>""".encode()

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(b"" if "favicon" in self.path else content)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    # Another port is another origin, of the same site: the frame may keep its key for the tab.
    server = ThreadingHTTPServer(("localhost", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def let_it_stand_on(page: Page, town: Town, address: str) -> None:
    """Name a site in the settings."""
    sign_in(page, town, "alva")
    page.goto("/installningar/chatt/?client=exempelby")
    axe(page)
    page.locator("[name=sites]").fill(address)
    page.locator("[name=sites]").dispatch_event("change")
    expect(page.locator("#consequences")).to_contain_text("får visa chatten")
    page.locator("button[name=do][value=save]").click()
    expect(page.get_by_text("Sparat").first).to_be_visible()


@contextmanager
def nothing_but_chats(page: Page) -> Iterator[None]:
    """Leave Disa no room for what is written, and give it back to the stories that follow."""
    _leave_room(page, "0")
    try:
        yield
    finally:
        _leave_room(page, "2")


def _leave_room(page: Page, written: str) -> None:
    page.goto("/installningar/platser/")
    page.get_by_role("link", name="Disa", exact=False).first.click()
    for channel in ("mail", "web", "sms"):
        page.locator(f"[name={channel}]").fill(written)
    page.locator("[name=sms]").dispatch_event("change")
    expect(page.locator("#consequences")).to_contain_text(written)
    page.locator("button[name=do][value=save]").click()
    expect(page.get_by_text("Sparat").first).to_be_visible()


def looks_right(page: Page, name: str) -> None:
    """Fail on what cannot be read or reached in the frame, in either theme; keep how it looks."""
    frame = page.frames[1]
    for theme in ("light", "dark"):
        in_theme(page, theme)
        picture(page, f"{name}-{theme}")
        found = Axe().run(frame, options={"resultTypes": ["violations"]}).response["violations"]  # type: ignore[arg-type]
        grave = [(one["id"], one["nodes"]) for one in found if one["impact"] in GRAVE]
        assert grave == [], f"{name} {theme}: {grave}"
    in_theme(page, "light")
    wide, room = frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= room


def kept(page: Page) -> str:
    return str(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))


def chat_in(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def test_a_chat_from_the_button_to_the_copy(
    browse: Callable[..., Page], town: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    alva, agent = browse(), browse()
    with site(town) as address:
        let_it_stand_on(alva, town, address)
        with nothing_but_chats(alva):
            _chat(browse, agent, town, address, tmp_path_factory.mktemp("file") / "däck.png")


def _chat(browse: Callable[..., Page], agent: Page, town: Town, address: str, file: Path) -> None:
    sign_in(agent, town, "disa")
    agent.goto("/skrivbord/")
    citizen = browse(320, base_url=address, reduced_motion="reduce")
    citizen.goto("/")
    _ask_by_keyboard(citizen)
    _take(agent)
    _talk(agent, citizen)
    _lose_and_resume(agent, citizen)
    _send_a_file(citizen, agent, file)
    _end_with_a_copy(citizen, agent, town)
    assert citizen.context.cookies() == []
    choose(agent, "Rast")


def _ask_by_keyboard(citizen: Page) -> None:
    button = citizen.get_by_role("button", name="Chatta med oss")
    expect(button).to_be_visible()
    assert citizen.locator("iframe").count() == 0
    assert kept(citizen) == "[{},{}]"
    assert citizen.context.cookies() == []
    citizen.keyboard.press("Tab")
    citizen.keyboard.press("Enter")
    chat = chat_in(citizen)
    expect(chat.get_by_label("Vad vill du ha hjälp med?")).to_be_focused()
    looks_right(citizen, "chat-begin-320")
    # Out again, and the focus is where it was; in again, by the same key.
    citizen.keyboard.press("Escape")
    expect(citizen.get_by_role("button", name="Chatta med oss")).to_be_focused()
    citizen.keyboard.press("Enter")
    expect(chat.get_by_label("Vad vill du ha hjälp med?")).to_be_focused()
    citizen.keyboard.type(QUESTION)
    citizen.keyboard.press("Tab")
    citizen.keyboard.type("Rut Alm")
    chat.get_by_role("button", name="Börja chatta").press("Enter")
    expect(chat.locator("#who")).to_contain_text("Du är först i kön.")
    expect(chat.locator("#text")).to_be_focused()
    looks_right(citizen, "chat-waiting-320")


def _take(agent: Page) -> None:
    rest(agent)
    agent.keyboard.press("j")
    agent.locator("#status").get_by_role("button", name="Ledig", exact=True).click()
    offer = agent.locator("#offers .offer").first
    expect(offer).to_contain_text("Chatt till dig", timeout=15_000)
    agent.keyboard.press("Alt+a")
    agent.wait_for_url(re.compile(r"/skrivbord/\d\d-\d+/"))
    expect(agent.locator("#chat-lines")).to_contain_text(QUESTION)
    expect(agent.locator("#chat-state")).to_contain_text("Rut Alm är där")
    expect(agent.locator("#chats")).to_contain_text("Mina chattar")
    for theme in ("light", "dark"):
        in_theme(agent, theme)
        picture(agent, f"chat-desk-{theme}")
        axe(agent)
    in_theme(agent, "light")


def _talk(agent: Page, citizen: Page) -> None:
    chat = chat_in(citizen)
    expect(chat.locator("#lines")).to_contain_text("Disa svarar dig.")
    agent.locator("#chat-text").press_sequentially("Hej Rut! ")
    expect(chat.locator("#typing")).to_contain_text("Disa skriver …")
    agent.locator("#chat-text").press_sequentially("Ja, hur många?")
    agent.keyboard.press("Enter")
    expect(chat.locator("#lines")).to_contain_text("Hej Rut! Ja, hur många?")
    expect(agent.locator("#chat-text")).to_have_value("")
    expect(agent.locator("#chat-text")).to_be_focused()
    expect(agent.locator("#chat-state")).to_contain_text("har läst allt")
    chat.locator("#text").press_sequentially("Fy")
    expect(agent.locator("#chat-state")).to_contain_text("skriver")
    chat.locator("#text").fill("")
    looks_right(citizen, "chat-talk-320")


def _lose_and_resume(agent: Page, citizen: Page) -> None:
    """Cut the line, write meanwhile, and reload: nothing is lost and nothing comes twice."""
    chat = chat_in(citizen)
    citizen.context.route("**/chatt/samtal/**", lambda route: route.abort("aborted"))
    chat.locator("#text").fill(LOST_LINE)
    chat.locator("#text").press("Enter")
    expect(chat.locator("#trouble")).to_contain_text("Ingen anslutning.", timeout=30_000)
    expect(chat.locator("#lines > div", has_text=LOST_LINE)).to_contain_text("Skickar …")
    agent.locator("#chat-text").fill("Är du kvar?")
    agent.keyboard.press("Enter")
    citizen.context.unroute_all(behavior="ignoreErrors")
    citizen.reload()
    citizen.get_by_role("button", name="Chatta med oss", exact=False).click()
    expect(chat.locator("#lines > div", has_text=LOST_LINE)).to_have_count(1)
    expect(chat.locator("#lines")).to_contain_text("Är du kvar?")
    expect(chat.locator("#lines > div", has_text=QUESTION)).to_have_count(1)
    expect(agent.locator("#chat-lines > div", has_text=LOST_LINE)).to_have_count(1)


def _send_a_file(citizen: Page, agent: Page, file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    chat_in(citizen).locator("#file").set_input_files(file)
    expect(chat_in(citizen).locator("#lines")).to_contain_text("Fil: däck.png")
    expect(agent.locator("#chat-lines")).to_contain_text("däck.png")


def _end_with_a_copy(citizen: Page, agent: Page, town: Town) -> None:
    chat = chat_in(citizen)
    chat.get_by_role("button", name="Mer").click()
    chat.get_by_label("Kopia av chatten med e-post till").fill(COPY_TO)
    chat.get_by_role("button", name="Skicka en kopia").click()
    expect(chat.locator("#copy")).to_contain_text("Du får en kopia")
    looks_right(citizen, "chat-more-320")
    chat.get_by_role("button", name="Avsluta chatten").click()
    expect(chat.locator("#ended")).to_contain_text("Du har avslutat chatten.")
    expect(agent.locator("#chat-state")).to_contain_text("Chatten är slut", timeout=15_000)
    mail = soon(lambda: sent_to(town, COPY_TO), seconds=40)[0]
    assert LOST_LINE in words_of(mail)
    assert "däck" not in str(mail["Subject"])
