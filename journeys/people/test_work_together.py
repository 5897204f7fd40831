"""Colleagues on one case: merged, left to rest, written in by two, done by a macro."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, fits, in_theme, picture, rest, sign_in

WHOLE, PART = "Skadad lekställning, Norrskolan", "Lekställningen på Norrskolan, igen"
FRESH = "Brunt vatten, Bruksgatan 8"


def numbers_of(page: Page, *titles: str) -> list[str]:
    """Return the numbers of the newest cases of the demo town with these titles."""
    numbers = []
    for title in titles:
        page.goto("/arenden/?lage=alla")
        page.locator("#words").fill(title)
        page.keyboard.press("Enter")
        page.wait_for_url("**sokt=**")
        row = page.locator("tr", has=page.get_by_role("link", name=title)).first
        numbers.append(row.locator("td.number").inner_text().strip())
    return numbers


def look(page: Page, name: str) -> None:
    """Fail where it cannot be read or reached, at a desk or on a phone; keep how it looks."""
    picture(page, f"{name}-light-1440")
    stays(page)
    in_theme(page, "dark")
    picture(page, f"{name}-dark-1440")
    axe(page)
    in_theme(page, "light")
    page.set_viewport_size({"width": 390, "height": 900})
    picture(page, f"{name}-light-390")
    fits(page)
    page.set_viewport_size({"width": 1440, "height": 900})


def stays(page: Page) -> None:
    """Fail if the frame can be scrolled out of sight: only its columns scroll."""
    high, room = page.evaluate("[document.documentElement.scrollHeight, innerHeight]")
    assert high <= room, f"{page.url} is {high} high in {room}"


def test_two_cases_told_as_one_are_taken_apart(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    part, whole = numbers_of(page, PART, WHOLE)

    page.goto(f"/arenden/{whole}/")
    expect(page.locator(".timeline")).to_contain_text("Nu har ett barn gjort sig illa")
    page.goto(f"/arenden/{part}/")
    expect(page.locator("#reply-text")).to_have_count(0)
    look(page, "part")

    rest(page)
    page.keyboard.press("u")
    expect(page.locator("#reply-text")).to_be_visible()
    rest(page)
    page.keyboard.press("s")
    expect(page.locator("#act")).to_be_visible()
    page.locator("#act [name=number]").fill(whole)
    page.locator("#act footer button[type=submit]").click()
    expect(page.locator(".timeline")).to_contain_text(f"slog ihop ärendet med {part}")


def test_a_case_rests_and_is_followed_by_key(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    (number,) = numbers_of(page, FRESH)

    page.goto(f"/arenden/{number}/")
    rest(page)
    page.keyboard.press("h")
    expect(page.get_by_role("button", name="Sluta följa")).to_be_visible()
    rest(page)
    page.keyboard.press("v")
    expect(page.locator("#act")).to_be_visible()
    page.locator("#act footer button[type=submit]").click()
    expect(page.get_by_text("Ärendet vilar till").first).to_be_visible()
    look(page, "resting")
    rest(page)
    page.keyboard.press("v")
    expect(page.get_by_text("Ärendet är upptaget igen")).to_be_visible()
    rest(page)
    page.keyboard.press("h")
    expect(page.get_by_text("Ingen följer ärendet.")).to_be_visible()


def test_one_sees_that_a_colleague_writes(browse: Callable[..., Page], town: Town) -> None:
    ada, bo = browse(), browse()
    sign_in(ada, town, "ada")
    sign_in(bo, town, "bo")
    (number,) = numbers_of(ada, FRESH)

    bo.goto(f"/arenden/{number}/")
    bo.locator("#reply-text").fill("Vi spolar ledningen.")
    ada.goto(f"/arenden/{number}/")

    expect(ada.locator("#presence")).to_contain_text("Bo Alm skriver", timeout=25_000)
    look(ada, "presence")
    bo.locator("#reply-text").fill("")


def test_ready_words_and_a_macro_are_undone_together(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    (number,) = numbers_of(page, FRESH)
    page.goto(f"/arenden/{number}/")

    rest(page)
    page.keyboard.press("i")
    page.keyboard.press("Tab")
    expect(page.locator("#reply-canned")).to_be_focused()
    page.locator("#reply-canned").select_option(label="Be om mer")
    page.get_by_role("button", name="Infoga").click()
    expect(page.locator("#reply-text")).to_have_value(
        "Hej Arne!\n\nTack för ditt meddelande. Vi behöver veta lite mer."
    )
    expect(page.locator("#reply-text")).to_be_focused()
    look(page, "words")
    page.locator("#reply-text").fill("")

    rest(page)
    page.keyboard.press("q")
    page.locator("#act").get_by_role("link", name="Be om registreringsnummer").click()
    expect(page.locator("#act textarea")).to_have_value(
        "Hej Arne!\n\nTack för ditt meddelande. Vi behöver veta lite mer.\n\n"
        "Vi behöver bilens registreringsnummer."
    )
    look(page, "macro")
    page.locator("#act footer button[type=submit]").click()
    page.get_by_role("button", name="Ångra alltihop").click()
    expect(page.get_by_text("Alltihop är ångrat")).to_be_visible()
