"""A customer who has written calls as well: the call is put with the case, and the case is done."""

from playwright.sync_api import Page, expect
from town import Town

from people.steps import (
    axe,
    choose_what_it_is_about,
    letter,
    open_case,
    post,
    rest,
    sent_to,
    sign_in,
    soon,
    words_of,
)


def test_a_later_call_is_registered_and_the_end_is_told(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Brunnen på torget", "Den läcker.", sender="brunn@example.com"))
    open_case(page, "Brunnen på torget")
    rest(page)
    page.keyboard.press("m")
    expect(page.locator(".case-head .move")).to_contain_text("Ada Lind")

    rest(page)
    page.keyboard.press("k")
    sheet = page.locator("#act")
    expect(sheet.locator("[name=channel]")).to_be_focused()
    axe(page)
    sheet.locator("[name=said]").fill("Det läcker mer i dag.")
    sheet.get_by_role("button", name="Registrera kontakten").click()
    expect(page.locator(".timeline")).to_contain_text("ringde · Ada svarade")
    expect(page.locator(".timeline")).to_contain_text("Det läcker mer i dag.")

    page.keyboard.press("Control+k")
    page.locator("#palette input").fill("registrera kontakt")
    page.keyboard.press("Enter")
    sheet.get_by_label("Vi", exact=True).check()
    sheet.locator("[name=said]").fill("Ringde och sade att rörmokaren kommer.")
    sheet.get_by_role("button", name="Registrera kontakten").click()
    expect(page.locator(".timeline")).to_contain_text("ringde kunden")

    rest(page)
    choose_what_it_is_about(page, "Bygglov")
    rest(page)
    page.keyboard.press("x")
    words = sheet.locator(".tell .preview")
    expect(words).to_be_hidden()
    sheet.get_by_label("Meddela kunden").check()
    expect(words).to_contain_text("brunn@example.com")
    axe(page)
    sheet.get_by_role("button", name="Stäng ärendet").click()
    expect(page.locator(".case-head")).to_contain_text("Klart")

    def told() -> bool:
        return any("är nu klart" in words_of(mail) for mail in sent_to(town, "brunn@example.com"))

    assert soon(told, seconds=40)


def test_another_authoritys_question_is_referred_there(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Barnbidrag i maj", "När kommer det?", sender="sjuk@example.com"))
    open_case(page, "Barnbidrag i maj")
    rest(page)
    choose_what_it_is_about(page, "Övrigt")
    rest(page)
    page.keyboard.press("x")
    sheet = page.locator("#act")
    expect(sheet.locator(".referral")).to_be_hidden()
    sheet.get_by_label("Hänvisat till en annan myndighet").check()
    expect(sheet.locator(".tell")).to_be_hidden()
    sheet.locator("[name=referral]").select_option(index=1)
    axe(page)
    sheet.get_by_role("button", name="Stäng ärendet").click()
    expect(page.get_by_text("hänvisat till Försäkringskassan")).to_be_visible()

    def told() -> bool:
        return any("forsakringskassan.se" in words_of(m) for m in sent_to(town, "sjuk@example.com"))

    assert soon(told, seconds=40)


def test_a_chosen_file_is_named_in_the_words_of_the_page(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("Karta över brunnar", "Hej", sender="karta@example.com"))
    open_case(page, "Karta över brunnar")
    picked = page.locator(".context .picked")
    expect(picked).to_have_text("Ingen fil vald")

    with page.expect_file_chooser() as asked:
        page.locator("#case-file").press("Enter")
    asked.value.set_files({"name": "karta.txt", "mimeType": "text/plain", "buffer": b"x"})

    expect(picked).to_have_text("karta.txt")


def test_the_acts_of_a_case_stand_on_one_line(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    post(town, letter("En rad", "Hej", sender="rad@example.com"))
    open_case(page, "En rad")
    row = page.locator(".case-head .row")

    for width in (1440, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        high, wide, room = row.evaluate(
            "one => [one.clientHeight, one.scrollWidth, one.clientWidth]"
        )
        assert high <= 36, f"{high} high at {width}"
        assert wide <= room
        assert page.locator("[data-key=n]:visible").count() == 1
