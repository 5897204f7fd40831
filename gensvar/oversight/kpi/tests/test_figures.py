import json
from datetime import date, time, timedelta
from fractions import Fraction

import pytest

from conftest import NOON
from gensvar.foundation.calendars.actions import set_hours
from gensvar.foundation.calendars.models import OFFICE
from gensvar.foundation.calendars.rules import Interval
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import give_feedback, hand_over, open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import VolumeBefore
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.kpi.models import Goal, SelfServiceUse
from gensvar.oversight.kpi.queries.goals import (
    answered_in_time,
    call_length,
    feedback_in_time,
    solved_at_front,
)
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.subjects import subject_facts, subject_ranking, tiers
from gensvar.oversight.kpi.queries.volumes import volumes
from gensvar.oversight.kpi.rules import Share

MAY = Period(date(2026, 5, 1), date(2026, 6, 1))


def calls(client, *waits, talked=120):
    for wait in waits:
        call = register_contact(client, channel="phone", direction="in", customer=None, at=NOON)
        if wait is not None:
            call.answered_at = NOON + timedelta(seconds=wait)
            call.ended_at = call.answered_at + timedelta(seconds=talked)
            call.save()


def cases(client, subject, count, **more):
    for _ in range(count):
        open_case(client, title="Grop", channel="phone", subject=subject, at=NOON, **more)


def test_subjects_are_ranked_and_every_case_is_in_the_total(exempelby, gator):
    cases(exempelby, gator, 7)
    cases(exempelby, None, 5)

    ranking = subject_ranking(exempelby, MAY)

    assert [(row.rank, row.subject, row.count) for row in ranking.rows] == [(1, "Gator, v", 7)]
    assert ranking.total == 12
    assert ranking.together(ranking.top) == Share(7, 12)


def test_a_few_cases_of_a_subject_are_not_told_nor_can_they_be_worked_out(exempelby, gator):
    few, middle = (
        Subject.objects.create(client=exempelby, area=gator.area, name=name)
        for name in ("Tomter", "Avfall")
    )
    for subject, count in ((gator, 12), (few, 3), (middle, 7)):
        cases(exempelby, subject, count)

    ranking = subject_ranking(exempelby, MAY)

    assert [(row.subject, row.count, row.rank, row.hidden) for row in ranking.rows] == [
        ("Gator, v", 12, 1, None),
        ("Avfall", None, None, "complementary"),
        ("Tomter", None, None, "small"),
    ]
    assert ranking.total == 22
    assert ranking.together(ranking.rows) is None


def test_what_the_table_hides_is_told_on_no_page_beside_it(signed_in, exempelby, gator):
    few, middle = (
        Subject.objects.create(client=exempelby, area=gator.area, name=name)
        for name in ("Tomter", "Avfall")
    )
    for subject, count in ((gator, 12), (few, 3), (middle, 7)):
        cases(exempelby, subject, count, need_type="status")
    days = "start=2026-05-01&end=2026-05-31"

    beside = {
        name: signed_in.get(f"/amnen/?{days}&subject={name}").content.decode()
        for name in ("Gator, v", "Avfall", "Tomter")
    }
    tiers_shown = signed_in.get(f"/nivaer/?{days}").content.decode()

    told = [name for name, page in beside.items() if "Varför hör de av sig" in page]
    assert told == ["Gator, v"]
    assert "Gator, v" in tiers_shown
    assert "Avfall" not in tiers_shown


def test_a_case_of_another_day_or_client_is_not_counted(exempelby, energi, gator):
    open_case(exempelby, title="I april", channel="phone", at=NOON - timedelta(days=7))
    open_case(energi, title="Annan", channel="phone", at=NOON)

    assert subject_ranking(exempelby, MAY).total == 0


def test_a_day_begins_at_local_midnight(exempelby):
    local_midnight = NOON.replace(month=4, day=30, hour=22)
    open_case(exempelby, title="Första maj", channel="mail", at=local_midnight)
    open_case(exempelby, title="Valborg", channel="mail", at=local_midnight - timedelta(seconds=1))

    assert subject_ranking(exempelby, MAY).total == 1


def test_a_call_whose_wait_nobody_measured_is_in_no_share(exempelby):
    calls(exempelby, 10, 120, 121, None)

    assert answered_in_time(exempelby, MAY, seconds=120) == Share(2, 3)
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

    assert feedback_in_time(exempelby, MAY, days=3, at=monday + timedelta(days=9)) == Share(2, 3)
    assert solved_at_front(exempelby, MAY) == Share(0, 3)


def test_feedback_counts_by_the_hours_that_held_then(exempelby, gator, tek_gata, bo, hanna, ada):
    week = {weekday: [Interval(time(8), time(17))] for weekday in range(5)}
    set_hours(exempelby, channel="phone", weekly=week, by=ada, at=NOON)
    thursday_at_four = NOON + timedelta(days=3, hours=4)
    for _ in range(2):
        case = open_case(exempelby, title="Grop", channel="phone", at=NOON)
        hand_over(case, to=tek_gata, why="cannot", question="När?", by=bo, at=NOON)
    said = {"outcome": "answered", "channel": "phone", "summary": "Klart"}
    give_feedback(case, **said, by=hanna, at=thursday_at_four)

    assert feedback_in_time(exempelby, MAY, days=3, at=thursday_at_four) == Share(1, 1)
    june = NOON + timedelta(days=28)
    assert feedback_in_time(exempelby, MAY, days=3, at=june) == Share(1, 2)

    mornings = {weekday: [Interval(time(8), time(12))] for weekday in range(3)}
    for channel in ("phone", OFFICE):
        set_hours(exempelby, channel=channel, weekly=mornings, by=ada, at=june)

    assert feedback_in_time(exempelby, MAY, days=3, at=june) == Share(1, 2)
    july = june + timedelta(days=28)
    assert feedback_in_time(exempelby, MAY, days=3, at=july) == Share(1, 2)


