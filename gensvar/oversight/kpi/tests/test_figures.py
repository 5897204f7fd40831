from datetime import date, timedelta
from fractions import Fraction

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import give_feedback, hand_over, open_case
from gensvar.operations.contacts.actions import register_contact
from gensvar.oversight.kpi.models import Goal
from gensvar.oversight.kpi.queries import (
    Period,
    answered_in_time,
    call_length,
    feedback_in_time,
    solved_at_front,
    subject_facts,
    subject_ranking,
)
from gensvar.oversight.kpi.rules import Share

MAY = Period(date(2026, 5, 1), date(2026, 6, 1))


def calls(client, *waits, talked=120):
    for wait in waits:
        call = register_contact(client, channel="phone", direction="in", customer=None, at=NOON)
        if wait is not None:
            call.answered_at = NOON + timedelta(seconds=wait)
            call.ended_at = call.answered_at + timedelta(seconds=talked)
            call.save()


def test_subjects_are_ranked_and_every_case_is_in_the_total(exempelby, gator):
    for _ in range(3):
        open_case(exempelby, title="Grop", channel="phone", subject=gator, at=NOON)
    open_case(exempelby, title="Utan ämne", channel="phone", at=NOON)

    ranking = subject_ranking(exempelby, MAY)

    assert [(row.rank, row.subject, row.count) for row in ranking.rows] == [(1, "Gator, v", 3)]
    assert ranking.total == 4
    assert ranking.top_share == Share(3, 4)


def test_a_case_of_another_day_or_client_is_not_counted(exempelby, energi, gator):
    open_case(exempelby, title="I april", channel="phone", at=NOON - timedelta(days=7))
    open_case(energi, title="Annan", channel="phone", at=NOON)

    assert subject_ranking(exempelby, MAY).total == 0


def test_a_day_begins_at_local_midnight(exempelby):
    local_midnight = NOON.replace(month=4, day=30, hour=22)
    open_case(exempelby, title="Första maj", channel="mail", at=local_midnight)
    open_case(exempelby, title="Valborg", channel="mail", at=local_midnight - timedelta(seconds=1))

    assert subject_ranking(exempelby, MAY).total == 1


def test_a_call_nobody_answered_counts_against_answered_in_time(exempelby):
    calls(exempelby, 10, 120, 121, None)

    assert answered_in_time(exempelby, MAY, seconds=120) == Share(2, 4)
    assert call_length(exempelby, MAY) == (Fraction(120), 3)


def test_feedback_counts_until_the_office_closes_on_the_third_day(
    exempelby, gator, tek_gata, bo, hanna
):
    monday = NOON
    for days, minutes in ((3, 0), (3, 300), (3, 301)):
        case = open_case(exempelby, title="Grop", channel="phone", at=monday)
        hand_over(case, to=tek_gata, why="cannot", question="När?", by=bo, at=monday)
        give_feedback(
            case,
            outcome="answered",
            channel="phone",
            summary="Klart",
            by=hanna,
            at=monday + timedelta(days=days, minutes=minutes),
        )

    assert feedback_in_time(exempelby, MAY, days=3) == Share(2, 3)
    assert solved_at_front(exempelby, MAY) == Share(0, 3)


def test_why_people_ask_about_a_subject(exempelby, gator):
    for need in ("status", "status", "opinion"):
        open_case(exempelby, title="Grop", channel="phone", subject=gator, need_type=need, at=NOON)

    facts = subject_facts(exempelby, MAY, "Gator, v")

    assert facts is not None
    assert [share for _label, share in facts.needs] == [Share(2, 3), Share(1, 3)]
    assert subject_facts(exempelby, MAY, "Finns inte") is None


@pytest.fixture
def signed_in(browser, cia):
    browser.force_login(cia)
    return browser


def test_the_pages_show_the_figures(signed_in, exempelby, gator):
    open_case(exempelby, title="Grop", channel="phone", subject=gator, at=NOON)
    calls(exempelby, 10, 500)
    Goal.objects.create(
        client=exempelby,
        measure="answered-in-time",
        target="0.90",
        limit=120,
        valid_from=date(2026, 1, 1),
    )

    subjects = signed_in.get("/amnen/?start=2026-05-01&end=2026-05-31").content.decode()
    goals = signed_in.get("/mal/?start=2026-05-01&end=2026-05-31").content.decode()

    assert "Gator, v" in subjects
    assert "100,0\u202f%" in subjects or "100,0\u00a0%" in subjects
    assert "50,0" in goals
    assert "1 av 2" in goals


def test_the_export_has_parts_and_wholes(signed_in, exempelby, gator):
    open_case(exempelby, title="Grop", channel="phone", subject=gator, at=NOON)
    open_case(exempelby, title="Annat", channel="phone", at=NOON)

    answer = signed_in.get("/amnen/?start=2026-05-01&end=2026-05-31&format=csv")

    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines[0].split(",")) == 5
    assert lines[1] == '"Gator, v",1,2,0.5,1'


def test_whoever_takes_figures_out_is_in_the_record(signed_in, exempelby):
    signed_in.get("/amnen/?start=2026-05-01&end=2026-05-31&format=csv")

    record = EventRecord.objects.get(name="integrations.list-exported")
    assert str(record.agent_id) == signed_in.session["_auth_user_id"]
    assert record.payload["listed"] == "kpi.subjects"


@pytest.mark.parametrize("query", ["start=x", "start=2026-05-31&end=2026-05-01", "end=9999-12-31"])
def test_days_that_are_none_are_explained(signed_in, query):
    page = signed_in.get(f"/amnen/?{query}")

    assert page.status_code == 200
    assert "data-error" in page.content.decode()


def test_another_clients_figures_are_not_found(signed_in, energi):
    assert signed_in.get("/amnen/?client=energi").status_code == 404


def test_the_administrator_sees_no_figures(browser, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    browser.force_login(admin)

    assert browser.get("/mal/").status_code == 403
