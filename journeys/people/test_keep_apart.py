"""What one client knows is never shown to another, and the administrator reads no content."""

import re

import pytest
from playwright.sync_api import APIResponse, Page
from town import Town

from people.steps import letter, open_case, post, sign_in


def search(page: Page, words: str) -> APIResponse:
    """Ask as the palette does: not in the address, and with the page's own token."""
    token = page.locator("meta[name=csrf-token]").get_attribute("content") or ""
    return page.request.post("/sok/", form={"q": words}, headers={"X-CSRFToken": token})


@pytest.fixture
def secret(browse, town: Town) -> str:
    """A case of Kommunledningen's, with a word that stands nowhere else."""
    ada = browse()
    sign_in(ada, town, "ada")
    title = "Zebror i parken"
    ada.goto("/arenden/?lage=alla")
    if not ada.get_by_role("link", name=title).count():
        post(town, letter(title, "Det går zebror i parken."))
    return open_case(ada, title)


def test_the_representative_of_another_client_finds_nothing(
    page: Page, town: Town, secret: str
) -> None:
    sign_in(page, town, "elsa")

    page.goto("/arenden/?lage=alla")
    assert page.locator("main tbody tr").count() == 12
    assert "12 ärenden" in page.locator(".filterbar .result").inner_text()
    page.goto("/arenden/?ord=zebror&lage=alla")
    assert page.locator("main tbody tr").count() == 0
    assert "Kommunledningen" not in page.locator("main").inner_text()
    found = search(page, "zebror")
    assert secret not in found.text()
    for format_ in ("csv", "json", "xlsx"):
        exported = page.request.get(f"/arenden/export.{format_}?lage=alla")
        assert exported.status == 200
        assert b"Zebror" not in exported.body()
    rows = page.request.get("/arenden/export.json?lage=alla").json()
    assert len(rows["items"] if isinstance(rows, dict) else rows) == 12


@pytest.mark.parametrize("who", ["elsa", "alva"])
@pytest.mark.parametrize(
    "path",
    ["/arenden/{}/", "/arenden/{}/historik/", "/arenden/{}/stang/", "/arenden/{}/lamna-over/",
     "/handlaggare/{}/"],
)  # fmt: skip
def test_a_direct_address_opens_nothing(
    page: Page, town: Town, secret: str, path: str, who: str
) -> None:
    sign_in(page, town, who)

    answer = page.request.get(path.format(secret))

    assert answer.status in {403, 404}
    assert "Zebror" not in answer.text()


def test_a_case_of_another_client_looks_like_one_that_does_not_exist(
    page: Page, town: Town, secret: str
) -> None:
    sign_in(page, town, "elsa")

    there, not_there = (page.request.get(f"/arenden/{number}/") for number in (secret, "26-999999"))

    assert there.status == not_there.status == 404
    assert without_secret(there.text()) == without_secret(not_there.text())


def without_secret(page: str) -> str:
    """Return a page without what differs from one showing to the next."""
    return re.sub(r'name="csrf-token" content="[^"]+"|26-\d{6}', "", page)


def test_the_administrator_sees_no_case(page: Page, town: Town, secret: str) -> None:
    sign_in(page, town, "alva")

    for path in ("/arenden/", "/skrivbord/", "/arenden/export.csv"):
        answer = page.request.get(path)
        assert answer.status == 403, path
    page.goto("/installningar/")
    assert search(page, "zebror").status == 403
    assert page.get_by_role("link", name="Ärenden", exact=True).count() == 0


def test_the_team_lead_sees_the_case_and_may_export(page: Page, town: Town, secret: str) -> None:
    sign_in(page, town, "cia")

    page.goto(f"/arenden/{secret}/")
    assert "zebror i parken" in page.locator(".timeline").inner_text()
    assert "Zebror i parken" in page.request.get("/arenden/export.csv?ord=zebror").text()
