"""What became of the needs of closed cases, and the share that was met (CUS-04, LAW-01)."""

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import close, open_case, reopen
from gensvar.operations.cases.actions.wording import use_canned_text, write_canned_text
from gensvar.operations.cases.models import Case, CaseNeed, NeedOutcome

DAYS = {"from": "2026-05-01", "to": "2026-05-31"}


@pytest.fixture
def ended(exempelby, gator, ada):
    def closed(count, met=""):
        cases = []
        for _place in range(count):
            case = open_case(
                exempelby,
                title="Grop",
                channel="phone",
                subject=gator,
                need_type="status",
                by=ada,
                at=NOON,
            )
            close(case, by=ada, at=NOON)
            if met:
                NeedOutcome.objects.create(
                    case=case,
                    client=exempelby,
                    met=met,
                    authority="Försäkringskassan" if met == "referred" else "",
                    at=NOON,
                )
            cases.append(Case.objects.get(pk=case.pk))
        return cases

    return closed


@pytest.fixture
def became(browser):
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)
    return lambda: browser.get(
        "/api/v1/figures/needs", DAYS, headers={"Authorization": f"Bearer {secret}"}
    ).json()["outcomes"]


def test_met_and_referred_are_met_of_those_that_were_said(browser, cia, ended, became):
    ended(10, "met")
    ended(5, "referred")
    ended(5, "not-met")
    ended(7)
    browser.force_login(cia)

    page = browser.get("/behov/?start=2026-05-01&end=2026-05-31").content.decode()

    assert "75,0 % av behoven uppfyllda" in " ".join(page.split())
    assert became() == {"met": 10, "referred": 5, "not_met": 5, "unsaid": 7, "share": 0.75}


def test_few_are_not_told_and_the_share_would_tell_them(ended, became):
    ended(10, "met")
    ended(6, "not-met")
    ended(2, "referred")

    found = became()

    assert (found["met"], found["referred"], found["share"]) == (10, None, None)
    assert found["not_met"] is None


def test_what_was_said_of_a_closing_taken_back_counts_no_more(ended, became, ada):
    cases = ended(6, "met")
    ended(6, "not-met")
    reopen(cases[0], by=ada, at=NOON)

    assert became() == {"met": 5, "referred": 0, "not_met": 6, "unsaid": 0, "share": 0.454545}


def test_nothing_closed_has_no_share(exempelby, became):
    assert became() == {"met": 0, "referred": 0, "not_met": 0, "unsaid": 0, "share": None}


def test_how_often_something_was_needed_to_understand_and_how_much_was_met(
    browser, cia, ada, ended
):
    cases = ended(20)
    for place, case in enumerate(cases[:10]):
        met = "met" if place < 5 else "not-met"
        CaseNeed.objects.create(
            case=case, client=case.client, what="interpreter", by=ada, at=NOON, met=met, met_at=NOON
        )
    browser.force_login(cia)
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)

    page = browser.get("/behov/?start=2026-05-01&end=2026-05-31").content.decode()
    told = browser.get(
        "/api/v1/figures/needs", DAYS, headers={"Authorization": f"Bearer {secret}"}
    ).json()["asked"]

    assert told == {"noted": 0.5, "met": 0.5}
    assert "behövdes i 50,0 % av ärendena" in " ".join(page.split())
    assert "kunde 50,0 % uppfyllas" in " ".join(page.split())


def test_ready_words_are_counted_by_variant_once_a_case(browser, cia, ada, ended, exempelby, admin):
    """CUS-04: which variants of the ready words were used."""
    told = {"name": "Tack", "by": admin, "at": NOON}
    plain = write_canned_text(exempelby, text="Tack för din fråga.", **told)
    easy = write_canned_text(exempelby, text="Tack!", is_easy=True, **told)
    arabic = write_canned_text(exempelby, text="شكراً", language="ar", **told)
    cases = ended(20)
    for text, some in ((plain, cases[:8]), (easy, cases[8:14]), (arabic, cases[14:19])):
        for case in some:
            use_canned_text(case, text, by=ada, at=NOON)
    assert use_canned_text(cases[0], plain, by=ada, at=NOON) == "Tack för din fråga."
    browser.force_login(cia)
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)

    page = browser.get("/behov/?start=2026-05-01&end=2026-05-31").content.decode()
    asked = {"headers": {"Authorization": f"Bearer {secret}"}}
    found = browser.get("/api/v1/figures/needs", DAYS, **asked).json()

    assert found["words"] == [
        {"language": "", "is_easy": False, "cases": 8},
        {"language": "", "is_easy": True, "cases": 6},
        {"language": "ar", "is_easy": False, "cases": 5},
    ]
    assert '<th scope="row">Arabiska</th><td class="n">5</td>' in page
    assert "på lätt språk</th>" in page.replace("\n", "")
