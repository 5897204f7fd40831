"""Sign in by another house: OpenID Connect and SAML, each against a real provider."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import House


def go(page: Page, house: House, way: str) -> None:
    page.goto(f"{house.base}/konto/logga-in/?next=/konto/")
    page.get_by_role("link", name=f"Med {way}", exact=True).click()


def by_oidc(page: Page, house: House, way: str, who: str) -> None:
    go(page, house, way)
    page.get_by_placeholder("Enter any login").fill(who)
    page.get_by_placeholder("and password").fill("any")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


def by_saml(page: Page, house: House, way: str, who: str) -> None:
    go(page, house, way)
    page.get_by_label("who").fill(who)
    page.get_by_role("button", name="Go").click()


def expect_inside(page: Page, house: House, name: str) -> None:
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    assert page.url == f"{house.base}/konto/"


def expect_no_account(page: Page, house: House) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Du har inget konto här")
    page.goto(f"{house.base}/konto/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")


def test_an_agent_is_known_by_a_checked_address(page: Page, house: House) -> None:
    by_oidc(page, house, "Entra", "ada-at-work")

    expect_inside(page, house, "Ada Lind")


@pytest.mark.parametrize("who", ["somebody", "unchecked", "outside"])
def test_nobody_else_comes_in(page: Page, house: House, who: str) -> None:
    by_oidc(page, house, "Entra", who)

    expect_no_account(page, house)


def test_a_provider_for_another_domain_does_not_open_the_same_account(
    page: Page, house: House
) -> None:
    by_oidc(page, house, "Nyby", "somebody")

    expect_no_account(page, house)


def test_a_provider_may_open_accounts_with_one_role(page: Page, house: House) -> None:
    by_oidc(page, house, "Nyby", "newcomer")

    expect_inside(page, house, "Nils Holm")
    expect(page.get_by_role("listitem").filter(has_text="Kommunledningen")).to_have_text(
        "AgentKommunledningen"
    )


def test_going_back_from_the_provider_is_told_in_words(page: Page, house: House) -> None:
    go(page, house, "Entra")
    page.get_by_role("link", name="Cancel").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Du avbröt inloggningen")


def test_a_provider_that_does_not_answer_is_told_in_words(page: Page, house: House) -> None:
    go(page, house, "Silent")

    expect(page.get_by_role("heading", level=1)).to_have_text("Den andra inloggningen svarar inte")


def test_an_answer_that_nobody_asked_for_is_refused(page: Page, house: House) -> None:
    page.goto(f"{house.base}/konto/oidc/entra/login/callback/?code=stolen&state=made-up")

    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggningen gick inte")


def test_an_unknown_provider_is_not_there(page: Page, house: House) -> None:
    answer = page.goto(f"{house.base}/konto/oidc/unknown/login/")

    assert answer is not None
    assert answer.status == 404


def test_an_agent_is_known_by_saml(page: Page, house: House) -> None:
    by_saml(page, house, "ADFS", "cia-at-work")

    expect_inside(page, house, "Cia Berg")


def test_a_stranger_does_not_come_in_by_saml(page: Page, house: House) -> None:
    by_saml(page, house, "ADFS", "stranger")

    expect_no_account(page, house)


def test_a_saml_answer_signed_by_another_key_is_refused(page: Page, house: House) -> None:
    by_saml(page, house, "Forged", "cia-at-work")

    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggningen gick inte")
    page.goto(f"{house.base}/konto/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")


def test_the_saml_provider_can_read_who_we_are(page: Page, house: House) -> None:
    answer = page.request.get(f"{house.base}/konto/saml/adfs/metadata/")

    assert answer.status == 200
    assert f"{house.base}/konto/saml/adfs/acs/" in answer.text()
