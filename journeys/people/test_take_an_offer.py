"""An agent says that they are ready, is offered what waits, and is not when they are gone."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, fits, in_theme, picture, rest, sign_in


def look(page: Page, name: str) -> None:
    """Fail where it cannot be read or reached, at a desk or on a phone; keep how it looks."""
    for theme in ("light", "dark"):
        in_theme(page, theme)
        picture(page, f"{name}-{theme}-1440")
        axe(page)
    in_theme(page, "light")
    page.set_viewport_size({"width": 390, "height": 900})
    picture(page, f"{name}-light-390")
    fits(page)
    page.set_viewport_size({"width": 1440, "height": 900})


def choose(page: Page, status: str) -> None:
    """Change one's status by keyboard alone."""
    rest(page)
    page.keyboard.press("j")
    menu = page.locator("#status .menu-list")
    expect(menu).to_be_visible()
    wanted = menu.get_by_role("button", name=status, exact=True)
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if wanted.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#status summary")).to_contain_text(status.partition(",")[0])


def test_whoever_is_ready_is_offered_what_waits_and_told_why(page: Page, town: Town) -> None:
    sign_in(page, town, "disa")
    page.goto("/skrivbord/")
    page.locator("#words, [data-act=palette]").first.wait_for()
    choose(page, "Ledig")

    offer = page.locator("#offers .offer").first
    expect(offer).to_contain_text("till dig")
    expect(offer).to_contain_text("Du kan Kundtjänst på nivå 3")
    assert not offer.evaluate("one => one.contains(document.activeElement)")
    look(page, "offer")
    # On every page, in a place of its own; and the key works while somebody writes.
    page.goto("/arenden/")
    expect(page.locator("#offers .offer").first).to_be_visible()
    look(page, "offer-aside")
    page.locator("#words").focus()
    page.keyboard.press("Alt+a")
    page.wait_for_url(re.compile(r"/skrivbord/\d\d-\d+/$"))
    expect(page.get_by_text("Ärendet är ditt.")).to_be_visible()
    page.locator(".in-hand summary", has_text="Varför fick jag detta?").click()
    expect(page.locator(".in-hand")).to_contain_text("Du kan Kundtjänst på nivå 3")

    choose(page, "Lunch")
    expect(page.locator("#offers .offer")).to_have_count(0)
    _put_back(page)


def _put_back(page: Page) -> None:
    """Leave the case to whoever is next, as it was."""
    rest(page)
    page.keyboard.press("t")
    sheet = page.locator("#act")
    sheet.locator("select[name=agent]").select_option("")
    sheet.locator("footer button[type=submit]").click()
    expect(page.get_by_role("button", name="Ta", exact=False).first).to_be_visible()


def test_two_browsers_of_one_agent_never_take_turns_unasked(
    browse: Callable[..., Page], town: Town
) -> None:
    first, second = browse(), browse()
    sign_in(first, town, "bo")
    town.cookies.pop("bo")
    sign_in(second, town, "bo")
    first.goto("/skrivbord/")
    choose(first, "Ledig")
    expect(first.locator("#offers .offer").first).to_be_visible()

    second.goto("/skrivbord/")
    expect(second.locator("#offers .offer")).to_have_count(0)
    second.keyboard.press("j")
    expect(second.locator("#status")).to_contain_text("i en annan webbläsare")
    second.locator("#status").get_by_role("button", name="Ta över här").click()

    expect(second.locator("#offers .offer").first).to_be_visible()
    # The other hears of it when it next says that it is there.
    expect(first.locator("#offers .offer")).to_have_count(0, timeout=15_000)
    second.keyboard.press("Escape")
    choose(second, "Rast")


def test_nothing_is_offered_to_a_browser_that_is_gone(
    browse: Callable[..., Page], town: Town
) -> None:
    lead, agent = browse(), browse()
    sign_in(agent, town, "goran")
    agent.goto("/status/")
    choose(agent, "Upptagen, erbjud mig inget")
    sign_in(lead, town, "cia")
    lead.goto("/laget/")
    row = lead.locator(".adherence li", has_text="Göran Ek")
    expect(row).to_contain_text("Upptagen")
    expect(row).not_to_contain_text("Syns inte")
    look(lead, "floor")

    agent.goto("about:blank")
    lead.wait_for_timeout(31_000)
    lead.reload()

    expect(row).to_contain_text("Syns inte")
    agent.goto("/status/")
    choose(agent, "Rast")
