"""Somebody comes in: a number at the kiosk, called on the wall, served at a desk, by keyboard."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, fits, in_theme, picture, rest, sign_in
from people.test_take_an_offer import choose


def look(page: Page, name: str) -> None:
    for theme in ("dark", "light"):
        in_theme(page, theme)
        picture(page, f"{name}-{theme}")
        axe(page)
    fits(page)


def press(page: Page, wanted: str) -> None:
    """Reach a button by Tab alone, and press it."""
    button = page.get_by_role("button", name=wanted, exact=True)
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{wanted} is not reached by Tab")


def draw(kiosk: Page, address: str) -> str:
    """Draw a number, having looked at the kiosk in both languages, and return it."""
    kiosk.goto(address)
    look(kiosk, "kiosk")
    # In the visitor's language, and back, for whoever comes next.
    kiosk.get_by_role("link", name="English").click()
    expect(kiosk.get_by_role("heading", name="What is your errand?")).to_be_visible()
    look(kiosk, "kiosk-en")
    kiosk.get_by_role("link", name="Svenska").click()
    press(kiosk, "Övrigt")
    drawn = kiosk.get_by_role("heading", level=1)
    expect(drawn).to_have_text(re.compile(r"^\s*D\s*\d+"))
    number = drawn.inner_text().strip()
    look(kiosk, "ticket")
    kiosk.set_viewport_size({"width": 320, "height": 640})
    fits(kiosk)
    return number


def test_a_visitor_draws_a_number_is_called_and_served(
    browse: Callable[..., Page], town: Town
) -> None:
    bo = browse()
    sign_in(bo, town, "bo")
    bo.goto("/disk/")
    look(bo, "desks")
    # The addresses of the screens stand on the agent's page.
    kiosk_at, wall_at = (
        bo.get_by_role("link", name=name, exact=True, include_hidden=True).get_attribute("href")
        for name in ("Nummerautomat", "Tavla")
    )
    kiosk, wall = browse(width=1080), browse(width=1920)
    wall.goto(str(wall_at))
    look(wall, "display-empty")
    number = draw(kiosk, str(kiosk_at))

    press(bo, "Sätt dig vid disk 2, Medborgarkontoret")
    expect(bo.get_by_role("heading", name="Medborgarkontoret, disk 2")).to_be_visible()
    choose(bo, "Ledig")
    served = []
    # Those who drew before come first; each is called by the key, and ended by the key.
    while number not in served:
        call = bo.get_by_role("button", name="till min disk")
        expect(call).to_be_visible(timeout=20_000)
        if not served:
            look(bo, "on-offer")
        rest(bo)
        bo.keyboard.press("n")
        in_hand = bo.locator("#in-hand .ticket-code")
        expect(in_hand).to_be_visible()
        served.append(in_hand.inner_text())
        expect(wall.locator("#called li", has_text=served[-1])).to_contain_text(
            "disk 2", timeout=5_000
        )
        if number in served:
            look(bo, "at-desk")
            look(wall, "display")
            in_theme(wall, "light")
            bo.keyboard.press("r")
            expect(bo.get_by_text(f"{number} ropas upp igen.")).to_be_visible()
            expect(bo.get_by_role("button", name="Kom inte")).to_be_visible()
        rest(bo)
        bo.keyboard.press("d")
        expect(bo.get_by_text(f"Besöket {served[-1]} är avslutat.")).to_be_visible()
        assert len(served) < 12

    expect(wall.locator("#called")).not_to_contain_text(number, timeout=5_000)
    choose(bo, "Rast")
    press(bo, "Lämna disken")
    expect(bo.get_by_role("heading", name="Besöksdisk", exact=True)).to_be_visible()
