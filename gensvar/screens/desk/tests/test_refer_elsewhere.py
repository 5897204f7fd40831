"""On closing one says what became of the need; a referral is sent and stands in the log."""

import pytest
from django.utils.timezone import now

from gensvar.operations.cases.actions import refer, write_canned_text
from gensvar.operations.cases.models import Case, NeedOutcome
from gensvar.operations.contacts.models import Outgoing


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


def words(answer):
    return answer.content.decode()


@pytest.fixture
def case(gropar, eva, gator):
    Case.objects.filter(pk=gropar.pk).update(customer=eva, subject=gator, need_type="information")
    gropar.refresh_from_db()
    return gropar


@pytest.fixture
def to_insurance(exempelby, ada):
    return write_canned_text(
        exempelby, name="Sjukpenning", refers_to="Försäkringskassan",
        text="Vänd dig till Försäkringskassan.", by=ada, at=now(),
    )  # fmt: skip


def closing(case):
    return f"/arenden/{case.number}/stang/"


def test_the_dialog_asks_what_became_of_the_need_and_shows_the_words(as_ada, case, to_insurance):
    shown = words(as_ada.get(closing(case)))

    assert "Vad blev det av behovet?" in shown
    assert "Hänvisat till en annan myndighet" in shown
    assert "Vänd dig till Försäkringskassan." in shown


def test_without_any_authority_nobody_can_be_referred(as_ada, case):
    shown = words(as_ada.get(closing(case)))

    assert "Vad blev det av behovet?" in shown
    assert "Hänvisat till en annan myndighet" not in shown


def test_a_referral_is_sent_and_the_page_says_so(as_ada, case, to_insurance):
    as_ada.post(closing(case), {"need_met": "referred", "referral": to_insurance.pk})

    assert NeedOutcome.objects.get().authority == "Försäkringskassan"
    assert Outgoing.objects.get().message.text == "Vänd dig till Försäkringskassan."
    page = words(as_ada.get(f"/arenden/{case.number}/"))
    assert "hänvisat till Försäkringskassan" in page


@pytest.mark.parametrize(
    "given", [{"need_met": "referred"}, {"need_met": "met", "referral": "1"}, {"need_met": "x"}]
)
def test_what_does_not_fit_is_a_clear_no(as_ada, case, to_insurance, given):
    if "referral" in given:
        given = {**given, "referral": to_insurance.pk}

    answer = as_ada.post(closing(case), given)

    assert answer.status_code == 422
    assert not Case.objects.get(pk=case.pk).is_closed


def test_a_need_that_was_met_is_said_and_nothing_unsaid_is(as_ada, case):
    as_ada.post(closing(case), {"need_met": "met"})

    assert NeedOutcome.objects.get().met == "met"
    assert "uppfyllt" in words(as_ada.get(f"/arenden/{case.number}/"))


def test_the_manager_reads_the_log_filters_it_and_takes_it_out(as_cia, case, to_insurance, ada):
    page = "/hanvisningar/"
    assert "Ingen har hänvisats" in words(as_cia.get(page))
    refer(case, to_insurance, by=ada, at=now())

    assert case.number in words(as_cia.get(page))
    assert case.number in words(as_cia.get(f"{page}?till_vem=Försäkringskassan"))
    assert case.number not in words(as_cia.get(f"{page}?till_vem=Skatteverket"))
    assert case.number not in words(as_cia.get(f"{page}?till=2020-01-01"))
    assert case.number in words(as_cia.get(f"{page}?fran=2026-13-45&fore=x"))
    file = b"".join(as_cia.get(f"{page}export.csv").streaming_content).decode()
    assert case.number in file
    assert "Försäkringskassan" in file
    assert as_cia.get(f"{page}export.exe").status_code == 404


def test_an_agent_does_not_read_the_log(as_ada):
    assert as_ada.get("/hanvisningar/").status_code == 403
