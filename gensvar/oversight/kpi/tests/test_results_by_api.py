"""Programs read the same results as people do on the pages, with the same left out."""

from datetime import date

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import hand_over
from gensvar.operations.cases.models import Case, HandOver, Promise, PromiseEnd
from gensvar.operations.contacts.models import VolumeBefore
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.kpi.actions import note_insight
from gensvar.oversight.kpi.models import Goal, SelfServiceUse
from gensvar.oversight.kpi.tests.test_figures import calls, cases

MAY = {"from": "2026-05-01", "to": "2026-05-31"}


@pytest.fixture
def ask(browser, exempelby):
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)

    def asked(what, **more):
        answer = browser.get(
            f"/api/v1/figures/{what}",
            {**MAY, **more},
            headers={"Authorization": f"Bearer {secret}"},
        )
        assert answer.status_code == 200
        return answer

    return asked


def test_goals_with_what_came_of_them_promises_and_what_was_asked_elsewhere(ask, exempelby, gator):
    cases(exempelby, gator, 6)
    calls(exempelby, 10, 20, 30, 500, 600, 700)
    Goal.objects.create(
        client=exempelby,
        measure="answered-in-time",
        target="0.90",
        limit=120,
        valid_from=date(2026, 1, 1),
    )
    VolumeBefore.objects.create(
        client=exempelby, about="experience", label="Gott bemötande", share="0.93", source="Enkät",
        imported_at=NOON,
    )  # fmt: skip
    case = Case.objects.earliest("pk")
    for outcome in ["kept"] * 5 + ["broken"] * 5:
        promise = Promise.objects.create(
            case=case, client=exempelby, due_at=NOON, way="mail", words="x", at=NOON
        )
        PromiseEnd.objects.create(promise=promise, client=exempelby, outcome=outcome, at=NOON)

    told = ask("goals").json()

    rows = {row["code"]: row for row in told["items"]}
    assert rows["answered-in-time"] == {
        "code": "answered-in-time",
        "part": 3,
        "whole": 6,
        "value": 0.5,
        "goal": 0.9,
        "limit": 120,
        "approved_on": None,
        "is_met": False,
    }
    assert (rows["call-length"]["value"], rows["call-length"]["goal"]) == (120, None)
    assert told["promises"] == {"kept": 5, "renegotiated": 0, "broken": 5, "share": 0.5}
    (asked,) = told["experience"]
    assert (asked["label"], asked["share"], asked["respondents"]) == ("Gott bemötande", 0.93, None)


def test_a_goal_with_hardly_any_cases_behind_it_tells_no_figure(ask, exempelby, gator):
    cases(exempelby, gator, 4)

    (solved, *_others) = ask("goals").json()["items"]

    assert solved["code"] == "solved-at-front"
    assert (solved["part"], solved["whole"], solved["value"]) == (None, None, None)


def test_volumes_with_the_week_before_the_start(ask, exempelby):
    VolumeBefore.objects.create(
        client=exempelby, label="Före", count=20, is_approximate=True, source="X", imported_at=NOON
    )
    calls(exempelby, *[10] * 8)

    told = ask("volumes", **{"from": "2026-05-04", "to": "2026-05-10"}).json()

    before, first = told["items"]
    assert (before["contacts"], before["is_imported"], before["phone"]) == (20, True, None)
    assert (first["starts_on"], first["contacts"], first["phone"]) == ("2026-05-04", 8, 8)
    assert (told["fall"], told["by_phone"], told["before"][0]["label"]) == (0.6, 1.0, "Före")


def test_tiers_of_each_subject_that_may_be_told(ask, exempelby, gator, tek_gata, ada):
    Subject.objects.filter(pk=gator.pk).update(tier=1)
    few = Subject.objects.create(client=exempelby, area=gator.area, name="Tomter")
    cases(exempelby, gator, 20)
    cases(exempelby, few, 3)
    for case in Case.objects.filter(subject=gator)[:10]:
        hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
    SelfServiceUse.objects.create(
        client=exempelby, subject=gator, starts_on="2026-05-01", ends_on="2026-06-01", count=20,
        source="Webb", imported_at=NOON,
    )  # fmt: skip

    # Three and twenty: the twenty tell of the three, so neither is told.
    assert ask("tiers").json()["items"] == []
    cases(exempelby, few, 3)
    cases(exempelby, few, 10)

    rows = {row["subject"]: row for row in ask("tiers").json()["items"]}
    assert rows["Gator, v"] == {
        "subject": "Gator, v",
        "target": 1,
        "needs": 40,
        "self_service": 0.5,
        "front": 0.25,
        "department": 0.25,
        "has_drifted": False,
    }


def test_why_cases_are_handed_over_and_how_often_again(ask, exempelby, gator, tek_gata, ada):
    for place in range(20):
        cases(exempelby, gator, 1)
        case = Case.objects.latest("pk")
        for hop in range(1, 3 if place < 5 else 2):
            HandOver.objects.create(
                case=case, client=exempelby, to_group=tek_gata, by=ada, at=NOON, hop=hop,
                why="cannot" if place < 8 else "should-not", question="När?",
            )  # fmt: skip

    told = ask("hand-overs").json()

    assert told["items"] == [{"subject": "Gator, v", "count": 25, "cannot": 13, "should_not": 12}]
    assert told["bounced"] == 0.25


def test_what_concerns_people_at_work_is_told_to_no_program(ask, exempelby, tek_gata, ada):
    for cause in ["information"] * 6 + ["conflict"] * 6:
        note_insight(exempelby, cause, page="", group=tek_gata, by=ada, at=NOON)

    assert ask("insights").json()["items"] == [{"code": "information", "count": 6, "page": ""}]


@pytest.mark.parametrize("what", ["goals", "volumes", "tiers", "hand-overs", "insights"])
def test_each_comes_as_a_file_and_needs_the_right(ask, browser, exempelby, what):
    answer = ask(what, format="csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert b"".join(answer.streaming_content).decode("utf-8-sig").strip()

    _token, secret = create_token("annat", ["cases:read"], at=NOON)
    headers = {"Authorization": f"Bearer {secret}"}
    assert browser.get(f"/api/v1/figures/{what}", MAY, headers=headers).status_code == 403
