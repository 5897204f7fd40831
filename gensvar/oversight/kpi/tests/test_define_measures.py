"""What each measure is, shown and told; and the same definition behind every figure."""

import json
from datetime import date, timedelta

import pytest
from django.utils.html import escape

from conftest import NOON
from gensvar.foundation.events.actions import seal_records
from gensvar.operations.cases.actions import open_case
from gensvar.operations.contacts.actions import register_contact
from gensvar.oversight.kpi.queries.goals import goal_results
from gensvar.oversight.kpi.queries.measured import FEEDS, measured
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.reading import read_record
from gensvar.oversight.kpi.views.wording import DIRECTIONS, OWNERS, UNITS
from gensvar.science.kpi.reading import registry

LATER = NOON + timedelta(days=20)
MAY = Period(date(2026, 5, 1), date(2026, 6, 1))
DAYS = "start=2026-05-01&end=2026-05-31"


def came_to(code, client):
    figures = measured(code, client, MAY, at=NOON)
    assert figures is not None
    return figures


def calls(client, *waits, talked=120):
    for wait in waits:
        answered_at = NOON + timedelta(seconds=wait)
        register_contact(
            client,
            channel="phone",
            direction="in",
            customer=None,
            at=NOON,
            answered_at=answered_at,
            ended_at=answered_at + timedelta(seconds=talked),
        )
    seal_records(at=LATER)
    read_record(at=LATER)


def test_a_measure_has_a_figure_or_a_reason_why_not():
    found = registry().definitions

    assert set(FEEDS) <= set(found)
    assert [code for code, one in found.items() if code not in FEEDS and not one.missing] == []


def test_every_word_of_a_definition_is_known():
    for one in registry().definitions.values():
        assert one.unit in UNITS
        assert one.direction in DIRECTIONS
        assert one.owner in OWNERS
        assert one.section in registry().sections


@pytest.mark.parametrize("code", sorted(FEEDS))
def test_of_nothing_a_fed_measure_has_no_value_in_ways_that_it_knows(code, exempelby):
    figures = came_to(code, exempelby)

    keys = {measure.key for measure in registry().definitions[code].current.measures}
    assert set(figures) <= keys
    # Nothing counted is 0 where a number is told, and no value where a share would be.
    assert not any(one.value for one in figures.values() if one is not None)
    assert all(one.value is None for one in figures.values() if one and one.is_division)


def test_the_figure_is_that_of_the_goals(exempelby):
    calls(exempelby, 10, 60, 90, 120, 200)

    goals = {row.measure: row for row in goal_results(exempelby, MAY, at=NOON)}
    level = came_to("K02", exempelby)["D"]
    length = came_to("K40", exempelby)[""]

    assert (level.part, level.whole) == (4, 5)
    assert level.value == goals["answered-in-time"].share.value
    assert length.value == goals["call-length"].seconds == 120


def test_few_are_not_told(exempelby, gator):
    for _ in range(4):
        open_case(exempelby, title="Grop", channel="phone", subject=gator, at=NOON)

    assert came_to("K23", exempelby) == {"": None}


def test_the_list_names_all_98_and_why_data_is_missing(signed_in, exempelby):
    page = signed_in.get(f"/nyckeltal/?{DAYS}").content.decode()

    assert f"98 nyckeltal, {len(FEEDS)} har data i dag" in page
    assert page.count('<th scope="row">') == 98
    assert "Inga enkäter skickas ännu." in page


def test_the_goals_lead_to_the_list(signed_in, exempelby):
    assert 'href="/nyckeltal/?client=' in signed_in.get(f"/mal/?{DAYS}").content.decode()


def test_every_measure_has_its_page(signed_in, exempelby):
    pages = {
        code: signed_in.get(f"/nyckeltal/{code}/").content.decode()
        for code in registry().definitions
    }

    for code, page in pages.items():
        definition = registry().definitions[code]
        assert f"<h1>{definition.sv}</h1>" in page, code
        assert escape(definition.current.measures[0].formula) in page, code
        assert 'id="versions"' in page, code


def test_a_page_tells_the_figure_of_the_period(signed_in, exempelby):
    calls(exempelby, 10, 60, 90, 120, 200)

    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()

    assert "80,0 %" in page
    assert "aldrig ett mål" in page


def test_no_such_measure_is_said(signed_in, exempelby):
    assert signed_in.get("/nyckeltal/K99/").status_code == 404
    assert signed_in.get("/api/v1/kpis/K99").status_code == 404


def test_the_list_leaves_as_a_file(signed_in, exempelby):
    rows = json.loads(signed_in.get("/nyckeltal/?format=json").getvalue())["items"]

    assert len(rows) == 98
    assert rows[1]["code"] == "K02"


def test_the_api_lists_all_and_tells_what_is_fed(signed_in, exempelby):
    calls(exempelby, 10, 60, 90, 120, 200)

    listed = signed_in.get("/api/v1/kpis").json()
    level = signed_in.get("/api/v1/kpis/K02?from=2026-05-01&to=2026-05-31").json()
    survey = signed_in.get("/api/v1/kpis/K60").json()

    assert listed["count"] == 98
    figures = {one["key"]: one for one in level["figures"]}
    assert figures["D"] == {
        "key": "D", "shown": "80.0", "part": 4, "whole": 5, "value": 0.8, "low": None, "high": None
    }  # fmt: skip
    assert [figures[key]["value"] for key in "FABCE"] == [0.8] * 5
    assert level["versions"][0]["limits"] == {"T": 120, "S": 5}
    assert survey["figures"] is None
    assert survey["measure"]["missing"]["en"] == "No surveys are sent yet."


@pytest.mark.parametrize("address", ["/nyckeltal/", "/nyckeltal/K02/"])
def test_the_administrator_sees_no_definitions(browser, admin, settings, address):
    settings.REQUIRE_SECOND_FACTOR = False
    browser.force_login(admin)

    assert browser.get(address).status_code == 403
