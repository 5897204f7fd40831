"""A licence holder writes down measures and goals without code; what is unsound is refused."""

from datetime import date

import pytest
from django.db import DatabaseError
from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.oversight.kpi.models import MeasureGoal, OwnMeasure
from gensvar.oversight.kpi.tests.test_read_record import as_web, busy_day, calls, phone, read

__all__ = ["busy_day", "calls", "phone"]
DAYS = "start=2026-05-04&end=2026-05-10"
OWN = {
    "code": "L01",
    "name_sv": "Besvarade inom gränsen av alla",
    "name_en": "Answered within the limit, of all",
    "unit": "share",
    "direction": "up",
    "formula": "ans_T / offered",
    "within": "120",
    "short": "5",
    "words_sv": "Besvarade inom T av alla som kom.",
    "words_en": "Answered within T of all that came.",
    "target": "90 %",
    "pair": "K23",
    "mapped": ["K02"],
    "source": "Licens 4711, rad 3",
    "owner": "manager",
    "valid_from": "2026-01-01",
}
GOAL = {
    "key": "F",
    "target": "90",
    "pair": "K23",
    "within": "120",
    "short": "5",
    "valid_from": "2026-05-04",
}


@pytest.fixture
def karin(exempelby, cia):
    RoleGrant.objects.filter(agent=cia).delete()
    RoleGrant.objects.create(agent=cia, role=Role.MANAGER, client=exempelby, since=NOON)
    return cia


@pytest.fixture
def signed_in(browser, karin):
    browser.force_login(karin)
    return browser


def write_down(browser, more=None, *, code=""):
    where = f"&code={code}" if code else ""
    return browser.post(f"/nyckeltal/eget/?{DAYS}{where}", {**OWN, **(more or {})})


def agree(browser, more=None, *, code="K02"):
    return browser.post(f"/nyckeltal/{code}/mal/?{DAYS}", {**GOAL, **(more or {})})


def test_a_measure_of_ones_own_is_counted_at_once(busy_day, signed_in, exempelby, karin):
    read(at=now())

    assert write_down(signed_in).status_code == 302

    page = signed_in.get(f"/nyckeltal/L01/?{DAYS}").content.decode()
    told = signed_in.get("/api/v1/kpis/L01?from=2026-05-04&to=2026-05-10").json()
    rows = signed_in.get(f"/nyckeltal/L01/rader/?{DAYS}&term=ans_T").content.decode()
    listed = signed_in.get(f"/nyckeltal/?{DAYS}").content.decode()
    assert "60,0 %" in page, "6 of the 10 that came"
    assert (told["figures"][0]["part"], told["figures"][0]["whole"]) == (6, 10)
    assert rows.partition("<tbody>")[2].partition("</tbody>")[0].count("<tr>") == 6
    assert "Besvarade inom gränsen av alla" in listed
    assert ">K02</a>" in page, "it stands for K02"
    record = EventRecord.objects.get(name="kpi.measure-defined")
    assert (record.payload["code"], record.payload["number"]) == ("L01", 1)
    assert record.agent_id == karin.pk


def test_a_change_is_a_new_version_and_both_stand_side_by_side(busy_day, signed_in, exempelby):
    read(at=now())
    write_down(signed_in)

    answer = write_down(
        signed_in,
        {"formula": "ans_T / ans", "valid_from": "2026-05-05", "why": "Alla räknades"},
        code="L01",
    )

    assert answer.status_code == 302
    assert list(OwnMeasure.objects.values_list("number", flat=True).order_by("number")) == [1, 2]
    page = signed_in.get(f"/nyckeltal/L01/?{DAYS}").content.decode()
    versions = page.partition('id="versions"')[2].partition("</section>")[0]
    assert "60,0 %" in versions
    assert "85,7 %" in versions
    before = signed_in.get(f"/nyckeltal/L01/?{DAYS}&version=1").content.decode()
    assert "60,0 %" in before.partition("answerline")[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"formula": "nobody_counts / ans"}, "nobody_counts: Inget räknas under det namnet."),
        ({"formula": "L01 / ans"}, "Formeln leder tillbaka till sig själv."),
        ({"formula": "ans / (ans / aband)"}, "Bara hela formeln får vara en division"),
        ({"formula": "ans / 0"}, "Bara hela formeln får vara en division"),
        ({"formula": "ans +"}, "Det här är ingen formel."),
        ({"formula": "waits / ans"}, "En lista med värden"),
        ({"formula": "median(waits) / ans"}, "allena"),
        ({"pair": ""}, "Ett mål behöver ett parat mått"),
        ({"within": "5", "short": "5"}, "S &lt; T"),
        ({"words_sv": "ISO kräver 90 procent."}, "licensinnehavare"),
        ({"code": "K02"}, "Det finns redan ett mått med den koden."),
        ({"code": "l 1"}, "Skriv en versal"),
    ],
)
def test_what_is_unsound_is_refused_with_its_reason(signed_in, exempelby, more, reason):
    answer = write_down(signed_in, more)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert reason in page
    assert OWN["words_en"] in page, "nothing typed is lost"
    assert not OwnMeasure.objects.exists()


def test_a_version_from_no_later_day_is_refused(signed_in, exempelby):
    write_down(signed_in)

    answer = write_down(signed_in, {"why": "Fel"}, code="L01")

    assert answer.status_code == 422
    assert OwnMeasure.objects.count() == 1


def test_a_goal_is_agreed_on_and_the_measure_is_judged(busy_day, signed_in, exempelby):
    read(at=now())

    assert agree(signed_in).status_code == 302

    page = signed_in.get(f"/nyckeltal/?{DAYS}").content.decode()
    row = page.partition('data-measure="K02"')[2].partition("</tr>")[0]
    assert "75,0 %" in row
    assert "90,0 %" in row
    assert EventRecord.objects.filter(name="kpi.goal-agreed").count() == 1


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"pair": ""}, "Ett mål behöver ett parat mått"),
        ({"pair": "K02"}, "Ett mål behöver ett parat mått"),
        ({"within": "20", "short": "30"}, "S &lt; T"),
        ({"key": "D"}, "får visas, men inte avtalas"),
        ({"valid_from": "2026-01-01"}, "ligger före"),
        ({"target": "mycket"}, "tal"),
    ],
)
def test_a_goal_that_is_unsound_is_refused(busy_day, signed_in, exempelby, more, reason):
    read(at=now())

    answer = agree(signed_in, more)

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not MeasureGoal.objects.exists()


def test_two_goals_from_the_same_day_are_refused(busy_day, signed_in, exempelby):
    read(at=now())
    agree(signed_in)

    assert agree(signed_in, {"target": "80"}).status_code == 422
    assert MeasureGoal.objects.get().target == 90


@pytest.mark.parametrize("address", ["/nyckeltal/eget/", "/nyckeltal/K02/mal/"])
def test_whoever_only_reads_writes_nothing(browser, bo, exempelby, address):
    RoleGrant.objects.filter(agent=bo).delete()
    RoleGrant.objects.create(agent=bo, role=Role.PLANNER, client=exempelby, since=NOON)
    browser.force_login(bo)

    assert browser.get(address).status_code == 403
    assert browser.post(address, {**OWN, **GOAL}).status_code == 403


def test_what_was_written_down_is_never_edited(signed_in, exempelby, karin):
    write_down(signed_in)

    with pytest.raises(DatabaseError), as_web(karin):
        OwnMeasure.objects.update(code="L02")
    assert OwnMeasure.objects.get().at.date() >= date(2026, 1, 1)
