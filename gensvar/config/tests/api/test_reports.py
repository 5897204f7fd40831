"""Reports over the API: one's own copies only, to the byte as they were sent."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.integrations.actions import create_token
from gensvar.oversight.reports.actions import issue_report
from gensvar.oversight.reports.models import Report
from gensvar.oversight.reports.rules import Issue, ReportKind

LEAVES = datetime.fromisoformat("2026-05-04T05:00:00+00:00")
ADDRESS = "/api/v1/reports"


@pytest.fixture
def sent(exempelby: Any, tek_gata: Any, gator: Any, mats: Any, cia: Any) -> dict[str, Report]:
    """An overdue list and an agenda to Mats, and the same overdue list to Cia."""
    from gensvar.foundation.calendars.queries import office_calendar

    calendar = office_calendar(exempelby, at=LEAVES)
    for kind, whom in (
        (ReportKind.OVERDUE, mats),
        (ReportKind.AGENDA, mats),
        (ReportKind.OVERDUE, cia),
    ):
        issue = Issue(kind, date(2026, 5, 4), date(2026, 5, 11), LEAVES)
        issue_report(
            exempelby, "Tekniska kontoret", issue, recipient=whom, calendar=calendar, at=LEAVES
        )
    return {
        "list": Report.objects.get(recipient=mats, kind=ReportKind.OVERDUE),
        "agenda": Report.objects.get(recipient=mats, kind=ReportKind.AGENDA),
        "hers": Report.objects.get(recipient=cia),
    }


@pytest.fixture
def as_mats(browser: Any, mats: Any) -> Any:
    browser.force_login(mats)
    return browser


def test_ones_own_reports_are_listed_and_picked_by_kind(as_mats: Any, sent: Any) -> None:
    both = as_mats.get(ADDRESS).json()
    lists = as_mats.get(ADDRESS, {"kind": "overdue"}).json()

    assert {row["id"] for row in both["items"]} == {sent["list"].pk, sent["agenda"].pk}
    (one,) = lists["items"]
    assert (one["client"], one["department"]) == ("exempelby", "Tekniska kontoret")
    assert (one["starts_on"], one["ends_on"]) == ("2026-05-04", "2026-05-11")
    assert "text" not in one


def test_a_report_is_read_as_it_was_sent(as_mats: Any, sent: Any) -> None:
    kept = sent["list"]

    one = as_mats.get(f"{ADDRESS}/{kept.pk}").json()

    assert one["text"].encode() == bytes(kept.content)
    assert one["sha256"] == hashlib.sha256(one["text"].encode()).hexdigest()
    assert one["figures"]["overdue"] == 0


def test_sent_again_it_goes_to_its_recipient_unchanged(as_mats: Any, sent: Any, mats: Any) -> None:
    kept = sent["list"]

    answer = as_mats.post(f"{ADDRESS}/{kept.pk}/sendings")

    assert (answer.status_code, answer.json()["sha256"]) == (202, kept.sha256)
    first, second = (one.outgoing.message for one in kept.sendings.order_by("pk"))
    assert (first.text, first.recipients) == (second.text, second.recipients)
    assert second.recipients == [mats.email]


def test_the_copy_of_somebody_else_does_not_exist(as_mats: Any, sent: Any) -> None:
    hers = sent["hers"].pk

    assert as_mats.get(f"{ADDRESS}/{hers}").status_code == 404
    assert as_mats.post(f"{ADDRESS}/{hers}/sendings").status_code == 404
    assert sent["hers"].sendings.count() == 1


def test_a_program_is_sent_no_reports(program: Program, sent: Any) -> None:
    assert program.get("/reports").json()["items"] == []
    assert program.get(f"/reports/{sent['list'].pk}").status_code == 404


@pytest.mark.parametrize(
    ("scope", "lists", "sends"), [("reports:read", 200, 403), ("cases:read", 403, 403)]
)
def test_a_program_does_what_its_scopes_say(
    browser: Any, sent: Any, noon: datetime, scope: str, lists: int, sends: int
) -> None:
    _token, secret = create_token("Prov", [scope], at=noon)
    narrow = Program(browser, secret)

    assert narrow.get("/reports").status_code == lists
    assert narrow.post(f"/reports/{sent['list'].pk}/sendings").status_code == sends


def test_somebody_who_handles_cases_sends_nothing(browser: Any, sent: Any, ada: Any) -> None:
    browser.force_login(ada)

    assert browser.get(ADDRESS).json()["items"] == []
    assert browser.post(f"{ADDRESS}/{sent['list'].pk}/sendings").status_code == 403


def test_nobody_who_is_not_signed_in_reads_reports(browser: Any, sent: Any) -> None:
    assert browser.get(ADDRESS).status_code == 401


@pytest.mark.parametrize("query", [{"kind": "what"}, {"limit": "0"}, {"limit": "x"}])
def test_bad_questions_are_told_what_is_wrong(as_mats: Any, query: dict[str, str]) -> None:
    answer = as_mats.get(ADDRESS, query)

    assert answer.status_code == 422
    assert next(iter(query)) in answer.content.decode()


@pytest.mark.parametrize(("path", "status"), [("/99999", 404), ("/x", 422)])
def test_a_report_that_does_not_exist(as_mats: Any, path: str, status: int) -> None:
    assert as_mats.get(f"{ADDRESS}{path}").status_code == status


def test_the_deadline_of_a_case_is_told_with_why(
    program: Program, case: dict[str, Any], noon: datetime
) -> None:
    told = program.get(f"/cases/{case['number']}/deadline").json()

    assert told["kind"] == "answer"
    assert told["is_overdue"] is False
    assert datetime.fromisoformat(told["due_at"]) - datetime.now().astimezone() > timedelta(0)
    assert told["summary"]
    assert program.get("/cases/26-999999/deadline").status_code == 404
