"""What was solved in the first contact, with referrals apart (K20, LAW-01)."""

import json
from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import (
    close,
    hand_over,
    join_contact,
    make_confidential,
    open_case,
    reopen,
)
from gensvar.operations.cases.models import Case, NeedOutcome
from gensvar.operations.contacts.actions import register_contact

DAYS = "?start=2026-05-01&end=2026-05-31"
MAY = {"from": "2026-05-01", "to": "2026-05-31"}


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def ask(browser, exempelby):
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)
    return lambda name, **query: browser.get(
        f"/api/v1/figures/{name}", query, headers={"Authorization": f"Bearer {secret}"}
    )


@pytest.fixture
def came(exempelby, gator, ada):
    def begun(channel="phone"):
        contact = register_contact(
            exempelby, channel=channel, direction="in", customer=None, at=NOON, agent=ada
        )
        return open_case(
            exempelby,
            title="Grop",
            channel=channel,
            contact=contact,
            subject=gator,
            need_type="information",
            by=ada,
            at=NOON,
        )

    return begun


@pytest.fixture
def month(came, ada, exempelby, tek_gata):
    """Twenty calls: nine solved at once, five referred, the others in all ways not."""

    def closed(case, at=NOON):
        close(Case.objects.get(pk=case.pk), by=ada, at=at)
        return Case.objects.get(pk=case.pk)

    cases = [came() for _place in range(20)]
    for case in cases[:14]:
        closed(case)
    for case in cases[:5]:
        NeedOutcome.objects.create(
            case=case, client=exempelby, met="referred", authority="Försäkringskassan", at=NOON
        )
    again = closed(cases[14])
    reopen(again, by=ada, at=NOON + timedelta(hours=1))
    closed(again, NOON + timedelta(hours=2))
    twice = cases[15]
    contact = register_contact(
        exempelby, channel="phone", direction="in", customer=None, at=NOON, agent=ada
    )
    join_contact(twice, contact, by=ada, at=NOON)
    closed(twice)
    hand_over(cases[16], to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
    return cases


def page(browser):
    return " ".join(
        browser.get(f"/forsta-kontakten/{DAYS}").content.decode().replace("\xa0", " ").split()
    )


def test_referrals_count_as_solved_and_stand_apart(as_cia, month):
    shown = page(as_cia)

    assert "70,0 % löstes i första kontakten" in shown
    answer = as_cia.get(f"/forsta-kontakten/{DAYS}&format=json")
    assert json.loads(b"".join(answer.streaming_content))["items"] == [
        {"channel": "phone", "cases": 20, "solved": 9, "referred": 5, "share": 0.7}
    ]


def test_a_referral_taken_back_is_solved_by_us(as_cia, month):
    NeedOutcome.objects.update(undone_at=NOON)

    answer = as_cia.get(f"/forsta-kontakten/{DAYS}&format=json")
    row = json.loads(b"".join(answer.streaming_content))["items"][0]
    assert (row["solved"], row["referred"]) == (14, 0)


def test_confidential_cases_are_counted_and_few_are_not_told(
    as_cia, month, came, exempelby, ada, cia
):
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(
        Case.objects.get(pk=month[7].pk), access=access, because="Hot", by=ada, at=NOON
    )
    for _place in range(3):
        came("visit")
    answer = as_cia.get(f"/forsta-kontakten/{DAYS}&format=json")
    rows = json.loads(b"".join(answer.streaming_content))["items"]

    assert [(row["channel"], row["cases"], row["solved"]) for row in rows] == [
        ("phone", None, None),
        ("visit", None, None),
    ]
    assert "15" not in rows[0].values()


def test_no_cases_is_said(as_cia, exempelby):
    assert "Inget ärende kom de här dagarna" in page(as_cia)


def test_the_figures_over_the_api_are_those_of_the_pages(ask, month):
    first = ask("first-contact", **MAY).json()
    assert first["total"] == {
        "channel": "",
        "cases": 20,
        "solved": 9,
        "referred": 5,
        "share": 0.7,
    }
    registered = ask("registration", **MAY).json()
    assert registered["total"]["contacts"] == 21
    assert registered["total"]["share"] == 1.0
    assert [row["day"] for row in registered["items"]] == ["2026-05-04"]
    needs = ask("needs", **MAY).json()
    assert needs["items"] == [
        {
            "subject": "Gator, v",
            "count": 20,
            "information": 20,
            "application": 0,
            "status": 0,
            "opinion": 0,
            "unsaid": 0,
            "to_improve": False,
        }
    ]
    for name in ("first-contact", "registration", "needs"):
        assert ask(name, format="json", **MAY).json() == ask(name, **MAY).json()
        head = b"".join(ask(name, format="csv", **MAY)).decode("utf-8-sig").split("\r\n")[0]
        assert head.split(",")[0] in {"channel", "day", "subject"}


@pytest.mark.parametrize("name", ["first-contact", "registration", "needs"])
def test_days_that_make_no_sense_and_unknown_clients_are_refused(ask, exempelby, name):
    assert ask(name, **{"from": "2026-05-31", "to": "2026-05-01"}).status_code == 422
    assert ask(name, **{"from": "igår"}).status_code == 422
    assert ask(name, client="ingen").status_code == 404
