"""What the pages do by themselves: keys, menus, tabs, drafts. On the page of all components.

The page is drawn once and served with the product's own content policy, so that a style or a script
that the policy refuses shows as an error in the console.
"""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import RequestFactory, override_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from gensvar.ui.collecting import collect_static
from gensvar.ui.views import states

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
# Said by Chromium about the wrong date that the page shows on purpose.
EXPECTED = "does not conform to the required format"


class Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page of all components is served, together with its files."""
    folder = tmp_path_factory.mktemp("look")
    with override_settings(STATIC_ROOT=folder / "static"):
        collect_static()
    request = RequestFactory().get("/")
    request.user = SimpleNamespace(pk=1, name="Ada", initials="AL", is_authenticated=True)  # type: ignore[assignment]
    (folder / "index.html").write_bytes(states(request).content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The page, read and at rest; an error in the console fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and EXPECTED not in message.text:
            errors.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert errors == []


def rest(page: Page) -> None:
    """Put focus on nothing, as after reading."""
    page.evaluate("document.activeElement.blur()")


def test_the_theme_is_remembered_and_there_before_the_first_paint(page: Page) -> None:
    page.locator("[data-act=theme]").click()
    page.locator("[data-act=theme]").click()
    page.reload(wait_until="commit")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("[data-act=theme]")).to_have_text("Tema: mörkt", use_inner_text=True)


def test_a_key_presses_its_button_but_not_while_writing(page: Page) -> None:
    rest(page)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")

    page.locator("#reply").fill("")
    page.keyboard.type("what?")

    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("#reply")).to_have_value("what?")


def test_single_keys_can_be_turned_off(page: Page) -> None:
    page.locator("[data-act=help]").click()
    page.locator("[data-act=single-keys]").uncheck()
    page.keyboard.press("Escape")
    rest(page)

    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_visible()


def test_the_palette_finds_an_act_and_does_it(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("merge two")
    option = page.locator("#palette [role=option]")

    expect(option).to_have_count(0)
    page.keyboard.press("Control+a")
    page.keyboard.type("ljust")
    expect(option).to_have_count(1)
    expect(page.locator("#palette input")).to_have_attribute("aria-activedescendant", "command-0")
    page.keyboard.press("Enter")
    expect(page.locator("#palette")).to_be_hidden()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_a_menu_is_walked_with_arrows_and_gives_focus_back(page: Page) -> None:
    menu = page.locator(".page-head ~ * details.menu, .filterbar details.menu").first
    menu.locator("summary").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(menu.locator("a").nth(1)).to_be_focused()

    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_tabs_move_with_arrows_and_say_who_reads(page: Page) -> None:
    tabs = page.locator(".composer [role=tab]")
    tabs.nth(0).focus()
    page.keyboard.press("ArrowRight")

    expect(tabs.nth(1)).to_be_focused()
    expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#write-note")).to_be_visible()
    expect(page.locator("#write-reply")).to_be_hidden()
    expect(page.locator("[data-tab-readers]")).to_have_text("Read by Kundtjänst and TEK-GATA")


def test_a_draft_survives_and_can_be_thrown_away(page: Page) -> None:
    page.locator("#reply").fill("Vi lagar gropen på onsdag.")
    expect(page.locator("[data-draft-saved]")).to_contain_text("Utkast sparat")
    page.reload()

    expect(page.locator("#reply")).to_have_value("Vi lagar gropen på onsdag.")
    page.locator("[data-act=drop-draft]").click()
    expect(page.locator("#reply")).to_have_value("")
    page.reload()
    expect(page.locator("#reply")).to_have_value("")


def test_a_draft_is_forgotten_when_the_server_says_it_was_sent(page: Page) -> None:
    page.evaluate(
        "localStorage.setItem('draft:1:states', JSON.stringify({text: 'Hej', at: Date.now()}))"
    )
    page.evaluate("localStorage.setItem('draft:1:old', JSON.stringify({text: 'Hej', at: 0}))")
    page.reload()

    page.wait_for_function("localStorage.getItem('draft:1:states') === null")
    assert page.evaluate("localStorage.getItem('draft:1:old')") is None


def test_rows_are_chosen_singly_by_range_and_all(page: Page) -> None:
    bar = page.locator("[data-bulkbar]")
    expect(bar.locator("[data-chosen]")).to_have_text("1 valda")
    page.locator("[data-select-all]").check()
    expect(bar.locator("[data-chosen]")).to_have_text("2 valda")
    bar.locator("[data-act=choose-none]").click()

    expect(bar).to_be_hidden()


def test_a_dialog_opens_and_focus_comes_back(page: Page) -> None:
    opener = page.locator("[data-dialog=merge]")
    opener.click()
    expect(page.locator("#merge")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#merge")).to_be_hidden()
    expect(opener).to_be_focused()


def test_without_script_everything_can_still_be_reached(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    expect(page.locator("#write-reply")).to_be_visible()
    expect(page.locator("#write-note")).to_be_visible()
    expect(page.locator("[data-act=theme]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [1440, 900, 390, 320])
def test_nothing_runs_off_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_components_pass_axe(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]

    found = Axe().run(page).response["violations"]

    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
