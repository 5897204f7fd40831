"""A morning at the desk, by keyboard alone: take, write, register a call meanwhile, put aside."""

from playwright.sync_api import Locator, Page, expect
from town import Town

from people.steps import (
    axe,
    fits,
    in_theme,
    letter,
    open_case,
    picture,
    post,
    press,
    rest,
    sign_in,
)

DRAFT = "Hej! Vi tittar på det här nu och"


def look(page: Page, name: str) -> None:
    """Fail where it cannot be read or reached, at a desk or on a phone; keep how it looks."""
    for theme in ("light", "dark"):
        in_theme(page, theme)
        axe(page)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            picture(page, f"{name}-{theme}-{width}")
            fits(page)
        page.set_viewport_size({"width": 1440, "height": 900})
    in_theme(page, "light")


def tab_to(page: Page, wanted: Locator) -> None:
    """Come to something by the Tab key alone."""
    for _ in range(60):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached by the keyboard")


def test_an_agent_works_at_the_desk_by_keyboard_alone(page: Page, town: Town) -> None:
    sign_in(page, town, "frida")
    page.goto("/skrivbord/")
    expect(page.get_by_text("Inget i handen.")).to_be_visible()
    look(page, "empty")

    post(town, letter("Frågan om öppettider", "Hej, när öppnar ni?", sender="disken@example.com"))
    number = open_case(page, "Frågan om öppettider")
    page.goto(f"/skrivbord/{number}/")
    rest(page)
    page.keyboard.press("m")
    bar, hand = page.locator(".in-hand"), page.locator(".list")
    expect(bar).to_contain_text("I handen sedan")
    expect(hand.locator("[aria-current=true]")).to_have_count(1)
    tab_to(page, bar.locator("summary"))
    page.keyboard.press("Enter")
    expect(bar).to_contain_text("Du tog det själv.")
    look(page, "in-hand")

    _write_a_note(page)
    rest(page)
    page.keyboard.press("r")
    page.keyboard.type(DRAFT)
    _register_a_call(page)
    page.wait_for_url(f"**/skrivbord/{number}/")
    expect(page.locator("#reply-text")).to_have_value(DRAFT)

    _look_at_the_promise(page)
    _say_that_it_was_threatening(page)
    _see_that_nothing_moves_under_the_pointer(page, town)

    page.keyboard.press("Alt+l")
    expect(page.get_by_text("Undanlagt.")).to_be_visible()
    expect(page.get_by_text("Inget i handen.")).to_be_visible()
    _the_same_in_english(page, number)


def _write_a_note(page: Page) -> None:
    rest(page)
    page.keyboard.press("n")
    page.keyboard.type("Ring tillbaka efter tio.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Noteringen är sparad.")).to_be_visible()
    assert "/skrivbord/" in page.url


def _register_a_call(page: Page) -> None:
    """Write down a call that is over, from within a text: how, about what, one line, Enter."""
    press(page, "Alt+k")
    sheet = page.locator("#act")
    expect(sheet.get_by_label("Telefon", exact=True)).to_be_focused()
    axe(page)
    page.keyboard.press("Tab")
    page.keyboard.type("Bygglov")
    page.keyboard.press("Tab")
    page.keyboard.type("Behöver jag bygglov för ett plank?")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kontakten är registrerad som")).to_be_visible()


def _look_at_the_promise(page: Page) -> None:
    tab = page.get_by_role("tab", name="Löfte")
    tab_to(page, page.get_by_role("tab", selected=True))
    page.keyboard.press("End")
    expect(tab).to_have_attribute("aria-selected", "true")
    expect(page.locator("#write-promise input[type=date]")).to_be_visible()
    axe(page)
    page.keyboard.press("Home")


def _say_that_it_was_threatening(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.locator("#palette input").fill("hotfull")
    page.keyboard.press("Enter")
    expect(page.get_by_text("inte vad som sades").first).to_be_visible()
    expect(page.locator(".in-hand")).to_contain_text("Hotfull")
    axe(page)
    tab_to(page, page.get_by_role("button", name="Arbeta vidare"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du arbetar vidare.")).to_be_visible()


def _see_that_nothing_moves_under_the_pointer(page: Page, town: Town) -> None:
    """The list waits while somebody is in it, says that something is new, and then follows."""
    count = page.locator("[data-still] .n").last
    before = count.inner_text()
    page.locator("[data-still] a.item").last.hover()
    post(town, letter("Ännu en fråga", "Hej", sender="nytt@example.com"))

    news = page.locator("[data-news]")
    expect(news).to_contain_text("Något är nytt här.", timeout=30_000)
    assert count.inner_text() == before
    page.locator(".work").hover()
    expect(count).not_to_have_text(before, timeout=30_000)
    expect(news).to_be_empty()


def _the_same_in_english(page: Page, number: str) -> None:
    page.goto("/sprak/en/?till=/skrivbord/")
    expect(page.get_by_text("Nothing in hand.")).to_be_visible()
    page.goto(f"/skrivbord/{number}/")
    rest(page)
    expect(page.locator(".list")).to_contain_text("Next in line")
    page.keyboard.press("Alt+k")
    expect(page.locator("#act")).to_contain_text("Register a contact")
    page.keyboard.press("Enter")  # nothing is typed yet: the browser asks for it
    expect(page.locator("#act")).to_be_visible()
    page.keyboard.press("Escape")
    look(page, "english")
    page.goto("/sprak/sv/?till=/skrivbord/")
    expect(page.get_by_text("Inget i handen.")).to_be_visible()
