"""A disruption is one cause, however many contacts it caused (PRO-14)."""

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import attach, make_confidential, open_case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.disruptions.actions import Described, begin

DAYS = "?start=2026-05-01&end=2026-05-31"


@pytest.fixture
def leak(exempelby, cia):
    described = Described(cause="Vattenläcka", area="Norra", started_at=NOON, public_text="Borta.")
    return begin(exempelby, described, by=cia, at=NOON)


@pytest.fixture
def came(exempelby, leak, ada):
    def caused(count, *, disruption=leak):
        cases = []
        for _ in range(count):
            call = register_contact(
                exempelby, channel="phone", direction="in", customer=None, at=NOON
            )
            case = open_case(
                exempelby, title="Inget vatten", channel="phone", contact=call, at=NOON
            )
            attach(case, disruption, by=ada, at=NOON)
            cases.append(case)
        return cases

    return caused


def block(browser, agent, days=DAYS):
    browser.force_login(agent)
    shown = browser.get(f"/behov/{days}").content.decode()
    return shown.partition("En orsak bakom många kontakter")[2].partition("</section>")[0]


def test_214_contacts_are_one_cause_also_for_whom_one_case_is_confidential(
    browser, came, leak, exempelby, ada, cia
):
    """PRO-14's own example: K31 shows 214 as one cause."""
    cases = came(214)
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(cases[0], access=access, because="Hot", by=ada, at=NOON)

    shown = block(browser, cia)

    assert shown.count("Vattenläcka") == 1
    assert ">214<" in shown
    assert f"/storningar/{leak.pk}/" in shown
    assert block(browser, cia, "?start=2026-06-01&end=2026-06-30") == ""


def test_few_contacts_are_not_told(browser, came, cia):
    came(4)

    assert "&lt;5" in block(browser, cia)


def test_programs_read_the_causes(browser, came, leak, energi, exempelby):
    came(5)
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)
    asked = {"from": "2026-05-01", "to": "2026-05-31"}
    headers = {"Authorization": f"Bearer {secret}"}

    answer = browser.get("/api/v1/figures/needs", asked, headers=headers).json()
    other = browser.get(
        "/api/v1/figures/needs", {**asked, "client": "energi"}, headers=headers
    ).json()

    assert answer["causes"] == [
        {"disruption_id": leak.pk, "cause": "Vattenläcka", "area": "Norra", "contacts": 5}
    ]
    assert other["causes"] == []
