"""What happens elsewhere shows by itself, in every tab, and a page says when it is told no more."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Request, Route, expect
from town import Town

from people.steps import axe, letter, open_case, post, rest, sign_in

NOTE = "Ringde grannen, hon såg det också."


def test_a_new_case_is_told_of_in_each_tab_and_moves_nothing(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    page.goto("/arenden/")
    other = page.context.new_page()
    other.goto("/arenden/")
    rows = page.locator("tbody tr")
    before = rows.first.inner_text()

    post(town, letter("Vattenläcka", "Det forsar.", sender="forsar@example.com"))

    for tab in (page, other):
        expect(tab.get_by_text("Listan står still")).to_be_visible(timeout=9_000)
    assert rows.first.inner_text() == before


def test_a_browser_has_one_stream_and_the_next_tab_takes_it_over_without_a_gap(
    page: Page, town: Town
) -> None:
    streams: list[str] = []
    page.context.on("request", lambda asked: _note_stream(asked, streams))
    sign_in(page, town, "ada")
    page.goto("/arenden/")
    other = page.context.new_page()
    other.goto("/arenden/")
    expect(page.locator("body[data-live]")).to_be_attached(timeout=15_000)
    expect(other.locator("body[data-live]")).to_be_attached(timeout=15_000)
    by_page = len(streams)
    assert by_page >= 1

    # The other takes over, and what comes before its stream is open is told to nobody.
    held: list[Route] = []
    other.route("**/live/", lambda route: held.append(route))
    page.close()
    post(town, letter("Halt på bron", "Någon faller.", sender="halt@example.com"))
    other.wait_for_timeout(1_000)
    assert other.get_by_text("Listan står still").is_hidden()
    held[0].continue_()

    expect(other.get_by_text("Listan står still")).to_be_visible(timeout=15_000)
    assert len(streams) == by_page + 1


def _note_stream(asked: Request, streams: list[str]) -> None:
    if asked.resource_type == "eventsource":
        streams.append(asked.frame.url)


def test_a_colleagues_note_is_told_of_within_seconds(
    browse: Callable[..., Page], town: Town
) -> None:
    ada, bo = browse(), browse()
    sign_in(ada, town, "ada")
    sign_in(bo, town, "bo")
    post(town, letter("Trasig bänk", "Vid dammen.", sender="bank@example.com"))
    number = open_case(ada, "Trasig bänk")
    bo.goto(f"/arenden/{number}/")
    ada.locator("#reply-text").fill("Jag skriver på ett svar")

    rest(bo)
    bo.keyboard.press("n")
    bo.keyboard.type(NOTE)
    bo.keyboard.press("Control+Enter")
    expect(bo.locator(".timeline")).to_contain_text(NOTE)

    news = ada.get_by_role("link", name="Något nytt har kommit in: visa")
    expect(news).to_be_visible(timeout=4_000)
    expect(ada.locator("#reply-text")).to_have_value("Jag skriver på ett svar")
    axe(ada)
    news.click()
    expect(ada.locator(".timeline")).to_contain_text(NOTE)
    expect(ada.locator("#reply-text")).to_have_value("Jag skriver på ett svar")


def test_a_page_says_since_when_it_is_told_no_more_and_recovers(page: Page, town: Town) -> None:
    sign_in(page, town, "cia")
    page.goto("/arenden/")
    board = page.context.new_page()
    board.goto("/laget/tavla/")
    page.wait_for_timeout(1_000)
    told = [tab.get_by_text("Inte live sedan") for tab in (page, board)]
    with silenced(town):
        for since in told:
            expect(since).to_be_visible(timeout=45_000)
        axe(page)
        axe(board)
    for since in told:
        expect(since).to_be_hidden(timeout=30_000)


@contextmanager
def silenced(town: Town) -> Iterator[None]:
    """Let the process of the stream stand still, as one that hangs would."""
    found = [
        int(folder.name)
        for folder in Path("/proc").glob("[0-9]*")
        if _is_live(folder, str(town.var))
    ]
    assert found
    try:
        for process in found:
            os.kill(process, signal.SIGSTOP)
        yield
    finally:
        for process in found:
            os.kill(process, signal.SIGCONT)


def _is_live(folder: Path, var: str) -> bool:
    try:
        words = (folder / "cmdline").read_bytes().split(b"\0")
        surroundings = (folder / "environ").read_bytes()
    except OSError:
        return False
    return words[-2:-1] == [b"live"] and f"GENSVAR_VAR={var}\0".encode() in surroundings
