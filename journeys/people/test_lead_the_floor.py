"""The team lead sees the day ahead; what happens shows by itself and moves nothing in use."""

import re

from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, letter, post, sign_in


def test_the_floor_follows_what_happens_under_the_hand_and_foresees_the_day(
    page: Page, town: Town
) -> None:
    sign_in(page, town, "cia")
    page.goto("/laget/")
    row = page.get_by_role("row", name=re.compile(r"Allmänna frågor\s+Mejl"))
    waiting = row.get_by_role("cell").first
    before = int(waiting.inner_text())
    again = page.get_by_role("button", name="Räkna om resten av dagen")
    again.focus()
    place = again.bounding_box()

    post(town, letter("Trasig gunga", "I Lekparken.", sender="gunga@example.com"))

    expect(waiting).to_have_text(str(before + 1), timeout=20_000)
    expect(again).to_be_focused()
    assert again.bounding_box() == place
    page.keyboard.press("Enter")
    expect(page.get_by_text("genom att spela resten av dagen")).to_be_visible(timeout=60_000)
    axe(page)
