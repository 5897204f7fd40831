"""A citizen asks, follows and answers back: with script and without, wide and narrow."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, fits, in_theme, sent_to, sign_in, soon, words_of

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f0005000180a0f3ab5d0000000049454e44ae426082"
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "gropen.png"
    path.write_bytes(PICTURE)
    return path


def go_on(page: Page) -> None:
    page.locator("form.question button[data-kind=primary]").click()


def ask(page: Page, text: str, *, picture: Path | None = None, mail: str = "") -> tuple[str, str]:
    """Ask from the first page to the receipt, and return number and code."""
    page.goto("/")
    page.locator("#words").fill("hål i gatan")
    page.locator("form[role=search] button[type=submit]").first.click()
    page.locator("input[name=subject]").first.check()
    go_on(page)
    page.locator("#id_text").fill(text)
    go_on(page)
    if picture:
        page.locator("#id_files").set_input_files(picture)
    go_on(page)
    page.locator(f"input[name=reply][value={'mail' if mail else 'code'}]").check()
    if mail:
        page.locator("#id_mail").fill(mail)
    go_on(page)
    expect(page.locator(".soFar")).to_contain_text(text)
    go_on(page)
    keys = page.locator("dl.keys dd")
    expect(keys).to_have_count(2)
    return keys.nth(0).inner_text(), keys.nth(1).inner_text()


def follow(page: Page, number: str, code: str) -> None:
    page.goto("/folj/")
    page.locator("#id_number").fill(number)
    page.locator("#id_code").fill(code)
    with page.expect_navigation():
        go_on(page)


def answer(page: Page, town: Town, number: str, words: str) -> None:
    """Answer a case as Ada."""
    sign_in(page, town, "ada")
    page.goto(f"/arenden/{number}/")
    page.locator("#reply-text").fill(words)
    page.locator("#write-reply footer button[type=submit]").click()
    expect(page.locator(".delivery").last).to_be_visible()


def reads(page: Page, words: str) -> bool:
    """Look once more whether the page says so."""
    page.reload()
    return words in page.locator("main").inner_text()


def test_a_citizen_asks_reads_the_answer_writes_more_and_leaves(
    browse: Callable[..., Page], town: Town, picture: Path
) -> None:
    eva, ada = browse(), browse()

    number, code = ask(
        eva, "Hål i gatan vid skolan ett.", picture=picture, mail="astrid@example.com"
    )
    receipt = soon(lambda: sent_to(town, "astrid@example.com", about=number))[0]
    assert code in words_of(receipt)
    answer(ada, town, number, "Vi lagar hålet i morgon.")
    follow(eva, number, code)
    soon(lambda: reads(eva, "Vi lagar hålet i morgon."), seconds=30)
    axe(eva)
    eva.locator("#id_text").fill("Tack. Här är en bild till.")
    eva.locator("#id_files").set_input_files(picture)
    eva.locator("form.reply button[type=submit]").click()
    expect(eva.locator("body")).to_contain_text("Tack. Här är en bild till.")
    eva.get_by_role("button", name="Lämna ärendet").click()
    eva.goto("/folj/arende/")

    expect(eva).to_have_url(re.compile("/folj/$"))
    ada.reload()
    expect(ada.locator(".timeline")).to_contain_text("Tack. Här är en bild till.")
    expect(ada.locator(".timeline")).to_contain_text("gropen.png")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_script_on_a_small_phone(
    browse: Callable[..., Page], town: Town, picture: Path, theme: str
) -> None:
    phone = browse(320, java_script_enabled=False)
    in_theme(phone, theme)

    number, code = ask(phone, f"Hål i gatan, {theme}.", picture=picture)
    follow(phone, number, code)

    expect(phone.locator("body")).to_contain_text(f"Hål i gatan, {theme}.")
    expect(phone.locator("body")).to_contain_text("gropen.png")


@pytest.mark.parametrize(
    "path",
    ["/", "/fraga/amne/", "/fraga/beskriv/", "/fraga/filer/", "/fraga/svar/", "/folj/",
     "/folj/ny-kod/", "/tillganglighet/", "/personuppgifter/"],
)  # fmt: skip
def test_every_page_fits_the_smallest_phone(browse: Callable[..., Page], path: str) -> None:
    page = browse(320)

    page.goto(path)

    fits(page)


def test_all_of_it_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    tab_to(page, "#words")
    page.keyboard.type("hål i gatan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/amne/")
    tab_to(page, "input[name=subject]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/beskriv/")
    tab_to(page, "#id_text")
    page.keyboard.type("Bara tangenter.")
    press_go_on(page)
    page.wait_for_url("**/filer/")
    press_go_on(page)
    page.wait_for_url("**/svar/")
    tab_to(page, "input[name=reply]")
    page.keyboard.press("ArrowUp")
    expect(page.locator("input[name=reply][value=code]")).to_be_checked()
    press_go_on(page)
    page.wait_for_url("**/kontrollera/")
    tab_to(page, "form.question button[type=submit]")
    page.keyboard.press("Enter")

    expect(page.locator("dl.keys dd")).to_have_count(2)


def tab_to(page: Page, what: str) -> None:
    """Press Tab until focus is there; fail if it never comes."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"Tab never comes to {what} on {page.url}")


def press_go_on(page: Page) -> None:
    tab_to(page, "form.question button[data-kind=primary]")
    page.keyboard.press("Enter")


def test_all_of_it_in_english(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="English").click()

    number, code = ask(page, "A hole in the street.")
    expect(page.locator("h1")).to_have_text("Your question has reached us")
    follow(page, number, code)

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("body")).to_contain_text("You wrote to us here")


def test_an_unknown_number_is_refused_in_the_same_words_as_a_wrong_code(
    browse: Callable[..., Page], town: Town
) -> None:
    page = browse()
    number, _code = ask(page, "En fråga med kod.")

    said = []
    for tried in (number, "26-999999"):
        follow(page, tried, "AAAAAAAA")
        said.append(page.locator("main").inner_html())

    assert said[0] == said[1]
    expect(page.locator("[role=alert]")).to_be_visible()


def test_five_wrong_codes_close_the_door_also_for_the_right_one(
    browse: Callable[..., Page], town: Town
) -> None:
    page = browse()
    number, code = ask(page, "En fråga som någon vill läsa.")

    for _try in range(5):
        follow(page, number, "BBBBBBBB")
    follow(page, number, code)

    expect(page.locator("[role=alert]")).to_contain_text("15 minuter")
    expect(page).to_have_url(re.compile("/folj/$"))


def test_what_is_wrong_is_said_and_nothing_is_lost(page: Page, tmp_path: Path) -> None:
    false = tmp_path / "bild.png"
    false.write_bytes(b"MZ\x90\x00 this is a program")

    page.goto("/fraga/beskriv/")
    go_on(page)
    expect(page.locator("[role=alert]")).to_be_visible()
    page.locator("#id_text").fill("<script>alert(1)</script> & en fråga")
    go_on(page)
    page.goto("/fraga/filer/")
    page.locator("#id_files").set_input_files(false)
    go_on(page)
    expect(page.locator("[role=alert]")).to_contain_text("bild.png")
    page.goto("/fraga/svar/")
    page.locator("input[name=reply][value=mail]").check()
    page.locator("#id_mail").fill("inte en adress")
    go_on(page)

    expect(page.locator("[role=alert]")).to_be_visible()
    axe(page)
    page.goto("/fraga/beskriv/")
    expect(page.locator("#id_text")).to_have_value("<script>alert(1)</script> & en fråga")
