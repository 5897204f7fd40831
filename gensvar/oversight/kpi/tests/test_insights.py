"""What becomes visible: numbers by cause; what concerns people, for their manager alone."""

import json

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.oversight.kpi.actions import GroupMissing, note_insight
from gensvar.oversight.kpi.models import ABOUT_PEOPLE, Insight

MAY = "?start=2026-05-01&end=2026-05-31"


@pytest.fixture
def noted(exempelby, tek_gata, ada):
    for cause, count, page in (
        ("information", 14, "/taxa"),
        ("information", 9, "/bygglov"),
        ("conflict", 6, ""),
        ("web", 5, ""),
    ):
        for _ in range(count):
            note_insight(exempelby, cause, page=page, group=tek_gata, by=ada, at=NOON)


def seen_by(browser, agent):
    browser.force_login(agent)
    answer = browser.get(f"/insikter/{MAY}&format=json")
    rows = json.loads(b"".join(answer))["items"]
    return {row["cause"]: (row["count"], row["page"]) for row in rows}


def test_there_are_exactly_six_causes_two_of_them_about_people():
    """SKE-22."""
    assert len(Insight.Cause.choices) == 6
    assert {"management", "conflict"} == ABOUT_PEOPLE


def test_unclear_information_is_counted_with_the_page_named_most(browser, noted, cia):
    assert seen_by(browser, cia)["Otydlig information till allmänheten"] == (23, "/taxa")


def test_groups_in_conflict_are_shown_to_their_manager_alone(browser, noted, cia, mats):
    conflict = "Arbetsgrupper med konflikter"

    assert seen_by(browser, mats)[conflict] == (6, "")
    assert conflict not in seen_by(browser, cia)
    browser.force_login(cia)
    table = browser.get(f"/insikter/{MAY}").content.decode().partition("</table>")[0]
    assert conflict not in table


def test_an_agent_notes_what_they_then_do_not_see(browser, exempelby, tek_gata, ada):
    browser.force_login(ada)

    for cause in ("conflict", "web"):
        answer = browser.post("/insikter/ny/", {"cause": cause, "group": tek_gata.pk})
        assert answer.status_code == 302

    assert Insight.objects.count() == 2
    records = EventRecord.objects.filter(name="kpi.insight-noted")
    assert all(set(one.payload) == {"client_id", "agent_id"} for one in records)
    assert records.count() == 2


def test_what_concerns_people_needs_a_group(browser, exempelby, ada):
    with pytest.raises(GroupMissing):
        note_insight(exempelby, "conflict", page="", group=None, by=ada, at=NOON)
    browser.force_login(ada)

    assert browser.post("/insikter/ny/", {"cause": "conflict"}).status_code == 422


@pytest.mark.parametrize("page", ["Anna Svensson", "/a@b", "http://x", "/" + "a" * 200])
def test_a_page_is_an_address_and_no_name(browser, exempelby, ada, page):
    browser.force_login(ada)

    assert browser.post("/insikter/ny/", {"cause": "web", "page": page}).status_code == 422
    assert not Insight.objects.exists()


def test_few_insights_are_not_told(browser, exempelby, ada, cia):
    note_insight(exempelby, "web", page="", group=None, by=ada, at=NOON)

    assert seen_by(browser, cia) == {"Kvalitet på webben": ("<5", "")}
