"""The same figures, written as each reader's language writes numbers (GEN-06)."""

import pytest

from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.cases.tests.test_deadlines import local
from gensvar.oversight.reports.actions import send_counted
from gensvar.oversight.reports.figures import Counted
from gensvar.oversight.reports.models import Report
from gensvar.oversight.reports.rules import ReportKind, issue_of

SPACES = str.maketrans("\u00a0\u202f", "  ")
AT = local("2026-04-01T07:00")
MARCH = {
    "count": 8_885,
    "count_before": 10_212,
    "solved": 7_552,
    "handed_over": 2_000,
    "feedback_due": 2_000,
    "feedback_in_time": 1_700,
    "alarms": 1_234,
    "wait_seconds": 45,
    "calls": 6_148,
    "subjects": [{"name": "Avfall", "count": 8_885, "solved": 7_552}],
}


@pytest.fixture
def march(technical, karin):
    def sent(language):
        karin.language = language
        karin.save()
        calendar = office_calendar(technical, at=AT)
        issue = issue_of(
            ReportKind.STATISTICS,
            AT.date(),
            is_working_day=calendar.is_working_day,
            zone=calendar.schedule.zone,
        )
        assert send_counted(
            technical,
            "Tekniska kontoret",
            issue,
            Counted(MARCH, ""),
            recipient=karin,
            digest=calendar.digest,
            at=AT,
        )
        return Report.objects.get()

    return sent


@pytest.mark.parametrize(
    ("language", "numbers", "others"),
    [
        (
            "sv",
            ["8 885", "10 212", "85,0 % (7 552 av 8 885)", "85,0 % (1 700 av 2 000)", "1 234"],
            ["8,885", "85.0"],
        ),
        (
            "en",
            ["8,885", "10,212", "85.0 % (7,552 of 8,885)", "85.0 % (1,700 of 2,000)", "1,234"],
            ["8 885", "85,0"],
        ),
    ],
)
def test_the_month_is_written_with_the_numbers_of_the_readers_language(
    march, language, numbers, others
):
    report = march(language)

    text = report.text.translate(SPACES)
    assert [one for one in numbers if one not in text] == []
    assert [one for one in others if one in text] == []
    assert report.figures == {**MARCH, "comment": ""}
    assert "6148" not in text
