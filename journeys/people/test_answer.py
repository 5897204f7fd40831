"""An agent at work: a mail comes in, is answered, comes back, and the case is done."""

import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from playwright.sync_api import Page, expect
from town import Town

from people.steps import (
    axe,
    choose_what_it_is_about,
    letter,
    open_case,
    post,
    press,
    rest,
    sent_to,
    sign_in,
    soon,
    words_of,
)


def test_a_mail_becomes_a_case_is_answered_comes_back_and_is_done(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    asked = letter("Lyktan på Parkvägen", "När lagas lyktan?", sender="lykta@example.com")
    post(town, asked)

    number = open_case(page, "Lyktan på Parkvägen")
    rest(page)
    page.keyboard.press("m")
    expect(page.locator(".case-head .move")).to_contain_text("Ada Lind")
    rest(page)
    choose_what_it_is_about(page, "Fakturor")
    rest(page)
    page.keyboard.press("r")
    expect(page.locator("#reply-text")).to_be_focused()
    page.keyboard.type("Lyktan lagas på torsdag.")
    page.locator("#write-reply footer button[type=submit]").click()
    expect(page.get_by_role("button", name="Ångra")).to_be_visible()

    answer = soon(lambda: answers_to(town, "lykta@example.com"), seconds=40)[0]
    assert answer["In-Reply-To"] == asked["Message-ID"]
    assert asked["Message-ID"] in answer["References"]
    assert "Lyktan lagas på torsdag." in words_of(answer)

    again = letter("Re: något helt annat", "Det är torsdag nu.", sender="lykta@example.com")
    again["In-Reply-To"] = answer["Message-ID"]
    post(town, again)

    def is_our_turn() -> bool:
        page.goto(f"/arenden/{number}/")
        return "Väntar på oss" in page.locator(".context .tag").first.inner_text()

    soon(is_our_turn, seconds=30)
    expect(page.locator(".timeline")).to_contain_text("Det är torsdag nu.")
    axe(page)
    rest(page)
    page.keyboard.press("x")
    page.locator("#act button[type=submit]").click()
    expect(page.locator(".case-head")).to_contain_text("Klart")


def answers_to(town: Town, address: str) -> list[EmailMessage]:
    """Return the mails to somebody that a person wrote, not a receipt."""
    return [mail for mail in sent_to(town, address) if mail["Auto-Submitted"] in {None, "no"}]


def test_an_answer_can_be_taken_back_and_is_then_a_draft_again(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Ångra mig", "Hej", sender="angra@example.com"))
    open_case(page, "Ångra mig")

    page.locator("#reply-text").fill("För snabbt.")
    page.locator("#write-reply footer button[type=submit]").click()
    page.get_by_role("button", name="Ångra").click()

    expect(page.locator("#reply-text")).to_have_value("För snabbt.")
    assert answers_to(town, "angra@example.com") == []


def test_a_case_by_hand_asks_for_what_closing_needs(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    page.goto("/skrivbord/")
    page.keyboard.press("c")
    page.wait_for_url("**/arenden/ny/")
    axe(page)
    page.locator("[name=said]").fill("Sten Berg ringde om sophämtningen.")
    page.locator("[name=address]").fill("070-174 06 05")
    page.locator("[name=name]").fill("Sten Berg")

    page.get_by_role("button", name="Registrera och stäng").click()
    expect(page.locator("[aria-invalid=true]")).to_have_count(2)
    page.locator("[name=subject]").select_option(label="Fakturor")
    page.locator("[name=need_type]").select_option("status")
    page.get_by_role("button", name="Registrera och stäng").click()

    expect(page.locator("h1")).to_have_text("Sten Berg ringde om sophämtningen")
    expect(page.locator(".case-head")).to_contain_text("Klart")
    expect(page.locator(".context")).to_contain_text("Sten Berg")


def test_closing_asks_for_subject_and_need(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Utan ämne", "Hej", sender="amne@example.com"))
    open_case(page, "Utan ämne")

    page.keyboard.press("x")
    sheet = page.locator("#act")
    expect(sheet.locator("select[name=subject]")).to_be_visible()
    axe(page)
    sheet.locator("select[name=subject]").select_option(label="Fakturor")
    sheet.locator("select[name=need_type]").select_option("opinion")
    sheet.locator("button[type=submit]").click()

    expect(page.locator(".case-head")).to_contain_text("Klart")
    press(page, "o")
    expect(page.locator(".context .tag").first).to_contain_text("Väntar på oss")


def test_a_note_and_a_file_are_kept_inside(page: Page, town: Town, tmp_path: Path) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Notera", "Hej", sender="notera@example.com"))
    number = open_case(page, "Notera")
    paper = tmp_path / "protokoll.txt"
    paper.write_text("Protokoll")

    page.keyboard.press("n")
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.type("Kunden har ringt förut.")
    page.get_by_role("button", name="Spara noteringen").click()
    expect(page.locator(".timeline .note")).to_contain_text("Kunden har ringt förut.")
    page.locator("#case-file").set_input_files(paper)
    page.locator(".context form:has(#case-file) button").click()

    expect(page.locator(".context")).to_contain_text("protokoll.txt")
    assert all("ringt förut" not in words_of(mail) for mail in sent_to(town, "notera@example.com"))
    with page.expect_download() as coming:
        page.locator(".context").get_by_role("link", name="protokoll.txt").click()
    assert Path(coming.value.path()).read_text() == "Protokoll"
    assert number


def test_a_draft_is_there_after_a_reload(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Utkast", "Hej", sender="utkast@example.com"))
    open_case(page, "Utkast")

    page.locator("#reply-text").fill("Halvfärdigt svar")
    expect(page.locator("[data-draft-saved$=reply]")).to_contain_text("Utkast sparat")
    page.reload()

    expect(page.locator("#reply-text")).to_have_value("Halvfärdigt svar")


def test_conditions_make_a_list_that_can_be_saved_and_found_again(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    page.goto("/arenden/")
    page.keyboard.press("f")
    page.locator("#act select[name=kanal]").select_option("web")
    page.locator("#act button[type=submit]").click()
    page.wait_for_url(re.compile("kanal=web"))
    expect(page.locator(".filterbar .result")).to_contain_text("ärende")
    page.get_by_role("link", name="Spara den här vyn").first.click()
    page.locator("#view-name").fill("Från webben")
    page.locator("#act button[type=submit]").last.click()

    page.goto("/arenden/")
    page.get_by_role("link", name="Från webben").click()

    expect(page).to_have_url(re.compile("kanal=web"))


def test_the_palette_finds_a_case_by_number_and_words(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Giraffen på torget", "Hej", sender="giraff@example.com"))
    number = open_case(page, "Giraffen på torget")
    page.goto("/skrivbord/")

    for words in (number, "giraffen"):
        page.keyboard.press("Control+k")
        page.locator("#palette input").fill(words)
        found = page.locator("#palette [role=option]", has_text="Giraffen på torget")
        expect(found).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/arenden/{number}/")
        page.goto("/skrivbord/")


def test_scripts_in_title_and_mail_are_shown_as_words(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    title = "<img src=x onerror=alert(1)>"
    mail = letter(title, "<script>document.title='ägd'</script>", sender="evil@example.com")
    mail.add_alternative(
        "<p onclick='x()'>Hej<script>alert(1)</script><img src='http://192.0.2.1/p.gif'></p>",
        subtype="html",
    )
    post(town, mail)

    open_case(page, title)
    expect(page.locator(".timeline")).to_contain_text("<script>document.title='ägd'</script>")
    for folded in page.locator(".timeline details > summary").all():
        folded.click()
    expect(page.frame_locator("iframe.mail").locator("body")).to_contain_text("Hej")

    assert "ägd" not in page.title()
    assert page.locator("h1 img").count() == 0


def test_two_agents_who_answer_at_once_are_told(browse: Callable[..., Page], town: Town) -> None:
    ada, bo = browse(), browse()
    sign_in(ada, town, "ada")
    sign_in(bo, town, "bo")
    post(town, letter("Samtidigt", "Hej", sender="samtidigt@example.com"))
    number = open_case(ada, "Samtidigt")
    bo.goto(f"/arenden/{number}/")

    ada.locator("#reply-text").fill("Adas svar")
    ada.locator("#write-reply footer button[type=submit]").click()
    expect(ada.locator(".delivery").last).to_be_visible()
    bo.locator("#reply-text").fill("Bos svar")
    bo.locator("#write-reply footer button[type=submit]").click()

    expect(bo.locator("[role=alert]").first).to_contain_text("Adas svar")
    expect(bo.locator("#reply-text")).to_have_value("Bos svar")
