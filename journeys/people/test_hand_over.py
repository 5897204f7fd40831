"""The front desk hands over, a department answers, and the customer sees it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from town import Town

from people.steps import (
    DESK,
    axe,
    letter,
    open_case,
    post,
    sent_to,
    sign_in,
    soon,
    words_of,
)
from people.test_ask_and_follow import ask, follow, reads

GROUP = "tek-gata@exempelby.example"


def hand_over(page: Page, number: str, question: str) -> None:
    page.goto(f"/arenden/{number}/")
    page.keyboard.press("a")
    sheet = page.locator("#act")
    group = sheet.locator("select[name=group] option", has_text="TEK-GATA")
    sheet.locator("select[name=group]").select_option(group.first.get_attribute("value"))
    sheet.locator("[name=why]").first.check()
    sheet.locator("[name=question]").fill(question)
    axe(page)
    sheet.locator("button[type=submit]").click()
    expect(page.locator("body")).to_contain_text("TEK-GATA")


def link_in_mail(town: Town, number: str) -> str:
    """Return the link of the mail to the group, which tells nothing of the customer."""
    mail = soon(lambda: sent_to(town, GROUP, about=number), seconds=40)[0]
    words = f"{mail['Subject']}\n{words_of(mail)}"
    for secret in ("Rut", "Alm", "example.com", "djup grop", "barnen"):
        assert secret not in words.replace(DESK, "").replace(GROUP, "")
    found = re.search(r"http://\S+/handlaggare/\S+", words)
    assert found, words
    return found.group()


def test_a_department_answers_from_the_link_in_its_mail(
    browse: Callable[..., Page], town: Town
) -> None:
    bo, hanna = browse(), browse()
    sign_in(bo, town, "bo")
    post(town, letter("En djup grop", "Där leker barnen.", sender="grop@example.com"))
    number = open_case(bo, "En djup grop")

    hand_over(bo, number, "När lagas den?")
    link = link_in_mail(town, number)
    hanna.goto(link)
    hanna.locator("[name=login]").fill("hanna@exempelby.example")
    hanna.locator("[name=password]").fill("Exempelby-2026")
    hanna.keyboard.press("Enter")
    expect(hanna.locator("h1")).to_have_text("När lagas den?")
    axe(hanna)
    hanna.locator("#answer_text").fill("Den lagas på fredag.")
    hanna.locator("form:has(#answer_text) button[type=submit]").click()

    soon(
        lambda: [m for m in sent_to(town, "grop@example.com") if "på fredag" in words_of(m)],
        seconds=40,
    )
    bo.goto(f"/arenden/{number}/")
    expect(bo.locator(".timeline")).to_contain_text("Den lagas på fredag.")


def test_a_department_calls_and_the_customer_sees_that_it_is_done(
    browse: Callable[..., Page], town: Town
) -> None:
    eva, bo, hanna = browse(), browse(), browse()
    for page, who in ((bo, "bo"), (hanna, "hanna")):
        sign_in(page, town, who)
    number, code = ask(eva, "Hål i gatan där bussen vänder.")

    hand_over(bo, number, "Vad är planen?")
    follow(eva, number, code)
    soon(lambda: reads(eva, "Gata och park"))
    hanna.goto(f"/handlaggare/{number}/")
    box = hanna.locator("details.act", has=hanna.locator("[name=outcome]"))
    box.locator("summary").click()
    box.locator("[name=outcome][value=answered]").check()
    box.locator("[name=summary]").fill("Berättade att bussen får vända på Storgatan.")
    box.locator("button[type=submit]").click()
    expect(hanna.locator("h1")).not_to_have_text("Vad är planen?")

    eva.reload()
    expect(eva.locator("main")).to_contain_text("Vi pratade med dig")
    bo.goto(f"/arenden/{number}/")
    expect(bo.locator(".timeline")).to_contain_text("Berättade att bussen får vända på Storgatan.")


def test_another_department_does_not_find_the_question(
    browse: Callable[..., Page], town: Town
) -> None:
    bo, sara = browse(), browse()
    sign_in(bo, town, "bo")
    sign_in(sara, town, "sara")
    post(town, letter("Bara för gatan", "Hej", sender="gatan@example.com"))
    number = open_case(bo, "Bara för gatan")
    hand_over(bo, number, "Ert?")

    for path in (f"/handlaggare/{number}/", f"/arenden/{number}/"):
        answer = sara.goto(path)
        assert answer is not None
        assert answer.status == 404
    sara.goto("/handlaggare/")
    expect(sara.locator("body")).not_to_contain_text(number)
