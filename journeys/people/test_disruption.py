"""A water main breaks: everybody is told, cases are put together, and its end is told once."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from town import Town

from people.steps import (
    axe,
    letter,
    open_case,
    post,
    sent_to,
    sign_in,
    soon,
    words_of,
)

CLOSING = "Elen är tillbaka på hela Sågvägen."
ASKED, ASKING = "mork@example.com", "granne@example.com"


def open_disruption(page: Page) -> None:
    page.goto("/storningar/")
    page.get_by_role("link", name="Ny störning").click()
    page.get_by_label("Vad är det?").fill("Strömavbrott")
    page.get_by_label("Var?").fill("Södra: Sågvägen")
    page.get_by_label("Vad kunderna läser").fill("Strömmen är borta. Vi letar efter felet.")
    page.get_by_label("Till telefonmenyn").fill("Strömmen är borta på Södra.")
    axe(page)
    page.get_by_role("button", name="Öppna störningen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Strömavbrott, Södra: Sågvägen")


def test_one_cause_is_told_to_everybody_and_its_end_once_to_each(
    browse: Callable[..., Page], town: Town
) -> None:
    cia, bo, neighbour = browse(), browse(), browse(width=390)
    sign_in(cia, town, "cia")
    sign_in(bo, town, "bo")
    open_disruption(cia)
    address = cia.url

    post(town, letter("Mörkt på Sågvägen", "Ingen ström sedan i morse.", sender=ASKED))
    open_case(bo, "Mörkt på Sågvägen")
    bo.get_by_role("button", name="Ja, lägg ärendet till den").click()
    expect(bo.locator("body")).to_contain_text("Kom av en störning")
    axe(bo)

    neighbour.goto("/")
    neighbour.locator(".notice", has_text="Strömavbrott").get_by_role("link").click()
    expect(neighbour.locator("body")).to_contain_text("Vi letar efter felet.")
    axe(neighbour)
    for _ in range(2):
        neighbour.locator("[name=mail]").fill(ASKING)
        neighbour.get_by_role("button", name="Meddela mig").click()
        expect(neighbour.locator("body")).to_contain_text("Vi skriver till dig en gång")
        neighbour.go_back()

    cia.goto(address)
    cia.get_by_role("link", name="Den är över").click()
    cia.get_by_label("Vad följarna läser").fill(CLOSING)
    axe(cia)
    cia.get_by_role("button", name="Säg att den är över").click()
    expect(cia.locator("body")).to_contain_text("Den är över.")

    for reader in (ASKED, ASKING):
        told = soon(lambda reader=reader: sent_to(town, reader, about="Strömavbrott"), seconds=40)
        assert [CLOSING in words_of(mail) for mail in told] == [True]
    neighbour.goto("/")
    expect(neighbour.locator("body")).not_to_contain_text("Strömavbrott")
    cia.reload()
    expect(cia.locator("aside")).to_contain_text("2/2")
