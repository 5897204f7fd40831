"""A disruption from the desk: opened, cases put with it, ended."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import CaseCause
from gensvar.operations.disruptions.actions import Described, begin
from gensvar.operations.disruptions.models import Disruption

FORM = {
    "cause": "Vattenläcka",
    "area": "Norra: Skolgatan",
    "started_at": "2026-05-04T12:00",
    "is_public": "on",
    "public_text": "Vattnet är borta.",
}


@pytest.fixture
def leak(exempelby, gator, cia):
    described = Described(
        cause="Vattenläcka",
        area="Norra: Skolgatan",
        subject=gator,
        started_at=now() - timedelta(hours=1),
        public_text="Borta.",
        phone_text="Vattnet är borta på Norra.",
    )
    return begin(exempelby, described, by=cia, at=now())


@pytest.fixture
def grop(exempelby, gator):
    return open_case(exempelby, title="Inget vatten", channel="phone", subject=gator, at=now())


@pytest.fixture
def lead(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def agent(browser, ada):
    browser.force_login(ada)
    return browser


def soon():
    return (now() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")


def test_a_team_lead_opens_a_disruption(lead, exempelby):
    sent = {**FORM, "client": exempelby.pk, "started_at": soon()}

    page = lead.post("/storningar/ny/", sent, follow=True)

    assert page.status_code == 200
    assert "Norra: Skolgatan" in page.content.decode()
    assert Disruption.objects.get().public_text == "Vattnet är borta."


@pytest.mark.parametrize(
    "wrong",
    [
        {"started_at": "i morgon"},
        {"expected_until": "2020-01-01T00:00"},
        {"public_text": ""},
        {"cause": ""},
        {"area": "x" * 201},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(lead, exempelby, wrong):
    sent = {**FORM, "client": exempelby.pk, "started_at": soon(), "phone_text": "Kvar", **wrong}

    page = lead.post("/storningar/ny/", sent)

    assert page.status_code == 422
    assert "data-error" in page.content.decode()
    assert "Kvar" in page.content.decode()
    assert not Disruption.objects.exists()


def test_an_agent_reads_and_puts_cases_but_opens_none(agent, leak, grop):
    assert agent.get("/storningar/").status_code == 200
    assert agent.get(f"/storningar/{leak.pk}/").status_code == 200
    for address in ("ny", f"{leak.pk}/andra", f"{leak.pk}/avsluta"):
        assert agent.get(f"/storningar/{address}/").status_code == 403


def test_one_click_puts_the_case_with_what_it_came_from(agent, leak, grop):
    page = agent.get(f"/arenden/{grop.number}/").content.decode()
    assert "Ja, lägg ärendet till den" in page

    agent.post(f"/arenden/{grop.number}/storning/", {"disruption": leak.pk})

    assert CaseCause.objects.get().disruption == leak
    assert "Kom av en störning" in agent.get(f"/arenden/{grop.number}/").content.decode()
    agent.post(f"/arenden/{grop.number}/storning/", {"remove": "1"})
    assert not CaseCause.objects.exists()


def test_the_desk_begins_with_what_is_disturbed(agent, leak):
    assert "Vattenläcka, Norra: Skolgatan" in agent.get("/skrivbord/").content.decode()


def test_likely_cases_are_put_together(agent, leak, grop, exempelby, gator):
    other = open_case(exempelby, title="Brunt", channel="phone", subject=gator, at=now())
    page = agent.get(f"/storningar/{leak.pk}/").content.decode()
    assert grop.number in page

    agent.post(f"/storningar/{leak.pk}/arenden/", {"case": [grop.pk, other.pk, "x", 0]})

    assert CaseCause.objects.count() == 2


def test_the_end_is_told_in_words(lead, leak):
    empty = lead.post(f"/storningar/{leak.pk}/avsluta/", {"closing_text": ""})
    assert empty.status_code == 422

    page = lead.post(
        f"/storningar/{leak.pk}/avsluta/", {"closing_text": "Vattnet är tillbaka."}, follow=True
    )

    assert "Vattnet är tillbaka." in page.content.decode()
    leak.refresh_from_db()
    assert leak.is_over
    again = lead.post(
        f"/storningar/{leak.pk}/avsluta/", {"closing_text": "Igen."}, follow=True
    ).content.decode()
    assert "redan över" in again
    assert "Igen." in again, "what was typed is still there"


def test_another_clients_disruption_is_not_found(lead, energi, cia, grop):
    described = Described(cause="Elavbrott", area="Västra", started_at=now(), public_text="Mörkt.")
    other = begin(energi, described, by=cia, at=now())

    assert lead.get(f"/storningar/{other.pk}/").status_code == 404
    assert lead.get(f"/storningar/{other.pk}/avsluta/").status_code == 404
    answer = lead.post(f"/arenden/{grop.number}/storning/", {"disruption": other.pk})
    assert answer.status_code == 404
    assert "Elavbrott" not in lead.get("/storningar/").content.decode()


@pytest.mark.parametrize("odd", ["", "x", "²", "99999999999999999999"])
def test_a_case_is_put_with_nothing_odd(agent, grop, odd):
    answer = agent.post(f"/arenden/{grop.number}/storning/", {"disruption": odd})

    assert answer.status_code == 404
