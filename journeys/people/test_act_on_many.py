"""A team lead does one thing with many cases: sees it first, confirms it, and takes it back."""

from playwright.sync_api import Page, expect
from town import Town

from people.steps import rest, sign_in
from people.test_work_together import look

OPEN = "/arenden/?lage=vantar-pa-oss"


def choose_all(page: Page) -> None:
    page.locator("[data-select-all]").check()
    expect(page.locator("[data-chosen]")).to_contain_text("valda")


def test_a_whole_list_is_closed_seen_first_and_opened_again(page: Page, town: Town) -> None:
    sign_in(page, town, "cia")
    page.goto(OPEN)
    choose_all(page)
    look(page, "chosen")
    if (whole := page.locator("[data-all]")).count():
        whole.check()

    page.locator("[data-bulkbar] summary").click()
    page.get_by_role("button", name="Stäng…").click()
    expect(page.locator("#act")).to_be_visible()
    look(page, "many-asked")
    page.locator("#act [name=reason]").fill("Besvarat på annat sätt")
    page.locator("#act footer button[type=submit]").click()

    expect(page.get_by_text("Inget är gjort än")).to_be_visible()
    confirm = page.get_by_role("button", name="Gör det med")
    expect(confirm).to_be_visible(timeout=30_000)
    expect(page.get_by_role("heading", name="Ändras inte")).to_be_visible()
    expect(page.locator(".table").first).to_contain_text("Fyll i")
    look(page, "many-shown")

    confirm.click()
    undo = page.get_by_role("button", name="Ångra allt")
    expect(undo).to_be_visible(timeout=60_000)
    look(page, "many-done")
    done = page.locator(".page-head p[role=status]")
    expect(done).to_contain_text("gjorda")

    rest(page)
    page.keyboard.press("z")
    expect(done).to_contain_text("ångrade", timeout=60_000)
    look(page, "many-undone")
    page.goto("/arenden/flera/gjort/")
    expect(page.locator("tbody tr").first).to_contain_text("Stäng")
    look(page, "many-listed")


def test_one_case_is_taken_and_given_back_by_key(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    page.goto("/arenden/?lage=vantar-pa-oss&agent=ingen")
    page.locator("a.whole").first.click()
    expect(page.get_by_role("button", name="Ta själv")).to_be_visible()
    rest(page)
    page.keyboard.press("m")
    expect(page.get_by_text("Ärendet är ditt")).to_be_visible()
    look(page, "taken")

    rest(page)
    page.keyboard.press("z")

    expect(page.get_by_text("Ärendet är som det var förut")).to_be_visible()


def test_many_are_acted_on_without_script(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    context = page.context.browser.new_context(  # type: ignore[union-attr]
        java_script_enabled=False, base_url=town.base, locale="sv-SE"
    )
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto("/arenden/?lage=vantar-pa-oss")
    for box in plain.locator("tbody input[name=case]").all()[:2]:
        box.check()
    plain.get_by_role("button", name="Lägg till tagg…").click()
    plain.locator("[name=tag]").fill("Utan skript")
    plain.locator("button[type=submit][data-kind=primary]").click()
    plain.get_by_role("button", name="Gör det med 2 ärenden").click()
    for _look in range(60):
        if plain.get_by_role("button", name="Ångra allt").count():
            break
        plain.wait_for_timeout(500)
        plain.reload()

    expect(plain.locator(".page-head p[role=status]")).to_contain_text("2 ärenden gjorda")
    context.close()
