"""The register of places is brought in as a table; then it says who answers, where and when."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import holidays
from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, rest, sign_in
from people.test_set_up import save, see_what_follows
from people.test_work_together import look

REGISTER = "/installningar/register/"
FAULTY = (
    "kod;namn;färg;gäller från\n"
    "FAST-31;Stadsbiblioteket;röd;i våras\n"
    "fast-31;Biblioteket en gång till;grön;2026-01-01\n"
)
RIGHT = (
    "kod;namn;slag;ingår i;adress;gäller från\n"
    "FAST-31-L;Läsesalen;rum;FAST-31;;2026-01-01\n"
    "FAST-31;Stadsbiblioteket;fastighet;;Kyrkogatan 4;2026-01-01\n"
)


def next_day(weekday: int) -> date:
    """Return the next such day, a week ahead or more, that is no public holiday."""
    day = date.today() + timedelta(days=7)  # noqa: DTZ011 as the town's clock has it
    closed = holidays.country_holidays("SE", include_sundays=False)
    while day.weekday() != weekday or day in closed:
        day += timedelta(days=1)
    return day


SATURDAY, MONDAY = next_day(5), next_day(0)


def bring_in(page: Page, table: str) -> None:
    """Choose a file with the keyboard, and let the page read it."""
    with page.expect_file_chooser() as asked:
        page.locator("#id_file").press("Enter")
    content = table.encode("utf-8-sig")
    asked.value.set_files({"name": "platser.csv", "mimeType": "text/csv", "buffer": content})
    page.locator("#propose").press("Enter")


def name(page: Page, group: str, hours: str) -> None:
    """Name a group for the heating of the place on the page."""
    page.get_by_role("link", name="Namnge vem som svarar").press("Enter")
    offered = page.locator("[name=group] option", has_text=group).first
    page.locator("[name=group]").select_option(offered.get_attribute("value"))
    page.locator("[name=service]").select_option(label="Värme")
    page.locator("[name=hours]").select_option(label=hours)
    page.locator("[name=valid_from]").fill("2026-01-05")
    assert group in see_what_follows(page)
    save(page)
    expect(page.locator("main")).to_contain_text("Gruppen svarar från den dagen.")


def look_up(page: Page, words: str, code: str) -> None:
    """Find a place on the desk by a few words, without the mouse."""
    page.goto("/fastigheter/")
    rest(page)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=code, exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(code)


def who_answers(page: Page, day: date | None = None, *, service: str = "Värme") -> str:
    """Return which group answers for a service at noon of a day, or just now."""
    if day is not None:
        page.get_by_label("Vem svarar en annan tid?").fill(f"{day}T12:00")
        page.get_by_role("button", name="Visa", exact=True).press("Enter")
        expect(page.locator("caption").first).to_contain_text(f"{day.day} ")
    row = page.locator("table").first.locator("tr", has=page.get_by_role("rowheader", name=service))
    return row.locator("b").inner_text()


def test_a_table_is_tried_put_right_and_brought_in(page: Page, town: Town) -> None:
    sign_in(page, town, "karin")
    page.goto("/fastigheter/")
    page.get_by_role("link", name="Ändra registret…").press("Enter")
    page.get_by_role("link", name="Läs in…").press("Enter")
    look(page, "register-import")

    bring_in(page, FAULTY)
    said = page.locator("main tbody")
    expect(said).to_contain_text(re.compile(r"1\s*färg\s*Det finns ingen sådan kolumn"))
    expect(said).to_contain_text(re.compile(r"2\s*gäller från\s*”i våras” är ingen dag"))
    expect(said).to_contain_text(re.compile(r"3\s*kod\s*Samma beteckning står på rad 2"))
    look(page, "register-faults")
    page.goto(REGISTER)
    expect(page.get_by_role("row", name="FAST-24")).not_to_have_count(0)
    expect(page.get_by_role("row", name="FAST-31")).to_have_count(0)

    page.goto(f"{REGISTER}import/")
    bring_in(page, RIGHT)
    expect(page.get_by_role("table", name="Nya platser")).to_contain_text("Läsesalen")
    expect(page.locator("#consequences")).to_contain_text("2 platser är nya")
    look(page, "register-shown")
    save(page)

    expect(page.locator("main")).to_contain_text("Tabellen är inläst.")
    expect(page.get_by_role("row", name="FAST-31-L")).to_contain_text("ingen")


def test_groups_are_named_by_service_and_hours_and_one_is_ended(page: Page, town: Town) -> None:
    sign_in(page, town, "karin")
    page.goto(f"{REGISTER}?ord=kyrkogatan 4")
    page.get_by_role("link", name="FAST-31", exact=True).press("Enter")

    name(page, "DRIFT-NORR", "Kontorstid")
    name(page, "JOUR-1", "Jourtid")
    look(page, "register-place")
    look_up(page, "läsesalen", "FAST-31-L")
    assert who_answers(page, SATURDAY) == "JOUR-1"
    assert who_answers(page, MONDAY) == "DRIFT-NORR"

    page.goto(f"{REGISTER}?ord=kyrkogatan 4")
    page.get_by_role("link", name="FAST-31", exact=True).press("Enter")
    page.get_by_role("link", name="Avsluta… JOUR-1").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("JOUR-1 svarar inte längre")
    axe(page)
    page.locator("#propose[value=save]").press("Enter")
    expect(page.get_by_role("row", name="JOUR-1")).not_to_contain_text("tills vidare")
    look_up(page, "läsesalen", "FAST-31-L")
    assert who_answers(page, SATURDAY) not in {"JOUR-1", "DRIFT-NORR"}


def test_the_heating_of_the_school_is_the_duty_teams_on_saturday(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    look_up(page, "norskolan", "FAST-17")

    assert who_answers(page, SATURDAY) == "JOUR-1"
    look(page, "register-saturday")
    assert who_answers(page, MONDAY) == "DRIFT-NORR"


def test_a_case_goes_to_the_group_that_answers_at_its_place(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    look_up(page, "skolgatan 8", "FAST-17")
    group = who_answers(page)
    page.get_by_role("link", name="Nytt ärende här").press("Enter")
    page.get_by_label("Vad vill kunden?").fill("Det är kallt i matsalen")
    page.get_by_role("button", name="Registrera ärendet", exact=True).press("Enter")
    block = page.locator(".context .block", has=page.get_by_role("heading", name="Plats"))
    expect(block).to_contain_text("FAST-17 Norrskolan")
    expect(block).to_contain_text(f"{group} svarar nu")
    look(page, "register-case")

    block.get_by_role("button", name=f"Ge till {group}").press("Enter")

    expect(page.locator("main")).to_contain_text("Ärendet är hos den grupp som svarar")
    expect(page.locator(".case-head")).to_contain_text(group)


def test_a_place_that_nobody_answers_for_is_found_and_told(
    browse: Callable[..., Page], town: Town
) -> None:
    karin, ada = browse(), browse()
    sign_in(karin, town, "karin")
    sign_in(ada, town, "ada")
    karin.goto(REGISTER)
    karin.get_by_role("link", name="utan grupp").press("Enter")
    expect(karin.get_by_role("row", name="FAST-99")).to_contain_text("ingen")
    expect(karin.get_by_role("row", name="FAST-17")).to_have_count(0)
    told = karin.locator("main").inner_text()
    fallback = re.search(r"Resten går till (\S+)\.", told)
    assert fallback
    assert "Gamla mejeriet, Lås" not in told

    look_up(ada, "bruksgatan", "FAST-99")
    assert who_answers(ada, service="Lås") == fallback[1]
    ada.get_by_role("link", name="Nytt ärende här").press("Enter")
    ada.get_by_label("Vad vill kunden?").fill("Dörren går inte att låsa")
    ada.get_by_role("button", name="Registrera ärendet", exact=True).press("Enter")
    block = ada.locator(".context .block", has=ada.get_by_role("heading", name="Plats"))
    block.get_by_role("link", name="Ändra…").press("Enter")
    ada.locator("#act [name=service]").select_option(label="Lås")
    ada.locator("#act footer button[type=submit]").press("Enter")
    expect(block).to_contain_text("Ingen är namngiven")
    expect(block).to_contain_text(f"{fallback[1]} svarar nu")

    karin.goto(REGISTER)
    expect(karin.locator("main")).to_contain_text("Gamla mejeriet, Lås")
