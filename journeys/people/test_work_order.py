"""A lamp is broken: calculated, ordered, put right on the phone, told, closed, and judged."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from town import Town

from people.steps import (
    axe,
    choose_what_it_is_about,
    fits,
    letter,
    open_case,
    post,
    sent_to,
    sign_in,
    soon,
    words_of,
)

TITLE = "Lampan i sal 7 är trasig"
ASKING = "lampan@example.com"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)


def order_it(ada: Page, town: Town) -> tuple[str, str]:
    """Take the case to an order for Tom; return the number of each."""
    post(town, letter(TITLE, "Det är mörkt i sal 7.", sender=ASKING))
    number = open_case(ada, TITLE)
    choose_what_it_is_about(ada, "Felanmälan lokal")
    ada.goto(f"/arenden/{number}/")
    ada.locator("#orders").get_by_role("link", name="Öppna").click()
    ada.get_by_text("Beräkna tid och kostnad", exact=True).last.click()
    ada.get_by_label("Timmar").fill("2,0")
    ada.get_by_label("Kronor per timme").fill("620")
    ada.get_by_label("Material, kronor").fill("180")
    ada.get_by_role("button", name="Spara beräkningen").click()
    expect(ada.locator("aside.context")).to_contain_text("1\u202f420")
    ada.get_by_role("button", name=re.compile("1.5 Informera kunden")).click()
    axe(ada)
    ada.get_by_role("link", name="Ny arbetsorder").click()
    ada.get_by_label("Var exakt").fill("Norrskolan, sal 7")
    ada.locator("[name=agent]").select_option(label="Tom Åberg")
    axe(ada)
    ada.get_by_role("button", name="Beställ").click()
    expect(ada.get_by_role("heading", level=1)).to_contain_text("Norrskolan, sal 7")
    return number, ada.locator("h1").inner_text().split()[0]


def put_it_right(tom: Page, code: str, picture: Path) -> None:
    """From the list to the sign-off, with a thumb."""
    tom.goto("/arbetsorder/mina/")
    fits(tom)
    tom.get_by_role("link", name=re.compile(code)).click()
    axe(tom)
    fits(tom)
    tom.get_by_role("button", name="Starta").click()
    tom.get_by_label("Arbetade timmar").fill("1,5")
    tom.get_by_role("button", name="Lägg till tiden").click()
    tom.locator("#using_name").fill("Lysrör")
    tom.get_by_label("Hur många").fill("2")
    tom.get_by_label("Kronor per styck").fill("120")
    tom.get_by_role("button", name="Lägg till materialet").click()
    tom.locator("[name=photo]").set_input_files(picture)
    tom.get_by_role("button", name="Lägg till bilden").click()
    expect(tom.locator("main")).to_contain_text("lampa.png")
    axe(tom)
    fits(tom)
    tom.get_by_role("button", name="Signera").click()
    expect(tom.locator("main")).to_contain_text("Signerad av Tom Åberg")


def close_it(ada: Page, number: str) -> None:
    ada.goto(f"/arenden/{number}/stang/")
    for label, value in (("Plats", "Norrskolan, sal 7"),):
        if ada.get_by_label(label).count():
            ada.get_by_label(label).fill(value)
    for label, value in (("Sorts fel", "dark"), ("Fara för någon", "no")):
        if ada.get_by_label(label).count():
            ada.get_by_label(label).select_option(value)
    ada.locator("form footer button[type=submit]").click()


def test_a_lamp_from_report_to_judgement(
    browse: Callable[..., Page], town: Town, tmp_path: Path
) -> None:
    picture = tmp_path / "lampa.png"
    picture.write_bytes(PIXEL)
    ada, tom, customer = browse(), browse(width=390), browse(width=390)
    sign_in(ada, town, "ada")
    sign_in(tom, town, "tom")

    number, code = order_it(ada, town)
    order = ada.url
    put_it_right(tom, code, picture)

    close_it(ada, number)
    expect(ada.locator("body")).to_contain_text("Steg 2.5 saknas")
    ada.goto(order)
    expect(ada.locator("aside.context")).to_contain_text("−17,6")
    ada.get_by_label("Vad kunden läser eller har fått höra").fill("Nu lyser lampan i sal 7.")
    axe(ada)
    ada.get_by_role("button", name="Berätta för kund och kundtjänst").click()
    expect(ada.locator("body")).to_contain_text("fick veta")
    close_it(ada, number)
    expect(ada.locator("body")).not_to_contain_text("Steg 2.5 saknas")
    ada.goto(f"/arenden/{number}/")
    expect(ada.locator("body")).to_contain_text("Klart")

    told = soon(lambda: sent_to(town, ASKING, about="Nu lyser"), seconds=40)
    found = re.search(r"/omdome/\S+", words_of(told[0]).replace("=\n", ""))
    assert found
    customer.goto(found.group())
    axe(customer)
    fits(customer)
    customer.get_by_label("4, bra").check()
    customer.get_by_label("Vill du säga mer?").fill("Snabbt jobbat")
    customer.get_by_role("button", name="Skicka svaret").click()
    expect(customer.locator("main")).to_contain_text("Tack för ditt svar")
    ada.goto(order)
    expect(ada.locator("main")).to_contain_text("4 av 5")
    expect(ada.locator("main")).to_contain_text("Snabbt jobbat")