def test_why_people_ask_about_a_subject(exempelby, gator):
    cases(exempelby, gator, 10, need_type="status")
    cases(exempelby, gator, 5, need_type="opinion")

    facts = subject_facts(exempelby, MAY, gator.pk)

    assert facts is not None
    assert [reason.share for reason in facts.reasons] == [Share(10, 15), Share(5, 15)]
    assert subject_facts(exempelby, MAY, 0) is None


def test_a_subject_with_few_cases_is_not_told_more_about(exempelby, gator):
    cases(exempelby, gator, 4, need_type="status")

    assert subject_facts(exempelby, MAY, gator.pk) is None


def test_most_sick_reports_are_made_on_the_web_as_they_should_be(exempelby, gator, tek_gata, bo):
    """SKE-19's own example."""
    Subject.objects.filter(pk=gator.pk).update(tier=1)
    cases(exempelby, gator, 12)
    case = Case.objects.filter(subject=gator).first()
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=bo, at=NOON)
    SelfServiceUse.objects.create(
        client=exempelby,
        subject=gator,
        starts_on=MAY.starts_on,
        ends_on=MAY.ends_on,
        count=20,
        source="Webbstatistik",
        imported_at=NOON,
    )

    (row,) = tiers(exempelby, MAY)

    assert (row.self_service, row.front, row.department) == (20, 11, 1)
    assert row.shares[0] == Share(20, 32)
    assert row.shares[1] is None, "eleven with one beside it tell of that one"
    assert not row.has_drifted


def test_the_first_weeks_stand_beside_what_was_imported(exempelby):
    VolumeBefore.objects.create(
        client=exempelby, label="Före", count=20, is_approximate=True, source="X", imported_at=NOON
    )
    calls(exempelby, *[10] * 8)
    register_contact(exempelby, channel="mail", direction="in", customer=None, at=NOON)
    register_contact(exempelby, channel="mail", direction="out", customer=None, at=NOON)

    found = volumes(exempelby, Period(date(2026, 5, 4), date(2026, 5, 11)))

    assert [(week.count, week.parts) for week in found.weeks] == [(20, ()), (9, (8, 1, 0, 0))]
    assert found.fall == pytest.approx(11 / 20)
    assert found.by_phone == Share(8, 9)


def test_a_visit_stands_in_the_mix_report(signed_in, exempelby):
    calls(exempelby, *[10] * 3)
    register_contact(exempelby, channel="visit", direction="in", customer=None, at=NOON)

    found = volumes(exempelby, Period(date(2026, 5, 4), date(2026, 5, 11)))

    assert found.mix == (("phone", Share(3, 4)), ("visit", Share(1, 4)))
    page = signed_in.get("/volymer/", {"fran": "2026-05-04", "till": "2026-05-11"}).content.decode()
    assert "Besök" in page.partition("Kanalmix")[2]


def test_the_pages_show_the_figures(signed_in, exempelby, gator):
    cases(exempelby, gator, 6)
    calls(exempelby, 10, 20, 30, 500, 600, 700)
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
    assert "3 av 6" in goals


def test_the_export_has_parts_and_wholes(signed_in, exempelby, gator):
    cases(exempelby, gator, 5)
    cases(exempelby, None, 5)

    answer = signed_in.get("/amnen/?start=2026-05-01&end=2026-05-31&format=csv")

    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "Ämne,Antal,Totalt,Andel,Plats"
    assert lines[1] == '"Gator, v",5,10,0.5,1'
    as_json = signed_in.get("/amnen/?start=2026-05-01&end=2026-05-31&format=json")
    (row, *_others) = json.loads(b"".join(as_json.streaming_content))["items"]
    assert row["share"] == row["count"] / row["total"] == 0.5


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


def test_a_goal_with_hardly_any_cases_behind_it_shows_no_figure(signed_in, exempelby):
    calls(exempelby, 10, 500)

    goals = signed_in.get("/mal/?start=2026-05-01&end=2026-05-31").content.decode()

    assert "1 av 2" not in goals
    assert "för få för att visas" in goals


def test_the_subject_opens_the_list_of_its_cases_as_they_were_counted(signed_in, exempelby, gator):
    cases(exempelby, gator, 6)

    page = signed_in.get("/amnen/?start=2026-05-04&end=2026-05-04&subject=Gator, v")

    address = f"/arenden/?lage=alla&amp;amne={gator.pk}&amp;fran=2026-05-04&amp;till=2026-05-04"
    assert address in page.content.decode()
    listed = signed_in.get(address.replace("&amp;", "&"))
    assert listed.content.decode().count("Grop") >= 6


@pytest.mark.parametrize("address", ["/amnen/", "/mal/", "/volymer/", "/nivaer/"])
@pytest.mark.parametrize("kind", ["", "csv", "xlsx", "json"])
def test_each_page_of_figures_opens_and_exports_where_nothing_happened(signed_in, address, kind):
    answer = signed_in.get(f"{address}?format={kind}")

    assert answer.status_code == 200
    assert b"".join(answer) if kind else answer.content
    answer.close()
