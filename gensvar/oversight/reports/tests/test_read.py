"""The pages: what was sent, what comes next, and the meetings."""

from datetime import date, timedelta

import pytest

from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.oversight.reports.actions import hold_meeting, issue_due, plan_meeting
from gensvar.oversight.reports.models import Comment, Meeting, Report
from gensvar.oversight.reports.tests.conftest import TUESDAY


@pytest.fixture
def sent(late, technical, karin, stig):
    refresh_deadlines(technical, at=TUESDAY)
    issue_due(technical, at=TUESDAY)
    issue_due(technical, at=TUESDAY + timedelta(hours=2))


@pytest.fixture
def as_one(browser, monkeypatch):
    monkeypatch.setattr("gensvar.oversight.reports.views.now", lambda: TUESDAY)
    monkeypatch.setattr("gensvar.oversight.reports.views.localdate", lambda: TUESDAY.date())

    def signed_in(agent):
        browser.force_login(agent)
        return browser

    return signed_in


def test_a_manager_finds_what_was_sent_and_reads_it_again(sent, as_one, mats, late):
    page = as_one(mats).get("/utskick/").content.decode()
    kept = Report.objects.get(kind="overdue", recipient=mats)

    assert f"/utskick/{kept.pk}/" in page
    assert "Socialkontoret" not in page
    shown = as_one(mats).get(f"/utskick/{kept.pk}/").content.decode()
    assert f"2 försenade av 3 öppna, äldsta {late[0].number} (19 arbetsdagar)." in shown
    assert kept.sha256[:16] in shown
    assert "av sig självt" in shown


@pytest.mark.parametrize("kind", ["overdue", "statistics", "agenda"])
def test_every_kind_can_be_read_and_looked_at_ahead(sent, as_one, mats, kind):
    browser = as_one(mats)
    kept = Report.objects.get(kind=kind, recipient=mats)

    assert browser.get(f"/utskick/{kept.pk}/").status_code == 200
    ahead = browser.get(f"/utskick/nasta/{kind}/?forvaltning=Tekniska kontoret")
    assert ahead.status_code == 200
    assert "En förhandsvisning" in ahead.content.decode()


def test_the_copy_of_somebody_else_does_not_exist(sent, as_one, mats, karin, ada):
    kept = Report.objects.get(kind="overdue", recipient=karin, department="Tekniska kontoret")

    for agent in (mats, ada):
        assert as_one(agent).get(f"/utskick/{kept.pk}/").status_code == 404
    assert as_one(mats).post(f"/utskick/{kept.pk}/skicka-igen/").status_code == 404


def test_a_manager_looks_ahead_at_his_own_department_only(sent, as_one, mats):
    browser = as_one(mats)

    for department in ("Socialkontoret", "", "x"):
        found = browser.get(f"/utskick/nasta/overdue/?forvaltning={department}")
        assert found.status_code == 404
    assert browser.get("/utskick/nasta/annat/?forvaltning=Tekniska kontoret").status_code == 404


def test_sent_again_from_the_page_it_says_so(sent, as_one, mats):
    kept = Report.objects.get(kind="overdue", recipient=mats)

    answer = as_one(mats).post(f"/utskick/{kept.pk}/skicka-igen/", follow=True)

    assert "igen, på begäran av Mats Åkesson" in answer.content.decode()
    assert kept.sendings.count() == 2


def test_an_agent_reads_the_pages_and_sends_nothing(sent, as_one, ada):
    browser = as_one(ada)

    assert "Ingen rapport än" in browser.get("/utskick/").content.decode()
    assert browser.post("/utskick/1/skicka-igen/").status_code == 403
    ahead = "/utskick/nasta/overdue/?forvaltning=Tekniska kontoret"
    assert browser.post(ahead, {"text": "Hej"}).status_code == 403
    planning = {"department": "Tekniska kontoret", "series": "weekly", "on": "2026-04-08"}
    assert browser.post("/utskick/moten/", planning).status_code == 403
    assert not Meeting.objects.exists()


def test_a_manager_comments_on_the_coming_report(sent, as_one, mats):
    browser = as_one(mats)
    ahead = "/utskick/nasta/overdue/?forvaltning=Tekniska kontoret"

    assert browser.post(ahead, {"text": " "}).status_code == 422
    page = browser.post(ahead, {"text": "Två är borta."}, follow=True).content.decode()

    assert "Två är borta." in page
    assert Comment.objects.get().by == mats


def test_meetings_are_planned_held_and_counted(sent, as_one, mats):
    browser = as_one(mats)
    planning = {"department": "Tekniska kontoret", "series": "weekly", "on": "2026-04-07"}

    assert browser.post("/utskick/moten/", planning | {"on": "snart"}).status_code == 422
    assert browser.post("/utskick/moten/", planning).status_code == 302
    twice = browser.post("/utskick/moten/", planning)
    assert twice.status_code == 422
    assert "Det finns redan ett möte" in twice.content.decode()
    other = planning | {"department": "Socialkontoret"}
    assert browser.post("/utskick/moten/", other).status_code == 422

    meeting = Meeting.objects.get(planned_on=date(2026, 4, 7))
    told = {"decisions": "De äldsta först."}
    assert browser.post(f"/utskick/moten/{meeting.pk}/", told).status_code == 302
    page = browser.get("/utskick/moten/").content.decode()
    assert "100,0\u202f% (1 av 1)" in page
    assert "De äldsta först." in page
    assert "De äldsta först." in browser.get(f"/utskick/moten/{meeting.pk}/").content.decode()


def test_twelve_of_thirteen_meetings_held_are_told_as_a_share(as_one, technical, mats):
    for week in range(13):
        on = date(2026, 1, 6) + timedelta(weeks=week)
        meeting = plan_meeting(
            technical, "Tekniska kontoret", series="weekly", on=on, by=mats, at=TUESDAY
        )
        if week != 6:
            hold_meeting(meeting, "", by=mats, at=TUESDAY)

    page = as_one(mats).get("/utskick/moten/").content.decode()

    assert "92,3\u202f% (12 av 13)" in page
    assert page.count("inte hållet") == 1


def test_another_department_s_meeting_does_not_exist(sent, as_one, mats, stig, technical):
    meeting = Meeting.objects.create(
        client=technical,
        department="Socialkontoret",
        series="weekly",
        planned_on=date(2026, 4, 7),
        by=stig,
        at=TUESDAY,
    )

    assert as_one(mats).get(f"/utskick/moten/{meeting.pk}/").status_code == 404
    assert as_one(stig).get(f"/utskick/moten/{meeting.pk}/").status_code == 200
