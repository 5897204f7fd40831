"""What the figures are for: seven presets, the benefit, the launch list, the known problems."""

import re
from html import unescape

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases.actions import close, open_case
from gensvar.oversight.kpi.models import SignedFactor


@pytest.fixture
def lead(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def manager(browser, cia):
    RoleGrant.objects.filter(agent=cia).update(role="manager")
    browser.force_login(cia)
    return browser


def rows(page):
    return page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0].count("<tr>")


def test_there_are_seven_presets_and_eleven_problems(lead, exempelby):
    """SKE-23 and SKE-30."""
    assert rows(lead.get("/rapporter/")) == 7
    assert rows(lead.get("/problem/")) == 11


@pytest.mark.parametrize("reader", ["cia", "karin", "mats"])
def test_each_row_leads_to_a_page_that_its_reader_may_open(browser, request, exempelby, reader):
    if reader == "karin":
        agent = request.getfixturevalue("cia")
        RoleGrant.objects.filter(agent=agent).update(role="manager")
    else:
        agent = request.getfixturevalue(reader)
    browser.force_login(agent)

    for address in ("/rapporter/", "/problem/"):
        links = led_to(browser.get(address))
        assert len(links) >= 6
        refused = {link: found for link in links if (found := browser.get(link).status_code) != 200}
        assert refused == {}, address


def test_no_remedy_is_claimed_that_there_is_not_yet(lead, exempelby):
    page = lead.get("/problem/").content.decode()

    assert "kunden frågar med egna ord, och varje sida berättar om störningar" in page
    assert "K09 Talsvar: mäts när telefonin är ansluten" in page


def led_to(page):
    body = page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', body)]


def test_the_benefit_prints_both_assumptions_and_the_sum(lead, exempelby):
    """SKE-24's own example."""
    page = lead.get("/nytta/?cases=6400&minutes=8&cost=420").content.decode()

    for words in ("6\u202f400", "853", "358\u202f400", "A1:", "A2:", "Skrivet av dig"):
        assert words in page.replace("\u00a0", "\u202f"), words


def test_the_benefit_begins_with_the_cases_that_were_solved(lead, exempelby, gator, ada):
    for _ in range(6):
        case = open_case(
            exempelby, title="Hål", channel="phone", subject=gator, need_type="status", at=NOON
        )
        close(case, by=ada, at=NOON)

    page = lead.get("/nytta/?start=2026-05-01&end=2026-05-31").content.decode()

    assert 'value="6"' in page
    assert "Räknat: stängda och aldrig överlämnade" in page


@pytest.mark.parametrize("wrong", ["cases=-1", "minutes=x", "cost=1e99", "minutes=NaN"])
def test_a_benefit_of_nonsense_is_explained(lead, exempelby, wrong):
    page = lead.get(f"/nytta/?{wrong}")

    assert page.status_code == 200
    assert "data-error" in page.content.decode()


def test_the_launch_list_has_twelve_factors_each_signed_once(manager, exempelby, cia):
    """SKE-28."""
    assert len(SignedFactor.Factor.choices) == 12
    assert manager.get("/startlista/").content.decode().count("<li data-state") == 12

    for evidence in ("Beslut 2026-01-20", "Igen"):
        page = manager.post("/startlista/signera/", {"factor": "web", "evidence": evidence})
    assert page.status_code == 422
    assert "Du skrev: Igen" in page.content.decode()

    assert SignedFactor.objects.get().evidence == "Beslut 2026-01-20"
    assert "1 av 12" in manager.get("/startlista/").content.decode()
    manager.post("/startlista/signera/", {"factor": "web", "withdraw": "1"})
    assert not SignedFactor.objects.exists()
    assert EventRecord.objects.filter(name__startswith="kpi.success-factor").count() == 2


def test_nothing_is_signed_without_evidence(manager, exempelby):
    page = manager.post("/startlista/signera/", {"factor": "web", "evidence": " "}, follow=True)

    assert not SignedFactor.objects.exists()
    assert "Skriv först vad som visar" in page.content.decode()


def test_an_unknown_factor_is_not_found(manager, exempelby):
    assert manager.post("/startlista/signera/", {"factor": "luck"}).status_code == 404


def test_who_only_reads_figures_signs_nothing(lead, exempelby):
    assert lead.post("/startlista/signera/", {"factor": "web"}).status_code == 403
    assert "placeholder" not in lead.get("/startlista/").content.decode()
